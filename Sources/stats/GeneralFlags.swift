/// The flags of every command, as they stand among the arguments.
///
/// What is said of a mistake among the other ones is said in the colour asked for too, before they are
/// understood.
struct GeneralFlags {
  /// `--no-color`.
  let deniesColor: Bool
  /// `--no-config`.
  let ignoresSettings: Bool
  /// `-q`.
  let isQuiet: Bool
  /// `-v`.
  let isVerbose: Bool

  init(_ arguments: [String]) {
    let words = arguments.prefix { $0 != "--" }
    let letters = words.filter { word in
      word.hasPrefix("-") && word.dropFirst().allSatisfy { $0.isLetter && $0.isASCII }
    }
    deniesColor = words.contains("--no-color")
    ignoresSettings = words.contains("--no-config")
    isQuiet = words.contains("--quiet") || letters.contains { $0.contains("q") }
    isVerbose = words.contains("--verbose") || letters.contains { $0.contains("v") }
  }
}
