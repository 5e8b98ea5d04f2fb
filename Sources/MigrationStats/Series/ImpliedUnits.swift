/// The units that the words for what is measured imply, where nothing states one.
///
/// ‘International migrant stock’ counts persons, and what is ‘a percentage of’ is in per cent. Both are
/// guesses, said as such; persons only where every value is a whole number.
struct ImpliedUnits {
  private let titles: [String]
  private let place: Position
  /// The quantities that have a value which is no whole number.
  private let fractional: Set<String>

  init(_ drafts: [SeriesDraft], titles: [String], at place: Position) {
    (self.titles, self.place) = (titles, place)
    var fractional = Set<String>()
    let names = Set(drafts.filter { $0.unit == .notStated }.map(\.quantity)).filter { quantity in
      Self.words(of: quantity, titles).contains { Self.unit($0) == .persons }
    }.map(\.name)
    for draft in drafts where draft.unit == .notStated && names.contains(draft.quantity.name) {
      // A workbook writes 38,891 as 38891.00000000001.
      let isWhole = draft.observations.allSatisfy {
        abs($0.value - $0.value.rounded()) <= 1e-9 * abs($0.value)
      }
      if !isWhole { fractional.insert(draft.quantity.name) }
    }
    self.fractional = fractional
  }

  /// The unit of a draft that states none, and what it is taken from.
  func unit(of draft: SeriesDraft) -> (unit: Unit, note: Note)? {
    let name = draft.quantity.name
    for words in Self.words(of: draft.quantity, titles) {
      guard let unit = Self.unit(words),
        unit != .persons || !fractional.contains(name)
      else { continue }
      return (
        unit,
        Note(
          "the unit ‘\(unit.name)’ is taken from the words ‘\(words)’ (a guess; told with --unit)",
          at: place)
      )
    }
    return nil
  }

  private static func words(of quantity: Quantity, _ titles: [String]) -> [String] {
    quantity == .notStated ? titles : [quantity.name]
  }

  private static func unit(_ words: String) -> Unit? {
    let text = words.lowercased()
    func has(_ parts: [String]) -> Bool { parts.contains { text.contains($0) } }
    if has(["as a percentage of", "percentage", "per cent ", "percent of", "annual rate of change"])
    {
      return Unit("%")
    }
    guard !has(["rate", "share", "ratio", "index", "per ", "%", "$", "average", "median"]) else {
      return nil
    }
    return has([
      "migrant stock", "refugee stock", "stock of migrants", "number of migrants",
      "number of refugees", "persons", "number of people",
    ]) ? .persons : nil
  }
}
