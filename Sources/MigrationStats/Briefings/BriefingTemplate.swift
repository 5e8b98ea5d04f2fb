/// A text with places for figures: `{{ migrant-stock --area Canada --years 2019 }}`, in the words of
/// `stats cite`.
///
/// ```swift
/// let text = "Canada had {{ migrant-stock CAN --years 2019 }} migrants in 2019."
/// let template = try BriefingTemplate(Array(text.utf8), name: "template.md")
/// print(template.placeholders[0].words)  // ["migrant-stock", "CAN", "--years", "2019"]
/// ```
///
/// `\{{` stands for the two braces themselves, as everywhere in Markdown, and is left as it is. Numbers that are marked already are made again from
/// the lock beside the template.
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
  /// The numbers that are marked already.
  public let markers: [Marker]
  let bytes: [UInt8]
  /// Its name, for messages.
  let name: String

  /// Reads a template.
  ///
  /// - Throws: `FigureError` (`malformed`) with line and column for braces that are not closed, a
  ///   place without words, a quote that is not closed, a figure inside a marker, and as
  ///   `Marker.all`.
  public init(_ bytes: [UInt8], name: String) throws(FigureError) {
    var places = TextPlaces(bytes)
    var found: [Placeholder] = []
    let brace = UInt8(ascii: "{")
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == brace, bytes[index + 1] == brace else {
        index += 1
        continue
      }
      if index > 0, bytes[index - 1] == UInt8(ascii: "\\") {
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
    let markers = try Marker.all(in: bytes, name: name)
    var following = markers[...]
    for place in found {
      following = following.drop { $0.range.upperBound <= place.range.lowerBound }
      guard let marker = following.first, marker.range.overlaps(place.range) else { continue }
      throw FigureError(
        .malformed, "the figure stands inside the marker of \(marker.id)", at: place.position,
        remedy: "Leave the marker out: it is written about the number.")
    }
    self.bytes = bytes
    self.name = name
    self.markers = markers
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
}
