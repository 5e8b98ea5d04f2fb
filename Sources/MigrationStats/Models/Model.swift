/// A model of how a series grows: what is fitted, before it is.
///
/// ```swift
/// let fit = try world.fit(.exponential)
/// print(fit.model.formula)  // ln y = a + b·year
/// ```
///
/// A model says what its curve is; how the curve is found is the business of `Points`, which offers
/// least squares on a scale and least squares of a curve.
public protocol Model: Sendable {
  /// The word for it, as on the command line.
  var name: String { get }
  /// The formula, with the year as `year`.
  var formula: String { get }
  /// How many parameters it has, the standard deviation of the residuals not counted.
  var parameterCount: Int { get }
  /// The years in which the model itself breaks, the first of the new state each.
  var breakYears: [Int] { get }
  /// The best parameters for some points.
  ///
  /// - Throws: `FittingError` where the points do not determine them.
  func solution(of points: Points) throws(FittingError) -> Solution
  /// The best parameters for some points, where those for nearly the same points are known.
  ///
  /// - Throws: `FittingError` where the points do not determine them.
  func solution(of points: Points, near other: Solution) throws(FittingError) -> Solution
}

extension Model {
  /// None: most models do not break.
  public var breakYears: [Int] { [] }

  /// The best parameters, found anew.
  public func solution(
    of points: Points, near other: Solution
  ) throws(FittingError) -> Solution {
    try solution(of: points)
  }
}

/// The parameters of a model that were found, and what follows from them.
///
/// Made by `Points`; a model adds what its parameters mean.
public struct Solution: Sendable {
  /// A parameter and its standard error.
  struct Parameter: Sendable {
    let term: String
    let estimate: Double
    let standardError: Double?
    /// The values that it may have; nil for any.
    var range: ClosedRange<Double>?
  }

  /// What a parameter or a function of several says of growth.
  struct Meaning: Sendable {
    /// What is meant.
    enum Name: String, Sendable, CaseIterable {
      /// Per cent a year.
      case annualRate = "annual_rate_percent"
      /// Years; negative where the series halves.
      case doubling = "doubling_years"
      /// The calendar year in which growth is fastest.
      case inflection = "inflection_year"
      /// The value that the curve tends to, in the series' unit.
      case asymptote = "asymptote"
      /// The calendar year in which the trend changes.
      case breakYear = "break_year"
    }

    /// How the interval follows from that of the quantity itself.
    enum Transform: Sendable {
      /// The quantity as it is.
      case identity
      /// 100·(eˣ − 1): the ends of the interval are transformed.
      case percent
    }

    let name: Name
    /// Which part of the curve is meant, such as `before 1990`; nil for all of it.
    var part: String?
    let value: Double
    /// By the delta method; nil where it says nothing.
    let standardError: Double?
    var transform = Transform.identity
    /// The interval where it does not follow from the standard error.
    var interval: Interval?
  }

  /// The value of the curve in a year, on the scale of the fit.
  struct Prediction: Sendable {
    let centre: Double
    /// The standard error of the centre, from the error of the parameters.
    let standardError: Double
    /// The standard deviation of a single value about the centre.
    let deviation: Double
  }

  /// The scale on which residuals are counted.
  let scale: Scale
  let parameters: [Parameter]
  /// The curve at each point, on the scale; nil for a first value that nothing foretells.
  let fitted: [Double?]
  /// Values less the curve, on the scale, in order of the points that have one.
  let residuals: [Double]
  /// The sum of their squares.
  let residualSumOfSquares: Double
  let degreesOfFreedom: Int
  /// The share of the squares about the mean that the curve explains; nil where there are none.
  let rSquared: Double?
  /// The deviation of each point from the curve fitted without it, on the scale; nil where each
  /// has to be fitted anew, or where that has no meaning.
  var deletedResiduals: [Double]?
  /// Whether the residuals are errors of a forecast from one value to the next.
  var isRecursive = false
  /// The years from one forecast to the next.
  var step = 1
  /// What unequal spans between values add to the log-likelihood.
  var logScaling = 0.0
  var meanings: [Meaning] = []
  var caveats: [Caveat] = []
  /// The curve in a year.
  let prediction: @Sendable (Int) throws(FittingError) -> Prediction

  /// The solution with what its parameters say of growth.
  func meaning(_ meanings: [Meaning]) -> Solution {
    var solution = self
    solution.meanings += meanings
    return solution
  }

  /// The solution with more to know.
  func adding(_ caveats: [Caveat]) -> Solution {
    var solution = self
    solution.caveats += caveats
    return solution
  }
}
