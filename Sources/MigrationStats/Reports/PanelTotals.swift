/// Whether the totals of a panel are the sums of their parts.
///
/// The world is compared with its countries, both sexes with men and women, and in a matrix the total of
/// a side with the areas along it. What is no count, such as a rate, is not compared. A sum that is too
/// small is odd only where the parts are many: a table of a few countries beside the world leaves the
/// others out.
struct PanelTotals {
  private let panel: Panel
  private let place: Position

  init(_ panel: Panel, at place: Position) { (self.panel, self.place) = (panel, place) }

  /// The totals that are no sums.
  var oddities: [Note] {
    let counted = panel.series.filter { Self.isAdditive($0) && !$0.observations.isEmpty }
    var notes = areaNotes(counted) + sexNotes(counted)
    if case .matrix = panel.layout, let side = panel.keyNames.first {
      notes += sideNotes(counted, side)
    }
    return notes
  }

  /// Whether values of several areas can be added.
  static func isAdditive(_ series: Series) -> Bool {
    let words = "\(series.quantity.name) \(series.unit.name)".lowercased()
    return ![
      "%", "per ", "percent", "rate", "share", "ratio", "index", "average", "median",
      "annual change",
    ].contains { words.contains($0) }
  }

  /// A total and what should add up to it.
  private struct Sum {
    let name: String
    let parts: String
    let total: [Int: Observation]
    var sums: [Int: (value: Double, halfUnits: Double, count: Int)] = [:]

    init(_ name: String, of parts: String, _ total: [Observation], _ members: [Series]) {
      (self.name, self.parts) = (name, parts)
      self.total = Dictionary(total.map { ($0.year, $0) }) { first, _ in first }
      for point in members.flatMap(\.observations) {
        let sum = sums[point.year] ?? (0, 0, 0)
        sums[point.year] =
          (sum.value + point.value, sum.halfUnits + point.halfUnit, sum.count + 1)
      }
    }

    /// The years in which it does not add up, the worst first.
    ///
    /// - Parameter whole: how many parts make a sum that lacks none.
    func faults(whole: Int) -> [(year: Int, total: Double, sum: Double, count: Int)] {
      sums.compactMap { year, sum -> (year: Int, total: Double, sum: Double, count: Int)? in
        guard let point = total[year], sum.count > 1 else { return nil }
        let allowed = sum.halfUnits + point.halfUnit + 1e-9 * abs(point.value)
        let difference = sum.value - point.value
        guard difference > allowed || (difference < -allowed && sum.count >= whole) else {
          return nil
        }
        return (year, point.value, sum.value, sum.count)
      }
      .sorted {
        (abs($0.sum / $0.total - 1), $1.year) > (abs($1.sum / $1.total - 1), $0.year)
      }
    }

    /// What is odd about it; nil where it adds up.
    func note(whole: Int, at place: Position) -> Note? {
      let faults = faults(whole: whole)
      guard let worst = faults.first else { return nil }
      let percent = 100 * (worst.sum / worst.total - 1)
      let more =
        faults.count > 1
        ? "; so \(faults.count == 2 ? "is" : "are") \(faults.count - 1) more of its years" : ""
      return Note(
        "\(name) is not the sum of its \(worst.count) \(parts): in \(worst.year) it is "
          + "\(Numerals.grouped(worst.total)) and they add up to \(Numerals.grouped(worst.sum)) "
          + "(\(percent > 0 ? "+" : "")\(Numerals.significant(percent, digits: 2)) %)\(more)",
        at: place)
    }
  }

  private struct Group: Hashable {
    let quantity: String
    let unit: Unit
    let vintage: String?
    let keys: [Series.Key]
    var area: Area?

    init(_ series: Series, without key: String? = nil, area: Area? = nil) {
      (quantity, unit, vintage) = (series.quantity.name, series.unit, series.vintage)
      keys = series.keys.filter { $0.name != key }
      self.area = area
    }
  }

  private func areaNotes(_ series: [Series]) -> [Note] {
    let parts = series.filter { $0.area.kind != .aggregate }
    let members = Dictionary(grouping: parts) { Group($0) }
    let totals = series.filter { $0.area.code == "WLD" || TotalWords.begin($0.area.name) }
    return Self.summed(
      totals.compactMap { total in
        guard total.area.kind == .aggregate, let own = members[Group(total)] else { return nil }
        // Where one part is more than the total, nothing is added: a mean, or another unit.
        let largest = own.flatMap(\.observations).map(\.value).max() ?? 0
        guard largest <= total.observations.map(\.value).max() ?? 0 else { return nil }
        let keys = total.keys.map { "\($0.name) \($0.value)" }
        return Sum(
          ([total.area.name] + keys).joined(separator: ", "), of: "countries and areas",
          total.observations, own
        ).note(whole: panel.layout.name == "matrix" ? 2 : 150, at: place)
      })
  }

  private func sexNotes(_ series: [Series]) -> [Note] {
    guard let name = panel.keyNames.first(where: { ["sex", "gender"].contains($0.lowercased()) })
    else { return [] }
    func sex(_ series: Series) -> String {
      series.keys.first { $0.name == name }?.value.lowercased() ?? ""
    }
    let single: Set = ["male", "female", "m", "f", "males", "females", "men", "women"]
    let groups = Dictionary(grouping: series) { Group($0, without: name, area: $0.area) }
    return Self.summed(
      groups.values.compactMap { members -> Note? in
        let parts = members.filter { single.contains(sex($0)) }
        guard parts.count == 2, let total = members.first(where: { Holdings.isWhole(sex($0)) }),
          total.unit == .persons || !Self.isMean(total, of: parts)
        else { return nil }
        return Sum(
          "\(total.area.name), \(name) \(sex(total))", of: "sexes", total.observations, parts
        ).note(whole: 2, at: place)
      }.sorted { $0.text < $1.text })
  }

  /// Whether most values lie between those of their parts: those of rates do, and no sum's.
  private static func isMean(_ total: Series, of parts: [Series]) -> Bool {
    let between = total.observations.filter { point in
      let values = parts.compactMap { $0[point.year]?.value }
      guard let lower = values.min(), let upper = values.max(), values.count > 1 else {
        return false
      }
      return (lower...upper).contains(point.value)
    }
    return 2 * between.count > total.observations.count
  }

  private func sideNotes(_ series: [Series], _ side: String) -> [Note] {
    func other(_ series: Series) -> String {
      series.keys.first { $0.name == side }?.value ?? ""
    }
    let groups = Dictionary(grouping: series) { Group($0, without: side, area: $0.area) }
    return Self.summed(
      groups.values.compactMap { members -> Note? in
        guard let total = members.first(where: { TotalWords.begin(other($0)) }) else { return nil }
        let parts = members.filter { series in
          let area = Concordance.standard.area(name: other(series), code: nil)
          return area.kind != .aggregate && !TotalWords.begin(area.name)
        }
        return Sum(
          "\(total.area.name), \(side) \(other(total))", of: "areas of \(side)",
          total.observations, parts
        ).note(whole: 2, at: place)
      }.sorted { $0.text < $1.text })
  }

  /// The first three one by one, and how many are like them.
  private static func summed(_ notes: [Note]) -> [Note] {
    guard notes.count > 3 else { return notes }
    let place = notes[0].position
    return notes.prefix(3) + [
      Note("\(notes.count - 3) more totals are not the sums of their parts", at: place)
    ]
  }
}
