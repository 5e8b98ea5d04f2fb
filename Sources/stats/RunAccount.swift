import MigrationStats

/// What `--verbose` says of a run: what is configured, how files were read, the libraries and the time.
struct RunAccount {
  private let start = ContinuousClock.now
  /// Whether the command line was understood.
  private(set) var hasBegun = false

  /// Says what is configured, and what looks as if it were.
  mutating func begin(with settings: Settings) {
    hasBegun = true
    for oddity in settings.oddities where !Terminal.flags.isQuiet {
      Terminal.say("note", oddity, emphasis: .note)
    }
    for setting in Setting.allCases {
      guard let told = settings[setting] else { continue }
      let value = told.words.joined(separator: ", ")
      Terminal.detail("\(setting.meaning): \(value) (\(told.origin))")
    }
  }

  /// Says with what the run computed, and how long it took.
  func tellEnd() {
    guard Terminal.flags.isVerbose else { return }
    for library in Library.all { Terminal.detail(library.description) }
    let (seconds, rest) = (ContinuousClock.now - start).components
    let milliseconds = Double(seconds) * 1e3 + Double(rest) / 1e15
    Terminal.detail("the run took \(Numerals.grouped(milliseconds, decimals: 0)) ms")
  }
}

extension Terminal {
  /// Says how a file was read, with `--verbose`.
  static func tell(_ inspection: @autoclosure () -> Inspection) {
    guard flags.isVerbose else { return }
    for line in inspection().lines { detail(line) }
  }
}
