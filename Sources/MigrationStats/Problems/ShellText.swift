/// Words as a shell takes them.
enum ShellText {
  /// A word that the shell takes for itself, in quotes where it has to be.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,:+@%".contains($0))
      }
    return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}
