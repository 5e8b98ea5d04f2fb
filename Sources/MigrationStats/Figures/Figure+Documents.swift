extension Figure {
  /// The identity without `stat:`, as a marker and a footnote carry it.
  var digits: String { String(id.dropFirst("stat:".count)) }

  /// The sentence with a marker about the number, and a footnote with the note and the source.
  var markdown: String {
    let sentence = sentence
    let marked =
      "\(Markup.markdown(sentence.before))<!--\(id)-->\(Markup.markdown(sentence.number))<!--/stat-->"
      + "\(Markup.markdown(sentence.after))[^\(digits)]"
    return "\(marked)\n\n[^\(digits)]: \(Markup.markdown(footnote))\n"
  }

  /// A paragraph with the number as data and the note and the source in its foot.
  var html: String {
    let (id, sentence) = (id, sentence)
    let sources = provenance.sources.map { source in
      let text = Markup.html(source.text)
      return source.url.map { "<cite><a href=\"\(Markup.html($0))\">\(text)</a></cite>" }
        ?? "<cite>\(text)</cite>"
    }
    let notes = (note + ["\(capitalised(definition))."]).map { "<p>\(Markup.html($0))</p>" }
    let value = Numerals.exact(self.value)
    return """
      <figure class="stat" id="stat-\(digits)">
      <p>\(Markup.html(sentence.before))<data value="\(value)">\(Markup.html(sentence.number))</data>\
      \(Markup.html(sentence.after))</p>
      <footer>
      \(notes.joined(separator: "\n"))
      <p>\(sources.joined(separator: " "))\
      \(Markup.html(origin.isEmpty ? "" : " \(origin)")) <code>\(id)</code></p>
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
}
