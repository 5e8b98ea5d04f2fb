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

/// Standard error: problems, hints and notes.
///
/// What cannot be said there is not said.
enum Terminal {
  /// How a label stands out on a terminal.
  enum Emphasis: String {
    case error = "1;31"
    case hint = "36"
    case note = "33"
  }

  /// Writes `label: text`, the label in colour where standard error is a terminal that wants it.
  static func say(_ label: String, _ text: String, emphasis: Emphasis) {
    let plain = "\(label):"
    let shown = hasColor ? "\u{1B}[\(emphasis.rawValue)m\(plain)\u{1B}[0m" : plain
    write("\(shown) \(text)\n")
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

  private static var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(2) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb" && !CommandLine.arguments.contains("--no-color")
  }
}

/// The system's `write`, whose name is taken where it is used.
func platformWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
