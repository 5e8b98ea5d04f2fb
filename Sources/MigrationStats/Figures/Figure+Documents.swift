extension Figure {
  /// The identity without `stat:`, as a marker and a footnote carry it.
  var digits: String { String(id.dropFirst("stat:".count)) }

  /// The sentence with a marker about the number, and a footnote with the note and the source.
  var markdown: String {
    let sentence = sentence
    let marked =
      "\(Self.markdown(sentence.before))<!--\(id)-->\(Self.markdown(sentence.number))<!--/stat-->"
      + "\(Self.markdown(sentence.after))[^\(digits)]"
    return "\(marked)\n\n[^\(digits)]: \(Self.markdown(footnote))\n"
  }

  /// A paragraph with the number as data and the note and the source in its foot.
  var html: String {
    let (id, sentence) = (id, sentence)
    let sources = provenance.sources.map { source in
      let text = Self.html(source.text)
      return source.url.map { "<cite><a href=\"\(Self.html($0))\">\(text)</a></cite>" }
        ?? "<cite>\(text)</cite>"
    }
    let notes = (note + ["\(capitalised(definition))."]).map { "<p>\(Self.html($0))</p>" }
    let value = Numerals.exact(self.value)
    return """
      <figure class="stat" id="stat-\(digits)">
      <p>\(Self.html(sentence.before))<data value="\(value)">\(Self.html(sentence.number))</data>\
      \(Self.html(sentence.after))</p>
      <footer>
      \(notes.joined(separator: "\n"))
      <p>\(sources.joined(separator: " "))\
      \(Self.html(origin.isEmpty ? "" : " \(origin)")) <code>\(id)</code></p>
      </footer>
      </figure>

      """
  }

  /// Note, definition, interval, source and identity in one paragraph.
  var footnote: String {
    let parts: [String?] =
      note + ["\(capitalised(definition)).", tellingInterval.map { "Interval: \($0)." }, "Source:"]
      + provenance.sources.map(\.text) + [origin, "Figure \(id)."]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The interval, unless its ends are printed alike.
  private var tellingInterval: String? {
    guard let interval else { return nil }
    let ends = [interval.lower, interval.upper].map { end in
      end.map { Numerals.significant($0, digits: 6) }
    }
    return ends[0] == ends[1] ? nil : intervalInWords
  }

  /// Vintage and rows.
  private var origin: String {
    let vintages = orderedUnique(
      provenance.sources.compactMap { source in
        source.vintage.map { vintage in
          "vintage \(vintage)" + (source.released.map { " (released \($0))" } ?? "")
        }
      })
    let parts = vintages + [rowsInWords.map { "rows \($0)" }].compactMap(\.self)
    return parts.isEmpty ? "" : capitalised(parts.joined(separator: ", ")) + "."
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A text in which Markdown finds nothing to set.
  static func markdown(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", "*", "_", "`", "<", "[", "]", "|": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  static func html(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
