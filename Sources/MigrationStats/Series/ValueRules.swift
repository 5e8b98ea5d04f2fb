/// What hyphens, letters and brackets mean in the value columns of one file.
struct ValueRules {
  /// Whether a hyphen is nil rather than missing.
  let isHyphenNil: Bool
  /// What letters beside numbers are.
  let letters: LetterMeaning
  /// What brackets around numbers say; nil where nothing decides.
  let brackets: BracketMeaning?
  /// What was decided and is a guess.
  let notes: [Note]
  /// What letters, brackets and hyphens are taken for, where there are any.
  let parts: [DialectFinding.Part]

  /// Decides over all cells; what is told decides alone.
  ///
  /// - Parameter isEurostat: whether the file is built as only Eurostat's are, so that letters are its
  ///   flags for certain.
  init(_ census: ValueCensus, options: ReadingOptions, isEurostat: Bool) {
    var notes: [Note] = []
    // Where another word stands for missing and no nought is written, the hyphen is the nought.
    isHyphenNil =
      census.hyphen != nil && census.missingWord != nil && census.zero == nil && census.hasNumber
    if let hyphen = census.hyphen, !(options.nilWords + options.missingWords).contains("-") {
      notes.append(Note(Self.words(for: hyphen.count, isHyphenNil, census), at: hyphen.position))
    }
    let foreign = census.letters.filter { !FlagLetters.contains($0.key) }
    letters = options.letters ?? (isEurostat || foreign.isEmpty ? .flags : .notes)
    if options.letters == nil, !isEurostat, let note = Self.note(on: letters, census) {
      notes.append(note)
    }
    brackets =
      options.brackets ?? (census.bracketed != nil && census.negative != nil ? .unreliable : nil)
    if options.brackets == nil, let bracketed = census.bracketed, let negative = census.negative {
      notes.append(
        Note(
          "brackets, as in ‘\(bracketed.text)’, are taken to say that a value is not reliable, "
            + "since negative ones have a minus sign, as ‘\(negative.text)’ (a guess; told with "
            + "--brackets)", at: bracketed.position))
    }
    if let marks = census.marks {
      let cells = marks.count == 1 ? "a value has" : "\(marks.count) values have"
      notes.append(
        Note(
          "\(cells) a footnote mark, such as ‘\(marks.text)’; kept as attribute ‘footnotes’",
          at: marks.position))
    }
    self.notes = notes
    var parts: [DialectFinding.Part] = []
    func add(_ name: String, _ value: String, isTold: Bool, _ evidence: String) {
      parts.append(
        DialectFinding.Part(
          name: name, value: value, basis: isTold ? .told : .guessed, evidence: evidence))
    }
    if !census.letters.isEmpty, !isEurostat || options.letters != nil {
      add("letters", letters.rawValue, isTold: options.letters != nil, "")
    }
    if let brackets, let bracketed = census.bracketed {
      add(
        "brackets", brackets.rawValue, isTold: options.brackets != nil, "as in ‘\(bracketed.text)’")
    }
    if census.hyphen != nil {
      let isTold = (options.nilWords + options.missingWords).contains("-")
      add("hyphen", isHyphenNil ? "nil" : "missing", isTold: isTold, "")
    }
    self.parts = parts
  }

  private static func words(for count: Int, _ isNil: Bool, _ census: ValueCensus) -> String {
    let cells = count == 1 ? "a cell" : "\(count) cells"
    if isNil, let word = census.missingWord {
      return
        "‘-’ is taken as nil (0) in \(cells), since ‘\(word)’ stands for missing values and no 0 "
        + "is written (a guess: pass --missing '-' if it stands for a missing value)"
    }
    return
      "‘-’ is taken as missing in \(cells); some publishers write it for nil (told with --nil '-')"
  }

  private static func note(on meaning: LetterMeaning, _ census: ValueCensus) -> Note? {
    let seen = census.letters.sorted { $0.key < $1.key }
    guard let first = seen.first else { return nil }
    let list = seen.map { letter, found in
      let name =
        FlagLetters.status(letter)?.name
        ?? (letter == UInt8(ascii: "c") ? "confidential" : "revised")
      let text = String(UnicodeScalar(letter))
      return meaning == .flags ? "\(text) \(name): \(found.count)" : "\(text): \(found.count)"
    }
    let what = meaning == .flags ? "Eurostat's flags" : "footnotes, kept as attribute ‘footnotes’"
    return Note(
      "letters beside values are taken as \(what) (a guess; told with --letters): "
        + list.joined(separator: "; "), at: first.value.position)
  }
}
