/// When least squares in doubles is refined to what exact arithmetic gives.
public enum Refinement: String, Sendable, Hashable, CaseIterable {
  /// Where fewer than some 13 digits would be right, and always for few rows.
  case automatic
  /// Always.
  case always
  /// Never: what doubles give.
  case never
}
