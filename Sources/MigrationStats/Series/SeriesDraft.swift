/// A series while the rows of its table are read.
struct SeriesDraft {
  let area: Area
  let quantity: Quantity
  var unit: Unit
  let vintage: String?
  let keys: [Series.Key]
  /// The first values with and without a sign for per cent.
  private var firstPercent: Position?
  private var firstPlain: Position?
  var observations: [Observation] = []
  var suppressed: [(year: Int, line: Int)] = []
  /// How many rows are of it, each counted for one series only.
  var rowCount = 0
  /// Whether no year came after a later one.
  var isAscending = true
  /// The sign of a currency beside its values.
  var currency: String?

  init(area: Area, quantity: Quantity, unit: Unit, vintage: String?, keys: [Series.Key]) {
    self.area = area
    self.quantity = quantity
    self.unit = unit
    self.vintage = vintage
    self.keys = keys
  }

  /// Notes whether a value has a sign for per cent.
  mutating func note(isPercent: Bool, at position: @autoclosure () -> Position) {
    if isPercent {
      if firstPercent == nil { firstPercent = position() }
    } else if firstPlain == nil {
      firstPlain = position()
    }
  }

  /// The draft in per cent, where its values have the sign for it.
  ///
  /// - Throws: `TidyingError` (`notANumber`) where some have the sign and some have not.
  func withPercentSigns() throws(TidyingError) -> SeriesDraft {
    guard let firstPercent else { return self }
    if let firstPlain {
      throw TidyingError(
        .notANumber, "the value has no sign for per cent, where others of its series have one",
        at: firstPlain,
        remedy: "The first with a sign is on line \(firstPercent.line ?? 0). Write all values with "
          + "the sign, or none.")
    }
    var draft = self
    if unit == .notStated { draft.unit = Unit("%") }
    return draft
  }

  /// The line that holds the value of a year, or nil.
  func line(of year: Int) -> Int? {
    // Years mostly ascend, so that a new one comes after all others.
    if isAscending, suppressed.isEmpty, observations.last.map({ $0.year < year }) ?? true {
      return nil
    }
    return observations.first { $0.year == year }?.lines.first
      ?? suppressed.first { $0.year == year }?.line
  }

  /// What a reader has to know of values that are not of single years.
  var caveats: [Caveat] {
    let spans = observations.compactMap { $0.attributes[Observation.period] }.filter { text in
      PeriodText.readings(of: text).contains { $0.span != nil }
    }
    guard let first = spans.min(), let last = spans.max() else { return [] }
    return [
      Caveat(
        "period",
        "The values are of spans of years (\(first)\(first == last ? "" : " to \(last)")), each set at "
          + "the last year of its span: a change from one to another is of what was measured over "
          + "spans, and says nothing of a state at the end of a year.")
    ]
  }

  /// The years with a value or a suppressed one.
  var years: [Int] { observations.map(\.year) + suppressed.map(\.year) }

  /// What is said of a year: a value, that it is withheld (nil within), or nothing.
  private func value(of year: Int) -> Double?? {
    if let point = observations.first(where: { $0.year == year }) { return .some(point.value) }
    return suppressed.contains { $0.year == year } ? .some(nil) : nil
  }

  /// One area under two names, such as Swaziland until 2000 and Eswatini since, is one series where
  /// the years do not overlap, or where both say the same of the years that do: a table that prints
  /// Europe among the continents and EUROPE among the regions has it once.
  ///
  /// - Returns: the series, and how many rows say again what others say.
  /// - Throws: `TidyingError` (`duplicate`) where one area under one name, written in two ways, has
  ///   different values for a year.
  static func merged(
    _ drafts: [SeriesDraft], _ notes: inout [Note], at place: Position
  ) throws(TidyingError) -> (drafts: [SeriesDraft], repeatedRows: Int) {
    struct Identity: Hashable {
      let code: String
      let quantity: String
      let unit: Unit
      let vintage: String?
      let keys: [Series.Key]
    }
    var (merged, repeatedRows) = ([SeriesDraft](), 0)
    var known = [Identity: Int](minimumCapacity: drafts.count)
    merged.reserveCapacity(drafts.count)
    for draft in drafts {
      // A group that two publishers share the name of has no code of its own.
      let name = draft.area.kind == .aggregate ? Concordance.folded(draft.area.name) : nil
      guard draft.area.kind != .unknown, let code = draft.area.code ?? name else {
        merged.append(draft)
        continue
      }
      let identity = Identity(
        code: code, quantity: draft.quantity.name, unit: draft.unit, vintage: draft.vintage,
        keys: draft.keys)
      guard let index = known[identity] else {
        known[identity] = merged.count
        merged.append(draft)
        continue
      }
      let other = merged[index]
      let names =
        draft.area.name == other.area.name
        ? "‘\(draft.area.name)’ is written in two ways"
        : "\(draft.area.code ?? "A group") has two names, ‘\(other.area.name)’ and "
          + "‘\(draft.area.name)’"
      let shared = Set(other.years).intersection(draft.years)
      if shared.isEmpty {
        merged[index].take(draft, but: [])
        notes.append(
          Note("\(names); their years are put together in one series", at: place))
      } else if shared.allSatisfy({ other.value(of: $0) == draft.value(of: $0) }) {
        merged[index].take(draft, but: shared)
        repeatedRows += draft.rowCount
        notes.append(
          Note("\(names), with the same values for the same years: it is taken once", at: place))
      } else if let year = shared.sorted().first(where: {
        other.value(of: $0) != draft.value(of: $0)
      }), draft.isNamed(as: other) {
        throw TidyingError.secondValue(
          of: draft, for: year, first: other.line(of: year),
          at: Position(file: place.file, sheet: place.sheet, line: draft.line(of: year)))
      } else {
        notes.append(
          Note(
            "\(names), with values for the same years: they stay two series",
            at: place))
        merged.append(draft)
      }
    }
    return (merged, repeatedRows)
  }

  /// Whether two drafts of one area have one name: a country's in capitals is the same, whereas of
  /// groups publishers print two that differ in nothing else.
  private func isNamed(as other: SeriesDraft) -> Bool {
    area.name == other.area.name
      || area.kind != .aggregate
        && Concordance.folded(area.name) == Concordance.folded(other.area.name)
  }

  /// The area and the keys: `Canada, sex male`.
  var title: String {
    ([area.name] + keys.map { "\($0.name) \($0.value)" }).joined(separator: ", ")
  }

  /// Takes the values of another, but for those of some years.
  private mutating func take(_ other: SeriesDraft, but years: Set<Int>) {
    observations += other.observations.filter { !years.contains($0.year) }
    suppressed += other.suppressed.filter { !years.contains($0.year) }
  }
}

extension TidyingError {
  /// Two values for one series and year.
  static func secondValue(
    of draft: SeriesDraft, for year: Int, first line: Int?, at position: Position
  ) -> TidyingError {
    TidyingError(
      .duplicate,
      "\(draft.title) has a second value for \(year); the first is on line \(line ?? 0)",
      at: position,
      remedy:
        "Delete one of the rows, or name the column that tells them apart: --key-column NAME.")
  }
}
