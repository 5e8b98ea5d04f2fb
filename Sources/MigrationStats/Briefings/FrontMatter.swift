/// What stands above a text in Markdown between two lines of three hyphens: its title and the like,
/// in YAML.
struct FrontMatter {
  /// Its bytes, both lines of hyphens included.
  let range: Range<Int>
  /// What it gives as the title; nil where it gives none on one line.
  let title: String?

  /// The front matter of a text; nil where it has none, or none that ends.
  init?(_ bytes: [UInt8]) {
    func line(_ start: Int) -> (text: ArraySlice<UInt8>, next: Int) {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var text = bytes[start..<end]
      while let last = text.last, last == 0x0D || last == 0x20 || last == 0x09 { text.removeLast() }
      return (text, min(end + 1, bytes.count))
    }
    let hyphens = Array("---".utf8)
    guard bytes.starts(with: hyphens), case let first = line(0), first.text.elementsEqual(hyphens),
      first.next < bytes.count, !line(first.next).text.isEmpty
    else { return nil }
    var at = first.next
    var title: String?
    while at < bytes.count {
      let (text, next) = line(at)
      if text.elementsEqual(hyphens) || text.elementsEqual("...".utf8) {
        (range, self.title) = (0..<next, title)
        return
      }
      if title == nil, text.starts(with: "title:".utf8) {
        title = Self.value(String(decoding: text.dropFirst(6), as: UTF8.self))
      }
      at = next
    }
    return nil
  }

  /// A text as YAML writes it on one line, its quotes left out; nil for nothing and for a text that
  /// goes on below.
  private static func value(_ text: String) -> String? {
    var value = text.drop { $0.isWhitespace }.description
    while value.last?.isWhitespace == true { value.removeLast() }
    for quote: Character in ["\"", "'"]
    where value.count >= 2 && value.first == quote && value.last == quote {
      value = String(value.dropFirst().dropLast())
      value = value.replacing(
        quote == "'" ? "''" : "\\\"", with: String(quote))
      return value.isEmpty ? nil : value
    }
    return value.isEmpty || "|>&*!".contains(value.first ?? "|") ? nil : value
  }
}
