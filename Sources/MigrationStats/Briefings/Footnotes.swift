/// The footnotes that a text in Markdown has of its own, and those that a former filling wrote.
struct Footnotes {
  /// The labels that the text uses itself.
  let taken: Set<String>
  /// The labels defined by the former notes.
  let former: Set<String>
  /// The bytes of the former notes; nil where there are none.
  let notes: Range<Int>?

  static let start = "<!--stat-notes-->"
  static let end = "<!--/stat-notes-->"

  /// Finds them.
  ///
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) {
    let start = Self.first(Self.start, in: bytes[...])
    let end = start.flatMap { Self.first(Self.end, in: bytes[$0.upperBound...]) }
    if let start, let end {
      notes = start.lowerBound..<end.upperBound
      former = Self.labels(bytes[start.upperBound..<end.lowerBound])
      taken = Self.labels(bytes[..<start.lowerBound]).subtracting(former)
        .union(Self.labels(bytes[end.upperBound...]))
    } else {
      (notes, former) = (nil, [])
      taken = Self.labels(bytes[...])
    }
  }

  /// As many numbers as are wanted that the text does not use as labels, in their order.
  func free(_ count: Int) -> [String] {
    var labels: [String] = []
    var number = 1
    while labels.count < count {
      if !taken.contains("\(number)") { labels.append("\(number)") }
      number += 1
    }
    return labels
  }

  /// The bytes of a former footnote's reference that begins at a place; nil where there is none.
  func formerReference(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard let (label, end) = Self.label(at: start, in: bytes[...]), former.contains(label) else {
      return nil
    }
    return start..<end
  }

  private static func labels(_ bytes: ArraySlice<UInt8>) -> Set<String> {
    var labels: Set<String> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "[") {
      if let (label, _) = label(at: index, in: bytes) { labels.insert(label) }
    }
    return labels
  }

  /// The label of `[^label]` and where it ends; labels of more than 100 bytes are not looked for.
  private static func label(at start: Int, in bytes: ArraySlice<UInt8>) -> (String, Int)? {
    guard start + 2 < bytes.endIndex, bytes[start] == UInt8(ascii: "["),
      bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    let rest = bytes[(start + 2)..<min(start + 102, bytes.endIndex)]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 <= 0x20 }),
      rest[end] == UInt8(ascii: "]")
    else { return nil }
    return (String(decoding: rest[..<end], as: UTF8.self), end + 1)
  }

  private static func first(_ text: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array(text.utf8)
    var index = bytes.startIndex
    while index + wanted.count <= bytes.endIndex {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index..<index + wanted.count
      }
      index += 1
    }
    return nil
  }
}
