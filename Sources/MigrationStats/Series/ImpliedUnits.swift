/// The units that the words for what is measured imply, where nothing states one.
///
/// ‘International migrant stock’ counts persons, and what is ‘a percentage of’ is in per cent. Both are
/// guesses, said as such; persons only where every value is a whole number and nothing above the
/// table speaks of thousands.
struct ImpliedUnits {
  /// The units by the quantities, with what they are taken from.
  private var units: [Quantity: (unit: Unit, note: Note)] = [:]

  /// No units, where the titles contradict one another.
  init() {}

  init(_ drafts: [SeriesDraft], titles: [String], at place: Position) {
    let isMultiple = titles.contains(where: Self.speaksOfThousands)
    let unstated = drafts.filter { $0.unit == .notStated }
    for quantity in Set(unstated.map(\.quantity)) {
      for words in Self.words(of: quantity, titles) {
        guard let unit = Self.unit(words), units[quantity] == nil else { continue }
        let isCounted = unstated.allSatisfy { $0.quantity != quantity || Self.isWhole($0) }
        guard unit != .persons || isCounted && !isMultiple && !Self.speaksOfThousands(words)
        else { continue }
        units[quantity] = (
          unit,
          Note(
            "the unit ‘\(unit.name)’ is taken from the words ‘\(words)’ (a guess; told with --unit)",
            at: place)
        )
      }
    }
  }

  /// The unit of a draft that states none, and what it is taken from.
  func unit(of draft: SeriesDraft) -> (unit: Unit, note: Note)? { units[draft.quantity] }

  /// Whether every value is a whole number; a workbook writes 38,891 as 38891.00000000001.
  private static func isWhole(_ draft: SeriesDraft) -> Bool {
    draft.observations.allSatisfy {
      abs($0.value - $0.value.rounded()) <= 1e-9 * abs($0.value)
    }
  }

  /// Whether a text says that values are multiples, in whatever way.
  private static func speaksOfThousands(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["thousand", "million", "billion", "hundred", "1000", "1,000", "'000", "000s", "mio"]
      .contains { text.contains($0) }
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
