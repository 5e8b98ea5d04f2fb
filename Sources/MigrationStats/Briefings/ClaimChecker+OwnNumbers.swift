extension ClaimChecker {
  struct OwnNumbers {
    let agrees: Bool
    let note: String
    let value: Double?
  }

  /// What the two levels of the sentence say of its change.
  func ownNumbers(_ claim: Claim) -> OwnNumbers? {
    guard let ends = claim.ends else { return nil }
    let (first, last) = (ends.first.value, ends.last.value)
    if claim.form == .level {
      guard claim.direction != 0, first != last,
        (last - first) * claim.direction < 0, claim.number == ends.last
      else { return nil }
      return OwnNumbers(
        agrees: false,
        note: "The sentence speaks of \(claim.direction > 0 ? "growth" : "a decline") and gives "
          + "\(Numerals.grouped(first)) to \(Numerals.grouped(last)).", value: nil)
    }
    let years = claim.years.count == 2 ? claim.years[1] - claim.years[0] : 0
    guard let value = Self.change(claim.form, first, last, years) else { return nil }
    let (low, high) = (ends.first.coarseRange, ends.last.coarseRange)
    let corners = [
      Self.change(claim.form, low.upperBound, high.lowerBound, years),
      Self.change(claim.form, low.lowerBound, high.upperBound, years),
    ].compactMap(\.self).sorted()
    guard corners.count == 2 else { return nil }
    // Words such as doubled are as wide as they are read.
    let agrees =
      (claim.lower.map { corners[1] >= $0 } ?? true)
      && (claim.upper.map { corners[0] <= $0 } ?? true)
    func shown(_ value: Double) -> String {
      switch claim.form {
      case .ratio: "×" + Numerals.rounded(value, decimals: 3)
      case .change: Numerals.grouped(value)
      case .doublingTime: Numerals.rounded(value, decimals: 1) + " years"
      default: Numerals.rounded(value, decimals: 2) + " %"
      }
    }
    return OwnNumbers(
      agrees: agrees,
      note: "\(agrees ? "Consistent with" : "Contradicts") the sentence's own numbers: "
        + "\(shown(value)) (\(shown(corners[0])) to \(shown(corners[1])) by their rounding).",
      value: agrees ? nil : value)
  }
}
