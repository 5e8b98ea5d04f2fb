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
