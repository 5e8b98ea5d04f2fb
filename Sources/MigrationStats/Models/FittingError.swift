/// Why a model could not be fitted, or says nothing.
public struct FittingError: Problem {
  /// What kind of failure it is.
  public enum Kind: Sendable, Hashable {
    /// Fewer values than the model has parameters, or too few for what is asked of it.
    case tooFewValues
    /// A value is infinite or not a number.
    case notFinite
    /// A value is zero or negative where the model needs more.
    case notPositive
    /// All values, or all of a variable, are the same.
    case constant
    /// Columns depend on one another linearly.
    case collinear
    /// The weights are negative, all zero, or not numbers.
    case weights
    /// A formula or curve is not written as one; the message marks the place.
    case syntax
    /// A formula or curve names something that there is not.
    case unknownName
    /// A curve has no value at the start: a division by zero, the logarithm of a negative number.
    case undefinedAtStart
    /// The search for the best parameters did not end.
    case notConverged
    /// The data do not determine a parameter.
    case notIdentified
    /// The years are not equally far apart where the model needs that.
    case unequalSpacing
    /// A category predicts the response perfectly, so that its coefficient is infinite.
    case separation
    /// There are too few groups, or lags, for the standard errors asked for.
    case standardErrors
    /// A cell of a column that should hold numbers holds something else.
    case notANumber
    /// What is asked for does not go together.
    case misuse
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What is wrong.
  public let summary: String
  /// Where it is wrong.
  public let position: Position
  /// How to mend it.
  public let remedy: String?

  init(_ kind: Kind, _ summary: String, at position: Position = Position(), remedy: String? = nil) {
    self.kind = kind
    self.summary = summary
    self.position = position
    self.remedy = remedy
  }
}
