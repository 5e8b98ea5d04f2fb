import ArgumentParser
import MigrationStats

/// What a command line that cannot be understood may have meant.
struct Misuse {
  private let arguments: [String]

  init(_ arguments: some Sequence<String>) { self.arguments = Array(arguments) }

  // MARK: Commands

  /// Refuses a word in the place of a command that is none.
  func refuseUnknownCommand() throws {
    let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
    guard let word = words.first, !word.isEmpty, !word.hasPrefix("-") else { return }
    let names = Stats.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(word) else { return }
    throw ValidationError("‘\(word)’ is no command. \(remedy(for: word, among: names))")
  }

  private func remedy(for word: String, among names: [String]) -> String {
    if let remedy = Suggestion.didYouMean(word, among: names) { return remedy }
    if SourceOptions.isFile(word) || Completion.catalog([])?.ids.contains(word) == true {
      return "To see its growth: stats growth \(word)"
    }
    return "The commands are \(names.dropLast().joined(separator: ", "))."
  }

  // MARK: Options

  /// A message of the parser, with what may have been meant where the parser does not say it, or says
  /// what is not near.
  func mended(_ message: String) -> String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first, first.hasPrefix("Error: ") else { return message }
    let prefix = "Error: Unknown option '"
    if first.hasPrefix(prefix),
      let option = first.dropFirst(prefix.count).split(separator: "'").first
    {
      let meant = meant(by: String(option))?? "."
      return (["\(prefix)\(option)'\(meant)"] + lines.dropFirst()).joined(separator: "\n")
    }
    guard first.contains("nexpected argument"), let meant = meantByWords() else { return message }
    return ([first + ". " + meant] + lines.dropFirst()).joined(separator: "\n")
  }

  private var command: (any ParsableCommand.Type)? {
    Stats.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
  }

  /// The long options of a command.
  private static func options(of command: any ParsableCommand.Type) -> [String] {
    Stats.helpMessage(for: command, columns: 200).split(separator: "\n").flatMap { line in
      line.hasPrefix("  -")
        ? line.split { " ,/[]".contains($0) }.filter { $0.hasPrefix("--") }.map(String.init) : []
    }
  }

  private func meant(by option: String) -> String? {
    guard let command else { return nil }
    let own = Self.options(of: command)
    let letters = String(option.drop { $0 == "-" })
    // A long option after one hyphen is read as many short ones.
    if !option.hasPrefix("--"),
      let word = arguments.first(where: { own.contains("-" + Self.name(of: $0)) })
    {
      return ". Did you mean '-\(Self.name(of: word))'? Long options have two hyphens."
    }
    if letters.count == 1 {
      let near = own.filter { $0.hasPrefix("--\(letters.lowercased())") }
      return near.isEmpty ? nil : ". Did you mean \(Self.list(near))?"
    }
    let near = Suggestion.nearest(to: letters, among: own.map { String($0.dropFirst(2)) })
    if !near.isEmpty { return ". Did you mean \(Self.list(near.map { "--\($0)" }))?" }
    let others = Stats.configuration.subcommands.filter {
      Self.options(of: $0).contains("--\(letters)")
    }.compactMap { $0.configuration.commandName }
    return others.isEmpty
      ? nil : ". It goes with \(others.map { "stats \($0)" }.joined(separator: ", "))."
  }

  /// What is no option only for its hyphens: `years`, or `—years` as text programs write it.
  private func meantByWords() -> String? {
    guard let command else { return nil }
    let own = Self.options(of: command)
    for word in arguments.dropFirst() where !word.hasPrefix("-") {
      let name = Self.name(of: String(word.drop { "–—−".contains($0) }))
      if own.contains("--\(name)") { return "Did you mean '--\(name)'?" }
    }
    return nil
  }

  /// An argument without what it sets: `--years` of `--years=1990-2019`.
  private static func name(of argument: String) -> String {
    String(argument.prefix { $0 != "=" })
  }

  private static func list(_ options: [String]) -> String {
    let quoted = options.prefix(3).map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
