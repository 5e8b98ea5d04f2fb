/// Why a measure has no value.
public struct MeasureError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// The series has no value at all.
    case noValue
    /// A year asked for lies before the first or after the last value.
    case outside
    /// There is one value where two are needed.
    case onePoint
    /// The start or the end is zero or negative where the definition needs more.
    case notPositive
    /// The rate is beyond the range of numbers.
    case notFinite
    /// More than half of the years have no value.
    case tooManyMissing
    /// The two years come from different vintages.
    case mixedVintage
    /// A total would be added to its parts, or what has different units.
    case doubleCounting
    /// A cell of values is no number and no word for a missing one.
    case notANumber
    /// What is given does not go together.
    case misuse
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// The series that it is about.
  public let subject: String
  /// Why it has no value, without the subject.
  public let reason: String
  /// Where it is wrong.
  public let position: Position
  /// How to mend it.
  public let remedy: String?

  /// The subject and the reason.
  public var summary: String { "\(subject): \(reason)" }

  init(
    _ kind: Kind, of subject: String, _ reason: String, at position: Position,
    remedy: String? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.reason = reason
    self.position = position
    self.remedy = remedy
  }
}
