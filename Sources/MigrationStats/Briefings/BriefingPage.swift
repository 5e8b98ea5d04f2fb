/// A briefing as one HTML page that needs nothing else: no script, no style sheet, no network.
///
/// ```swift
/// let page = briefing.page()
/// print(page.map { BriefingPage.isOwn($0.text.utf8) } ?? false, page?.omissions ?? 0)
/// // true 0
/// ```
public struct BriefingPage: Sendable {
  /// The page.
  public let text: String
  /// How often raw HTML of the template was left out.
  public let omissions: Int

  static let generator = "MigrationStats"

  /// Whether a file is a page that was made here, so that its marks can be read.
  ///
  /// - Parameter bytes: the file, or its first 1,024 bytes.
  public static func isOwn(_ bytes: some Collection<UInt8>) -> Bool {
    String(decoding: bytes.prefix(1024), as: UTF8.self)
      .contains("<meta name=\"generator\" content=\"\(generator)\">")
  }
}

extension Briefing {
  /// The page; nil where memory is short.
  ///
  /// Raw HTML of the template is left out, and the page forbids whatever would be fetched. Its title
  /// is that of the front matter, else the first heading.
  ///
  /// - Parameter isMarked: whether numbers carry the marks by which `stats check` knows them.
  public func page(isMarked: Bool = true) -> BriefingPage? {
    // Markdown sets a word in the place of each number, since it would leave comments out.
    var word = "statfigure"
    let own = String(decoding: bytes, as: UTF8.self)
    while own.contains(word) { word += "q" }
    var shown: [Slot] = []
    let text = text { slot, label in
      shown.append(slot)
      return "\(word)\(shown.count - 1)z[^\(label)]"
    }
    // The front matter is of the template, not of the text.
    let matter = FrontMatter(Array(text.utf8))
    let (open, close) = ("\(word)open", "\(word)close")
    let notes =
      "\(open)\n\n\(method)\n\(close)\n\n" + footnotes { "\(open) \($0) \(close)" }
    let whole = String(
      decoding: Array(text.utf8)[(matter?.range.upperBound ?? 0)...], as: UTF8.self)
    guard let page = CommonMark.page(of: whole + (figures.isEmpty ? "" : notes)) else { return nil }
    let title = Self.filling(matter?.title ?? page.title ?? "Briefing", word) { index, _ in
      shown[index].shown
    }
    var body = Self.filling(page.body, word) { index, isInTag in
      let number = Markup.html(shown[index].shown)
      let value = Numerals.exact(figures[shown[index].figure].value)
      let marked =
        isMarked ? Marker.text(number, id: figures[shown[index].figure].id) : number
      return isInTag ? number : "<data value=\"\(value)\">\(marked)</data>"
    }
    // Notes are no claims of the text: a check of the page passes over them.
    for (mark, comment) in [(open, Footnotes.start), (close, Footnotes.end)] {
      body = body.replacing("<p>\(mark)</p>", with: comment)
      body = body.replacing("\(mark) ", with: comment).replacing(" \(mark)", with: comment)
    }
    body = body.replacing("<table>", with: "<div class=\"wide\"><table>")
    body = body.replacing("</table>", with: "</table></div>")
    body = body.replacing(
      "<section class=\"footnotes\" data-footnotes>",
      with: "<section class=\"footnotes\" aria-labelledby=\"sources\">\n"
        + "<h2 id=\"sources\">Sources</h2>")
    return BriefingPage(text: Self.page(Markup.html(title), body), omissions: page.omissions)
  }

  /// A text with its numbers in the places of the words that stood for them.
  private static func filling(
    _ text: String, _ word: String, _ number: (_ index: Int, _ isInTag: Bool) -> String
  ) -> String {
    let (bytes, word) = (Array(text.utf8), Array(word.utf8))
    var result: [UInt8] = []
    var (index, isInTag) = (0, false)
    while index < bytes.count {
      if bytes[index] == word[0], bytes[index...].starts(with: word) {
        let digits = bytes[(index + word.count)...].prefix { (0x30...0x39).contains($0) }
        if let place = Int(String(decoding: digits, as: UTF8.self)) {
          result += number(place, isInTag).utf8
          index = digits.endIndex + 1
          continue
        }
      }
      if bytes[index] == UInt8(ascii: "<") { isInTag = true }
      if bytes[index] == UInt8(ascii: ">") { isInTag = false }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func page(_ title: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src data:">
    <meta name="generator" content="\(BriefingPage.generator)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }

  private static let style = """
    body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: #1a1a1a; background: #fff;
      font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
    h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 1.6em 0 0.5em; }
    h1 { font-size: 1.7rem; margin-top: 0.5em; }
    h2 { font-size: 1.25rem; }
    a { color: #0b4a8f; }
    data { white-space: nowrap; }
    sup { line-height: 0; }
    sup a { padding: 0 0.15em; text-decoration: none; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.95rem; }
    th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid #bbb; text-align: left;
      vertical-align: top; }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid #bbb; }
    pre { overflow-x: auto; }
    .footnotes { margin-top: 2rem; border-top: 1px solid #bbb; font-size: 0.9rem; }
    :target { background: #fff3c4; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      a { color: inherit; text-decoration: none; }
      h1, h2, h3 { break-after: avoid; }
      .footnotes li, tr { break-inside: avoid; }
      .wide { overflow: visible; }
    }
    """
}
