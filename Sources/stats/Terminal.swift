#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is said beside the result, and how wide and in which colours it can be said.
///
/// What cannot be said is not said.
enum Terminal {
  /// How a label stands out on a terminal.
  enum Emphasis: String {
    case error = "1;31"
    case hint = "36"
    case note = "33"
    case detail = "2"
  }

  /// The flags of this run.
  static let flags = GeneralFlags(CommandLine.arguments)

  /// Writes `label: text`, the label in colour where that is wanted.
  static func say(_ label: String, _ text: String, emphasis: Emphasis) {
    let plain = "\(label):"
    let shown = hasColor ? "\u{1B}[\(emphasis.rawValue)m\(plain)\u{1B}[0m" : plain
    write("\(shown) \(text)\n")
  }

  /// Writes what is wanted only by `--verbose`.
  static func detail(_ text: @autoclosure () -> String) {
    guard flags.isVerbose else { return }
    say("detail", text(), emphasis: .detail)
  }

  /// Writes bytes to standard error.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { platformWrite(2, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  // MARK: Colour

  /// Whether a line of standard error can be written over.
  static var canRewriteLines: Bool { isatty(2) == 1 && environment["TERM"] != "dumb" }

  private static var hasColor: Bool {
    wantsColor(
      isDenied: flags.deniesColor, environment, configured: Settings.inForce[.color],
      isPossible: canRewriteLines)
  }

  /// Whether messages are coloured: by the flag, then the environment, then what is configured, then
  /// by what the terminal can do.
  ///
  /// The variables are those of [no-color.org](https://no-color.org) and
  /// [bixense.com/clicolors](https://bixense.com/clicolors).
  static func wantsColor(
    isDenied: Bool, _ environment: [String: String], configured: Settings.Told?, isPossible: Bool
  ) -> Bool {
    if isDenied { return false }
    if case .variable = configured?.origin, let wish = wish(configured) { return wish }
    if !environment["NO_COLOR", default: ""].isEmpty { return false }
    if !["", "0"].contains(environment["CLICOLOR_FORCE", default: ""]) { return true }
    if environment["CLICOLOR"] == "0" { return false }
    return wish(configured) ?? isPossible
  }

  private static func wish(_ told: Settings.Told?) -> Bool? {
    ["always": true, "never": false][told?.words.first ?? "auto"]
  }

  // MARK: Width

  /// The columns of the terminal that the result is written to, from 40 to 250; 80 where it is
  /// written elsewhere, so that files and pipes get the same bytes everywhere.
  static var columns: Int {
    guard isatty(1) == 1 else { return 80 }
    let told = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    var size = winsize()
    let found = ioctl(1, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    let columns = told > 0 ? told : found > 0 ? found : 80
    return min(max(columns, 40), 250)
  }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}

/// The system's `write`, whose name is taken where it is used.
func platformWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
