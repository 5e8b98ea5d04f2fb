/// The caveats of several series as one list: what distorts a comparison first, each once, with the
/// names of the series that it is of where it is not of all.
struct GatheredCaveats {
  let caveats: [Caveat]

  private static let order = [
    "break", "coverage", "bound", "implausible", "mixed-vintage", "territory", "span",
    "interpolated", "zero", "suppressed",
  ]

  init(_ found: [(name: String, caveats: [Caveat])]) {
    let all = orderedUnique(found.flatMap(\.caveats))
    var names: [Caveat: [String]] = [:]
    for (name, caveats) in found {
      for caveat in orderedUnique(caveats) { names[caveat, default: []].append(name) }
    }
    let named = all.map { caveat -> Caveat in
      let whose = names[caveat] ?? []
      guard found.count > 1, whose.count < found.count else { return caveat }
      return Caveat(
        caveat.kind, year: caveat.year, "\(ChartMaker.few(whose, 4)): \(caveat.text)")
    }
    caveats = named.enumerated().sorted {
      (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
    }.map(\.element)
  }

  private static func rank(_ caveat: Caveat) -> Int {
    order.firstIndex(of: caveat.kind) ?? order.count
  }
}
