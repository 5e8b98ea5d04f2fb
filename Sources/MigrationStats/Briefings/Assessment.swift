/// What the catalogue says of a claim.
struct Assessment {
  var verdict: Verdict
  /// The value found, or that it ought to be.
  var value: Double?
  var unit: String?
  /// The series that it is from.
  var line: Int?
  var years: [Int] = []
  var fitsByChance: Int?
  var notes: [String] = []

  init(_ verdict: Verdict, _ notes: String...) {
    self.verdict = verdict
    self.notes = notes
  }
}

/// A value that a series gives for a claim.
struct Candidate {
  let line: Int
  let value: Double
  /// Whether a year without an observation was needed.
  let isInterpolated: Bool
  let years: [Int]
}

extension Assessment {
  func but(_ verdict: Verdict) -> Assessment {
    var found = self
    found.verdict = verdict
    return found
  }

  /// The assessment of a number that the sentence does not claim of the series held.
  func reserved(_ reservation: Reservation, _ claim: Claim) -> Assessment {
    if reservation == .projected, verdict == .interpolated { return self }
    // A doubling time is of what would come.
    if reservation == .projected, claim.form == .doublingTime { return self }
    if verdict == .inconsistent || verdict == .unsupported { return self }
    if verdict == .definition, reservation != .denied { return self }
    var found = self
    if reservation == .unclear, !verdict.agrees, verdict != .off { return self }
    found.verdict =
      reservation == .origin || reservation == .subset ? .unsupported : .ambiguous
    found.notes.insert(reservation.note, at: 0)
    return found
  }

  func adding(_ note: String?) -> Assessment {
    guard let note, !note.isEmpty else { return self }
    var found = self
    found.notes.append(note)
    return found
  }
}
