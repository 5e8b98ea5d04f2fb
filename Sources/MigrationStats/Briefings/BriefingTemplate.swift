/// A text with places for figures: `{{ migrant-stock --area Canada --years 2019 }}`, in the words of
/// `stats cite`.
///
/// `\{{` stands for the two braces themselves.
public struct BriefingTemplate: Sendable {
  /// A place for a figure.
  public struct Placeholder: Sendable, Hashable {
    /// What is asked for: the data, then the options.
    public let words: [String]
    /// Where it stands.
    public let position: Position
    let range: Range<Int>
  }

  /// The places in their order.
  public let placeholders: [Placeholder]
  private let bytes: [UInt8]
  /// The first bytes of braces that are meant as braces: the backslash before each.
  private let escapes: [Int]

  /// Reads a template.
  ///
  /// - Throws: `FigureError` (`malformed`) with line and column for braces that are not closed, a
  ///   place without words and a quote that is not closed.
  public init(_ bytes: [UInt8], name: String) throws(FigureError) {
    var places = TextPlaces(bytes)
    var found: [Placeholder] = []
    var escapes: [Int] = []
    let brace = UInt8(ascii: "{")
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == brace, bytes[index + 1] == brace else {
        index += 1
        continue
      }
      if index > 0, bytes[index - 1] == UInt8(ascii: "\\") {
        escapes.append(index - 1)
        index += 2
        continue
      }
      let (line, column) = places.place(of: index)
      let position = Position(file: name, line: line, column: "\(column)")
      var end = index + 2
      while end + 1 < bytes.count, bytes[end] != UInt8(ascii: "}") || bytes[end + 1] != bytes[end] {
        end += 1
      }
      guard end + 1 < bytes.count else {
        throw FigureError(
          .malformed, "the braces are not closed", at: position,
          remedy: "Write }} behind the figure, or \\{{ for braces that are meant as such.")
      }
      let text = String(decoding: bytes[index + 2..<end], as: UTF8.self)
      guard let words = Self.words(text) else {
        throw FigureError(
          .malformed, "a quote in ‘\(text.prefix(60))’ is not closed", at: position,
          remedy: "Close it before the braces.")
      }
      guard !words.isEmpty else {
        throw FigureError(
          .malformed, "there is nothing between the braces", at: position,
          remedy: "Say which figure: {{ migrant-stock --area Canada --years 2019 }}.")
      }
      found.append(Placeholder(words: words, position: position, range: index..<end + 2))
      index = end + 2
    }
    self.bytes = bytes
    self.escapes = escapes
    placeholders = found
  }

  /// The words of a line, as a shell would part them; nil where a quote is not closed.
  static func words(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" && word == nil {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    return words + [word].compactMap(\.self)
  }

  /// A template filled: the text, and the lock of its figures.
  public struct Filled: Sendable {
    /// The text in Markdown.
    public let text: String
    /// Its figures.
    public let lock: FigureLock
  }

  /// The text with each figure in its place, a footnote for each, and what was done below.
  ///
  /// - Parameters:
  ///   - isMarked: whether numbers carry the marks by which `stats check` knows them.
  ///   - figure: makes the figure of a place.
  /// - Throws: what making a figure throws, as a `FigureError` with the place in the template.
  public func filled(
    isMarked: Bool, _ figure: (Placeholder) throws -> Figure
  ) throws -> Filled {
    var lock = FigureLock()
    var figures: [Figure] = []
    var edits: [(range: Range<Int>, text: String)] = escapes.map { ($0..<$0 + 1, "") }
    for place in placeholders {
      let made: Figure
      do {
        made = try figure(place)
      } catch let problem as any Problem {
        throw FigureError(
          .malformed, problem.summary, at: place.position, remedy: problem.remedy)
      }
      let number =
        figures.firstIndex { $0.id == made.id }
        ?? {
          figures.append(made)
          lock.add(made)
          return figures.count - 1
        }()
      let shown = isMarked ? Marker.text(made.display, id: made.id) : made.display
      edits.append((place.range, "\(shown)[^\(number + 1)]"))
    }
    var text = String(decoding: Marker.edited(bytes, edits), as: UTF8.self)
    guard !figures.isEmpty else { return Filled(text: text, lock: lock) }
    while text.last == "\n" { text.removeLast() }
    text += "\n\n" + Self.notes(figures)
    return Filled(text: text, lock: lock)
  }

  /// Method, caveats and footnotes, between comments that keep `stats check` from reading them as
  /// claims of the text.
  private static func notes(_ figures: [Figure]) -> String {
    var text = "<!--stat-notes-->\n\n## Method\n\n"
    text +=
      "Each figure was computed from the data named in its footnote and is printed rounded half away "
      + "from zero. The identity (stat:…) is that of its recipe on these data: the same recipe on "
      + "the same data gives the same figure.\n\n"
    for definition in orderedUnique(figures.map(\.definition)) { text += "- \(definition)\n" }
    let caveats = orderedUnique(figures.flatMap { $0.note + $0.remarks })
    if !caveats.isEmpty {
      text += "\n## Caveats\n\n"
      for caveat in caveats { text += "- \(caveat)\n" }
    }
    text += "\n"
    for (index, figure) in figures.enumerated() {
      text += "[^\(index + 1)]: \(figure.footnote)\n"
    }
    return text + "\n<!--/stat-notes-->\n"
  }
}
