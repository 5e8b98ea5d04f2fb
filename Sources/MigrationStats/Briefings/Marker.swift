/// A number of a text that is bound to a figure:
/// `<!--stat:0123456789ab-->99.8 million<!--/stat-->`.
///
/// ```swift
/// let text = "In 2019 " + Marker.text("7.96 million", id: "stat:5b56f9cf53b5") + " people."
/// print(text)
/// // In 2019 <!--stat:5b56f9cf53b5-->7.96 million<!--/stat--> people.
/// ```
public struct Marker: Sendable, Hashable {
  /// The id of the figure, with `stat:`.
  public let id: String
  /// The bytes of the whole marker.
  public let range: Range<Int>
  /// The bytes between the two comments.
  public let content: Range<Int>

  /// A number bound to a figure.
  public static func text(_ number: String, id: String) -> String {
    "<!--\(id)-->\(number)<!--/stat-->"
  }

  /// The markers of a text in their order.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8.
  ///   - name: the text's name, for messages.
  /// - Throws: `FigureError` (`malformed`) with line and column for a marker that is not closed, one
  ///   inside another, an end without a beginning, and an id that is none.
  /// - Complexity: O(bytes).
  public static func all(in bytes: [UInt8], name: String) throws(FigureError) -> [Marker] {
    var markers: [Marker] = []
    var open: (start: Int, content: Int, id: String)?
    var index = 0
    func fail(_ summary: String, _ at: Int, _ remedy: String) -> FigureError {
      var places = TextPlaces(bytes)
      let (line, column) = places.place(of: at)
      return FigureError(
        .malformed, summary, at: Position(file: name, line: line, column: "\(column)"),
        remedy: remedy)
    }
    let form = "A marker is <!--stat:0123456789ab-->the number<!--/stat-->."
    while index + 4 <= bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), starts("<!--", bytes, index) else {
        index += 1
        continue
      }
      if starts("<!--stat:", bytes, index) {
        if let open {
          throw fail(
            "the marker of \(open.id) is not closed before the next begins", open.start, form)
        }
        let id = index + 9
        var end = id
        while end < bytes.count, end - id < 13, isHexadecimal(bytes[end]) { end += 1 }
        guard end - id == 12, starts("-->", bytes, end) else {
          let written = String(decoding: bytes[id..<min(id + 24, bytes.count)], as: UTF8.self)
          throw fail(
            "‘\(written.prefix { $0 != "-" && $0 != "\n" })’ is no identity of a figure", index,
            "An identity has twelve hexadecimal digits; stats cite prints it.")
        }
        open = (index, end + 3, "stat:" + String(decoding: bytes[id..<end], as: UTF8.self))
        index = end + 3
      } else if starts("<!--/stat-->", bytes, index) {
        guard let begun = open else {
          throw fail("a marker ends here that did not begin", index, form)
        }
        markers.append(
          Marker(id: begun.id, range: begun.start..<index + 12, content: begun.content..<index))
        open = nil
        index += 12
      } else {
        index += 4
      }
    }
    if let open { throw fail("the marker of \(open.id) is not closed", open.start, form) }
    return markers
  }

  /// The text with the contents of some markers replaced, everything else byte for byte.
  ///
  /// ```swift
  /// let bytes = Array(text.utf8)
  /// let markers = try Marker.all(in: bytes, name: "text.md")
  /// let edited = Marker.replacing([(markers[0], "8 million")], in: bytes)
  /// print(String(decoding: edited, as: UTF8.self))
  /// // In 2019 <!--stat:5b56f9cf53b5-->8 million<!--/stat--> people.
  /// ```
  public static func replacing(
    _ contents: [(marker: Marker, text: String)], in bytes: [UInt8]
  ) -> [UInt8] {
    edited(bytes, contents.map { ($0.marker.content, $0.text) })
  }

  /// The text with some ranges replaced.
  static func edited(_ bytes: [UInt8], _ edits: [(range: Range<Int>, text: String)]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64 * edits.count)
    var at = 0
    for (range, text) in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where range.lowerBound >= at {
      result += bytes[at..<range.lowerBound]
      result += text.utf8
      at = range.upperBound
    }
    return result + bytes[at...]
  }

  private static func starts(_ text: StaticString, _ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
