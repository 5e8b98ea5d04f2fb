/// A template filled with its figures.
///
/// ```swift
/// let template = try BriefingTemplate(bytes, name: "template.md")
/// let briefing = try template.filled(
///   lock: nil, renewed: { try holdings.figure($0) },
///   { try holdings.figure(FigureRequest($0.words[0], area: $0.words[1], of: .level)) })
/// print(briefing.markdown().isEmpty)  // false
/// let page = briefing.page()  // one HTML page
/// ```
public struct Briefing: Sendable {
  /// The figures, each once, in the order of their footnotes.
  public let figures: [Figure]
  /// What `figures.lock.json` tells of them.
  public let lock: FigureLock
  let bytes: [UInt8]
  let slots: [Slot]
  /// What is cut out: former notes.
  let cuts: [Range<Int>]
  /// The labels of the figures' footnotes.
  let labels: [String]

  /// A place with a number.
  struct Slot: Sendable {
    let range: Range<Int>
    /// The figure's place among all.
    let figure: Int
    /// The number as it is printed here.
    let shown: String
  }

  /// The text in Markdown.
  ///
  /// - Parameter isMarked: whether numbers carry the marks by which `stats check` knows them.
  public func markdown(isMarked: Bool = true) -> String {
    let text = text { slot, label in
      let number =
        isMarked ? Marker.text(slot.shown, id: figures[slot.figure].id) : slot.shown
      return "\(number)[^\(label)]"
    }
    return text + (figures.isEmpty ? "" : "\(Footnotes.start)\n\n\(notes)\n\(Footnotes.end)\n")
  }

  /// The text without its notes, each number written as is told.
  func text(_ number: (Slot, _ label: String) -> String) -> String {
    let numbers = slots.map { ($0.range, number($0, labels[$0.figure])) }
    let edited = Marker.edited(bytes, numbers + cuts.map { ($0, "") })
    var text = String(decoding: edited, as: UTF8.self)
    guard !figures.isEmpty else { return text }
    while text.last?.isNewline == true { text.removeLast() }
    return text + "\n\n"
  }

  /// Method, caveats and footnotes in Markdown.
  var notes: String { method + "\n" + footnotes { $0 } }

  /// Method and caveats in Markdown.
  var method: String {
    var text =
      "## Method\n\nEach figure was computed from the data named in its footnote and is printed "
      + "rounded half away from zero. The identity (stat:…) is that of its recipe on these data: "
      + "the same recipe on the same data gives the same figure.\n\n"
    for definition in orderedUnique(figures.map(\.definition)) {
      text += "- \(Markup.markdown(definition))\n"
    }
    let caveats = orderedUnique(figures.flatMap { $0.note + $0.remarks })
    if !caveats.isEmpty {
      text += "\n## Caveats\n\n"
      for caveat in caveats { text += "- \(Markup.markdown(caveat))\n" }
    }
    return text
  }

  /// The footnotes in Markdown, the text of each written as is told.
  func footnotes(_ written: (String) -> String) -> String {
    zip(labels, figures).map { label, figure in
      "[^\(label)]: \(written(Markup.markdown(figure.footnote)))\n"
    }.joined()
  }
}

extension BriefingTemplate {
  /// The briefing: a figure in each place, and the marked numbers made again.
  ///
  /// The notes that a former filling wrote are replaced.
  ///
  /// - Parameters:
  ///   - lock: the lock beside the template; nil where there is none.
  ///   - renewed: makes the figure of a recipe on the data held now.
  ///   - figure: makes the figure of a place.
  /// - Throws: `FigureError` with the place in the template: `unknown` for a marker that the lock
  ///   does not know, `malformed` for what cannot be made.
  public func filled(
    lock: FigureLock?, renewed: (Recipe) throws -> Figure, _ figure: (Placeholder) throws -> Figure
  ) throws(FigureError) -> Briefing {
    let footnotes = Footnotes(bytes)
    var places = TextPlaces(bytes)
    var figures: [Figure] = []
    var numbers: [String: Int] = [:]
    var made = FigureLock()
    var slots: [Briefing.Slot] = []
    func add(_ figure: Figure, at range: Range<Int>, shown: String) {
      let number = numbers[figure.id] ?? figures.count
      if number == figures.count {
        figures.append(figure)
        numbers[figure.id] = number
        made.add(figure)
      }
      slots.append(Briefing.Slot(range: range, figure: number, shown: shown))
    }
    for item in items {
      switch item {
      case .place(let place):
        let found = try Self.attempt(at: place.position) { try figure(place) }
        add(
          found, at: place.range,
          shown: found.value < 0 && isDecline(before: place.range.lowerBound)
            ? found.text(of: abs(found.value)) : found.display)
      case .marker(let marker):
        if footnotes.notes?.contains(marker.range.lowerBound) == true { continue }
        let (line, column) = places.place(of: marker.range.lowerBound)
        let position = Position(file: name, line: line, column: "\(column)")
        let entry = try entry(marker, in: lock, at: position)
        let found = try Self.attempt(at: position) { try renewed(entry.recipe) }
          .rounded(entry.rounding)
        // The verb keeps the sign, as the text had it.
        let isUnsigned =
          found.value < 0 && !bytes[marker.content].contains(UInt8(ascii: "-"))
          && !String(decoding: bytes[marker.content], as: UTF8.self).contains("−")
        let reference = footnotes.formerReference(at: marker.range.upperBound, in: bytes)
        add(
          found, at: marker.range.lowerBound..<(reference?.upperBound ?? marker.range.upperBound),
          shown: isUnsigned ? found.text(of: abs(found.value)) : found.display)
      }
    }
    return Briefing(
      figures: figures, lock: made, bytes: bytes, slots: slots,
      cuts: [footnotes.notes].compactMap(\.self),
      labels: footnotes.free(figures.count))
  }

  /// Whether a verb of decline stands before a number: ‘fell by’.
  private func isDecline(before index: Int) -> Bool {
    let before = String(decoding: bytes[max(0, index - 40)..<index], as: UTF8.self)
    let words = before.lowercased().split { !$0.isLetter }.suffix(3).map(String.init)
    return words.last == "by" && words.contains { NumberWords.directions[$0] == -1 }
  }

  private enum Item {
    case place(Placeholder)
    case marker(Marker)

    var start: Int {
      switch self {
      case .place(let place): place.range.lowerBound
      case .marker(let marker): marker.range.lowerBound
      }
    }
  }

  private var items: [Item] {
    (placeholders.map(Item.place) + markers.map(Item.marker)).sorted { $0.start < $1.start }
  }

  private func entry(
    _ marker: Marker, in lock: FigureLock?, at position: Position
  ) throws(FigureError) -> FigureLock.Entry {
    if let entry = lock?.figures[marker.id] { return entry }
    throw FigureError(
      .unknown,
      lock == nil
        ? "what \(marker.id) is cannot be known without a lock beside the text"
        : "the lock beside the text has no figure \(marker.id)", at: position,
      remedy: "Put \(FigureLock.path(beside: "")) beside it, or say the figure in braces instead.")
  }

  /// A figure, or why it cannot be made, told with the place in the template.
  private static func attempt(
    at position: Position, _ make: () throws -> Figure
  ) throws(FigureError) -> Figure {
    do {
      return try make()
    } catch {
      let problem = error as? any Problem
      throw FigureError(
        .malformed, problem?.summary ?? "\(error)", at: position, remedy: problem?.remedy)
    }
  }
}
