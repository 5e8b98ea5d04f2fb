/// What a test for a break in a trend found.
///
/// A break between two values is named by its `year`, the last of the old state, as the literature
/// has it; `nextYear` is the first of the new state, as a data set's own breaks are named. A kink is a
/// point in time: it has a `year` with a fraction, and no `nextYear`.
public struct BreakTest: Sendable, Hashable {
  /// What is tested, and how.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Whether intercept and slope change at a known year (G. C. Chow 1960).
    case chow = "Chow"
    /// Whether they change at any year, by the greatest F (D. W. K. Andrews 1993).
    case supF = "sup-F"
    /// Whether they change at any year, by the exponential mean of F (Andrews and Ploberger 1994).
    case expF = "exp-F"
    /// Whether they change at any year, by the mean of F (Andrews and Ploberger 1994).
    case aveF = "ave-F"
    /// At which years they change, for each number of breaks (J. Bai and P. Perron 1998).
    case baiPerron = "Bai–Perron"
    /// At which point the slope changes while the line goes on without a jump.
    case kink = "segmented kink"
    /// At which year intercept and slope change most.
    case jump = "segmented jump"
  }

  /// What is tested, and how.
  public let kind: Kind
  /// The number of breaks of the model.
  public let breaks: Int
  /// The last year of the old state, or the point of the kink; nil without a break.
  public internal(set) var year: Double?
  /// The first year of the new state; nil for a kink.
  public internal(set) var nextYear: Double?
  /// The statistic; nil where there is none, or the fit with the break is perfect.
  public internal(set) var statistic: Double?
  /// The degrees of freedom of the statistic's numerator: the coefficients that change.
  public internal(set) var numeratorDegreesOfFreedom: Int?
  /// The degrees of freedom of the statistic's denominator.
  public internal(set) var denominatorDegreesOfFreedom: Int?
  /// The probability of a statistic at least as great, were there no break.
  ///
  /// Exact for Chow's test and an upper bound for a kink, if the residuals are normal; that of the
  /// others holds for many values, and of exp-F and ave-F it is an upper bound, such as 10⁻⁴, where the
  /// break is stronger than those of which the distribution is known.
  public internal(set) var pValue: Double?
  /// The standard error of a kink's year.
  public internal(set) var standardError: Double?
  /// The interval of `year`; an end is nil where the years do not bound it.
  public internal(set) var interval: Interval?
  /// The interval of a kink's year from the profile of the residual sum of squares.
  ///
  /// It holds the years whose F against the best one is below its quantile, and need not lie evenly
  /// about the year.
  public internal(set) var profileInterval: Interval?
  /// The slope a year before the break.
  public internal(set) var slopeBefore: Coefficient?
  /// The slope a year after the break.
  public internal(set) var slopeAfter: Coefficient?
  /// The residual sum of squares with the breaks.
  public internal(set) var residualSumOfSquares: Double?
  /// Schwarz's criterion, n·(ln(RSS/n) + 1 + ln 2π) + ln n·(k + 1)(m + 1), for m breaks.
  public internal(set) var bic: Double?
  /// Whether the criterion is least for this number of breaks.
  public internal(set) var isChosen = false
  /// Conventions and warnings.
  public internal(set) var notes: [String] = []

  init(_ kind: Kind, breaks: Int) {
    self.kind = kind
    self.breaks = breaks
  }
}

extension BreakTest {
  /// A test that could not be made.
  public struct Refusal: Sendable {
    /// The test.
    public let kind: Kind
    /// The year at which it was asked for; nil where it was at none.
    public let year: Double?
    /// Why it could not be made.
    public let reason: FittingError
  }
}
