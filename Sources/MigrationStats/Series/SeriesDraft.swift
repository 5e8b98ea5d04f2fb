/// A series while the rows of its table are read.
struct SeriesDraft {
  let area: Area
  let quantity: Quantity
  let unit: Unit
  let vintage: String?
  let keys: [Series.Key]
  var observations: [Observation] = []
  var suppressed: [(year: Int, line: Int)] = []
  /// Whether no year came after a later one.
  var isAscending = true

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
