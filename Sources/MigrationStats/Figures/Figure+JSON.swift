extension Figure {
  /// Everything that is known of the figure: see `schemas/figure.schema.json`.
  var json: String { Self.encoded(FigureDocument(self)) }
}

/// A figure as a document for programs; what is not known is null rather than left out.
private struct FigureDocument: Encodable {
  private let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  private enum Key: String, CodingKey {
    case id, value, unit, display, rounding, interval, status, matched, ranked, caveats, note
    case definition, recipe, provenance, sentence, citation
  }

  private enum RoundingKey: String, CodingKey { case scale, decimals, rule }
  private enum IntervalKey: String, CodingKey { case lower, upper, kind, level }
  private enum CaveatKey: String, CodingKey { case kind, year, text }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(figure.id, forKey: .id)
    try members.encode(figure.value, forKey: .value)
    try members.encode(figure.unit, forKey: .unit)
    try members.encode(figure.display, forKey: .display)
    var rounding = members.nestedContainer(keyedBy: RoundingKey.self, forKey: .rounding)
    try rounding.encode(figure.rounding.scale.rawValue, forKey: .scale)
    try rounding.encode(figure.rounding.decimals, forKey: .decimals)
    try rounding.encode(figure.roundingInWords, forKey: .rule)
    try encode(figure.interval, to: &members)
    try members.encode(figure.status.rawValue, forKey: .status)
    try members.encode(figure.matched, forKey: .matched)
    try members.encode(figure.ranked, forKey: .ranked)
    var caveats = members.nestedUnkeyedContainer(forKey: .caveats)
    for caveat in figure.caveats {
      var element = caveats.nestedContainer(keyedBy: CaveatKey.self)
      try element.encode(caveat.kind, forKey: .kind)
      try element.encode(caveat.year, forKey: .year)
      try element.encode(caveat.text, forKey: .text)
    }
    try members.encode(figure.note, forKey: .note)
    try members.encode(figure.definition, forKey: .definition)
    try members.encode(figure.recipe, forKey: .recipe)
    try members.encode(figure.provenance, forKey: .provenance)
    try members.encode(figure.sentence.text, forKey: .sentence)
    try members.encode(figure.provenance.sources.map(\.text), forKey: .citation)
  }

  private func encode(
    _ interval: Interval?, to members: inout KeyedEncodingContainer<Key>
  ) throws {
    guard let interval else { return try members.encodeNil(forKey: .interval) }
    var ends = members.nestedContainer(keyedBy: IntervalKey.self, forKey: .interval)
    try ends.encode(interval.lower, forKey: .lower)
    try ends.encode(interval.upper, forKey: .upper)
    switch interval.kind {
    case .rounding:
      try ends.encode("rounding", forKey: .kind)
      try ends.encodeNil(forKey: .level)
    case .confidence(let level):
      try ends.encode(
        figure.recipe.operation == .forecast ? "prediction" : "confidence", forKey: .kind)
      try ends.encode(level, forKey: .level)
    }
  }
}
