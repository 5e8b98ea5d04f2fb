import ArgumentParser
import MigrationStats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An error at the edge: what is said, and the exit code (BSD's sysexits).
struct Failure {
  private let error: any Error

  init(_ error: any Error) { self.error = error }

  /// Says what is wrong and how to mend it, and ends the program.
  func report() -> Never {
    // A command that has said all it has to say, with findings.
    if let code = error as? ExitCode { exit(code.rawValue) }
    guard let problem = error as? any Problem else { leaveToArgumentParser() }
    // `stats datasets | head -1` is done when head is.
    if let error = problem as? WritingError, error.isUnread { exit(EX_IOERR) }
    Terminal.say("Error", problem.description, emphasis: .error)
    if let remedy = problem.remedy { Terminal.say("hint", remedy, emphasis: .hint) }
    exit(Self.code(of: problem))
  }

  /// The exit code of a problem.
  static func code(of problem: any Problem) -> Int32 {
    switch problem {
    case let error as ReadingError where error.kind == .notFound: EX_NOINPUT
    case let error as CatalogError where error.kind == .notFound || error.kind == .noCatalog:
      EX_NOINPUT
    case is InputError: EX_NOINPUT
    case is DocumentError: EX_DATAERR
    case is WritingError: EX_IOERR
    case is SettingsError: EX_USAGE
    default: EX_DATAERR
    }
  }

  /// Help and version go to standard output, misuse to standard error with code 64.
  private func leaveToArgumentParser() -> Never {
    let code = Stats.exitCode(for: error)
    var message = Stats.fullMessage(for: error)
    if code == .success {
      if message == Stats.configuration.version, Terminal.flags.isVerbose {
        message = ([message] + Library.all.map(\.description)).joined(separator: "\n")
      }
      do {
        try StandardOutput().write(message.hasSuffix("\n") ? message : message + "\n")
      } catch {
        Failure(error).report()
      }
      exit(EX_OK)
    }
    Terminal.write(Misuse(CommandLine.arguments.dropFirst()).mended(message) + "\n")
    exit(code == .validationFailure || code.rawValue == EX_USAGE ? EX_USAGE : EX_SOFTWARE)
  }
}
