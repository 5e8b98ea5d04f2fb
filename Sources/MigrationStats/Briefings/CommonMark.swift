internal import CCommonMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Markdown with tables and footnotes, read by GitHub's CommonMark.
enum CommonMark {
  /// Markdown set as HTML.
  struct Page {
    /// What stands in the body; raw HTML and dangerous links are left out.
    let body: String
    /// The text of the first heading; nil where there is none.
    let title: String?
    /// How often raw HTML was left out.
    let omissions: Int
  }

  /// The version of the library.
  static var version: String { String(cString: cmark_version_string()) }

  /// What the library writes where raw HTML stood.
  private static let omission = "<!-- raw HTML omitted -->"

  /// The extensions are registered once in a program.
  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Sets a text as HTML; nil where the library is out of memory.
  static func page(of markdown: String) -> Page? {
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
    guard isRegistered, let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    var markdown = markdown
    markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(root) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(root, options, extensions) else { return nil }
    defer { free(html) }
    let parts = pieces(of: String(cString: html), by: omission)
    return Page(body: parts.joined(), title: title(of: root), omissions: parts.count - 1)
  }

  /// The words of the first heading.
  private static func title(of root: OpaquePointer) -> String? {
    guard let iterator = cmark_iter_new(root) else { return nil }
    defer { cmark_iter_free(iterator) }
    var heading: String?
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HEADING where event == CMARK_EVENT_ENTER: heading = ""
      case CMARK_NODE_HEADING:
        if let words = heading, !words.isEmpty { return words }
        heading = nil
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if let literal = cmark_node_get_literal(node) { heading?.append(String(cString: literal)) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: heading?.append(" ")
      default: break
      }
    }
  }

  /// A text parted by another.
  private static func pieces(of text: String, by separator: String) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
