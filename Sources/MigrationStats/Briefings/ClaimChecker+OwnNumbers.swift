extension ClaimChecker {
  /// Of ‘from A in 1990 to B in 2019’: the note where no vintage has both.
  func mixedVintages(_ claim: Claim) -> String? {
    guard claim.pairYears.count == 2, let ends = claim.ends, let topic = claim.topic,
      claim.form == .level, claim.number == ends.last
    else { return nil }
    let lines = lines(claim, topic).map { index.lines[$0] }.filter { !$0.isClaim }
    let both = lines.contains { line in
      guard let first = line.value(claim.pairYears[0]), let last = line.value(claim.pairYears[1])
      else { return false }
      return ends.first.coarseRange.contains(first) && fits(claim, last)
    }
    guard !both,
      lines.contains(where: { line in
        line.value(claim.pairYears[0]).map { ends.first.coarseRange.contains($0) } ?? false
      })
    else { return nil }
    return
      "Two vintages meet in the sentence (mixed-vintage): none has both numbers, so that the change "
      + "between them is one of method as well."
  }

  /// Whether a number that a newer vintage has otherwise belongs to the newest that has both years of
  /// a change: only that one tells the change.
  func isOfNewestPair(_ claim: Claim, _ found: Assessment) -> Bool {
    guard claim.pairYears.count == 2, let line = found.line, let topic = claim.topic else {
      return false
    }
    func hasBoth(_ line: SeriesIndex.Line) -> Bool {
      claim.pairYears.allSatisfy { line.value($0) != nil }
    }
    let own = index.lines[line]
    return hasBoth(own)
      && !lines(claim, topic).contains { other in
        hasBoth(index.lines[other])
          && index.isSuperseded(own.vintage, by: index.lines[other].vintage)
      }
  }

  struct OwnNumbers {
    let agrees: Bool
    let note: String
    let value: Double?
  }

  /// What the two levels of the sentence say of its change.
  func ownNumbers(_ claim: Claim) -> OwnNumbers? {
    guard let ends = claim.ends else { return nil }
    let (first, last) = (ends.first.value, ends.last.value)
    if claim.form == .level || claim.form == .share {
      guard claim.direction != 0, first != last,
        (last - first) * claim.direction < 0, claim.number == ends.last
      else { return nil }
      return OwnNumbers(
        agrees: false,
        note: "The sentence speaks of \(claim.direction > 0 ? "growth" : "a decline") and gives "
          + "\(Numerals.grouped(first)) to \(Numerals.grouped(last))"
          + (claim.form == .share ? " per cent." : "."), value: nil)
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
      case .percentagePoints: Numerals.rounded(value, decimals: 2) + " percentage points"
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

  /// Why a number that is not the catalogue's is not plainly wrong: its words are loose, or it is what
  /// the rounded numbers of its sentence give; nil where it is.
  func looseness(_ claim: Claim, _ found: Assessment) -> String? {
    guard let value = found.value else { return nil }
    if claim.near?.contains(value) == true {
      return "The words are loose, and near to it."
    }
    if claim.isInTable, !claim.strangers.isEmpty {
      return
        "Not understood: \(claim.strangers.prefix(4).map { "‘\($0)’" }.joined(separator: ", "))."
    }
    guard let ends = claim.ends, let line = found.line, found.years.count == 2,
      let own = Self.change(
        claim.form, ends.first.value, ends.last.value, found.years[1] - found.years[0]),
      fits(claim, own), let first = index.lines[line].value(found.years[0]),
      let last = index.lines[line].value(found.years[1]),
      ends.first.coarseRange.contains(first), ends.last.coarseRange.contains(last)
    else { return nil }
    return
      "It is what the rounded numbers of the sentence give; from the unrounded ones it is another."
  }
}
