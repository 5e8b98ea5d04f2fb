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
  /// Whether no year came after a later one.
  var isAscending = true

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

  /// The years with a value or a suppressed one.
  var years: [Int] { observations.map(\.year) + suppressed.map(\.year) }

  /// One area under two names, such as Swaziland until 2000 and Eswatini since, is one series where
  /// the years do not overlap.
  static func merged(_ drafts: [SeriesDraft], _ notes: inout [Note], at place: Position)
    -> [SeriesDraft]
  {
    struct Identity: Hashable {
      let code: String
      let quantity: String
      let unit: Unit
      let vintage: String?
      let keys: [Series.Key]
    }
    var merged: [SeriesDraft] = []
    var known: [Identity: Int] = [:]
    for draft in drafts {
      guard draft.area.kind != .unknown, let code = draft.area.code else {
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
      let names = "\(code) has two names, ‘\(other.area.name)’ and ‘\(draft.area.name)’"
      if Set(other.years).isDisjoint(with: draft.years) {
        merged[index].observations += draft.observations
        merged[index].suppressed += draft.suppressed
        notes.append(
          Note("\(names); their years are put together in one series", at: place))
      } else {
        notes.append(
          Note(
            "\(names), with values for the same years: they stay two series",
            at: place))
        merged.append(draft)
      }
    }
    return merged
  }
}
