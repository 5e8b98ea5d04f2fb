#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Figure {
  /// BibTeX: an entry for each source, `@misc`, which every style knows.
  ///
  /// The figure itself stands in a line above, which BibTeX passes over: the key is that of the
  /// source, the same for all its figures.
  var bibTeX: String {
    let remark = "% Figure \(id): \(sentence.text)".replacing("@", with: "(at)")
    return "\(remark)\n\n"
      + provenance.sources.map(\.bibTeX).joined(separator: "\n")
  }

  /// An array of items of the Citation Style Language (schema 1.0).
  var cslJSON: String {
    Self.encoded(
      provenance.sources.map {
        CSLItem(
          $0, note: "\($0.text) Data \($0.data.digest). Figure \(id): \(sentence.text)")
      })
  }

  /// RIS, whose lines end in a carriage return and a line feed.
  var ris: String {
    provenance.sources.map { $0.ris(note: "Figure \(id): \(sentence.text)") }.joined()
  }
}

extension Citation {
  fileprivate var bibTeX: String {
    let fields: [(String, String?)] = [
      ("title", title), ("author", authors?.joined(separator: " and ") ?? publisher),
      ("publisher", publisher),
      ("year", dateParts.first.map { "\($0)" }),
      ("month", dateParts.count > 1 ? "\(dateParts[1])" : nil),
      ("version", vintage), ("url", url), ("note", text),
      ("annote", "Data \(data.name), \(data.digest)"),
    ]
    let lines = fields.compactMap { name, value in
      value.map { value in
        switch name {
        case "url": "  \(name) = {\(value)}"
        // Braces twice: a name that is not to be taken apart, a title whose capitals stay.
        case "author" where authors != nil: "  \(name) = {\(Self.teX(value))}"
        case "title", "author", "publisher": "  \(name) = {{\(Self.teX(value))}}"
        default: "  \(name) = {\(Self.teX(value))}"
        }
      }
    }
    return "@misc{\(key),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// A text in which TeX finds nothing to do.
  private static func teX(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": escaped += "\\\(character)"
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "\n", "\r\n", "\r": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A record of a data file; the format forbids the asterisk in names.
  fileprivate func ris(note: String) -> String {
    let day = dateParts.enumerated().map { index, part in
      index == 0 ? "\(part)" : part < 10 ? "0\(part)" : "\(part)"
    }
    let date = (day + repeatElement("", count: max(0, 3 - day.count))).joined(separator: "/") + "/"
    let names = authors ?? [publisher].compactMap(\.self)
    let lines: [(String, String?)] =
      [("TY", "DATA"), ("ID", key)]
      + names.map { ("AU", $0.replacing("*", with: "")) } + [
        ("TI", title),
        ("PY", dateParts.first.map { "\($0)" }), ("DA", dateParts.count > 1 ? date : nil),
        ("ET", vintage), ("PB", publisher), ("UR", url), ("N1", text), ("N1", note),
        ("N1", "Data \(data.name), \(data.digest)"), ("ER", ""),
      ]
    return lines.compactMap { tag, value in
      value.map { "\(tag)  - \($0.split(whereSeparator: \.isNewline).joined(separator: " "))\r\n" }
    }.joined()
  }
}

/// An item of the Citation Style Language.
private struct CSLItem: Encodable {
  struct Name: Encodable {
    var literal: String?
    var family: String?
    var given: String?

    /// A person as `family, given`.
    init(person: String) {
      let parts = person.split(separator: ",", maxSplits: 1)
      guard parts.count == 2 else {
        literal = person
        return
      }
      family = String(parts[0])
      given = String(parts[1].drop { $0 == " " })
    }

    init(body: String) { literal = body }
  }
  struct Day: Encodable {
    let parts: [[Int]]
    enum CodingKeys: String, CodingKey { case parts = "date-parts" }
  }

  let id: String
  let type = "dataset"
  let title: String
  let author: [Name]?
  let issued: Day?
  let publisher: String?
  let version: String?
  let page: String?
  let note: String

  enum CodingKeys: String, CodingKey {
    case id, type, title, author, issued, publisher, version, note
    case page = "URL"
  }

  init(_ citation: Citation, note: String) {
    id = citation.key
    title = citation.title
    author =
      citation.authors?.map(Name.init(person:)) ?? citation.publisher.map { [Name(body: $0)] }
    issued = citation.dateParts.isEmpty ? nil : Day(parts: [citation.dateParts])
    publisher = citation.publisher
    version = citation.vintage
    page = citation.url
    self.note = note
  }
}

extension Figure {
  /// JSON with its keys in alphabetical order, ending in a line break.
  static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }
}
