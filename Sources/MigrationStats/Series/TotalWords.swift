/// The words with which publishers head the rows of their sums.
enum TotalWords {
  /// Whether a name begins with one: `Total Remittances`, `Grand total`, `Insgesamt`.
  static func begin(_ name: String) -> Bool {
    let words = Concordance.folded(name).split(separator: " ")
    guard let first = words.first else { return false }
    return single.contains(first)
      || words.count > 1 && first == "grand" && words[1] == "total"
      || words.count > 1 && first == "all"
        && ["countries", "areas", "origins", "destinations"]
          .contains(words[1])
  }

  private static let single: Set<Substring> = [
    "total", "totals", "sum", "subtotal", "insgesamt", "gesamt", "summe", "ensemble", "totale",
  ]
}
