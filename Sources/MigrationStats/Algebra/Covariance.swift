/// How the covariance of least-squares coefficients is estimated.
///
/// Each is B·M·B with B = (XᵀWX)⁻¹ and an estimate M of the covariance of the scores xᵢwᵢeᵢ; the
/// conventions are those of R's `sandwich`, of Stata and of statsmodels, as each case says. Rows
/// of weight zero count nowhere but as places in time.
enum Covariance: Hashable, Sendable {
  /// The variance of the residuals times B: errors alike and independent.
  case classical
  /// Errors independent, of unlike variance: eᵢ² (H. White, Econometrica 48, 1980,
  /// doi:10.2307/1912934).
  case hc0
  /// As `hc0`, times n/(n − k) (J. G. MacKinnon and H. White, Journal of Econometrics 29, 1985,
  /// doi:10.1016/0304-4076(85)90158-7).
  case hc1
  /// Errors independent: eᵢ²/(1 − hᵢ), with the leverage h (the same authors).
  case hc2
  /// Errors independent: eᵢ²/(1 − hᵢ)², near the jackknife's (the same authors).
  case hc3
  /// Errors independent between groups only, by one coding of the rows or two.
  ///
  /// A group has a number from 0 on, one a row. Each coding's part is multiplied by G/(G − 1) ·
  /// (n − 1)/(n − k) for G groups, as R's vcovCL (HC1, cadjust) and Stata have it; two ways are the
  /// sum of both less that of their intersection, each with its own factor (A. C. Cameron, J. B.
  /// Gelbach and D. L. Miller, Journal of Business & Economic Statistics 29, 2011,
  /// doi:10.1198/jbes.2010.07136).
  case cluster([[Int]])
  /// Errors that depend on those up to a lag before, rows being in the order of time.
  ///
  /// Bartlett's weights 1 − l/(lag + 1), neither prewhitened nor with a factor for small samples
  /// (W. K. Newey and K. D. West, Econometrica 55, 1987, doi:10.2307/1913610): R's NeweyWest(lag,
  /// prewhite = FALSE, adjust = FALSE), statsmodels' HAC with use_correction = False.
  case neweyWest(lag: Int)

  /// Why a covariance cannot be estimated.
  enum Failure: Error, Hashable {
    /// As many columns as rows: residuals say nothing of the errors.
    case noDegreesOfFreedom
    /// A row alone determines its fit, so that its residual says nothing; the first.
    case leverageOne(row: Int)
    /// A coding of the rows has fewer than two groups.
    case tooFewClusters(coding: Int)
    /// The rows are not coded by one or two codings with a number from 0 on for each row.
    case codings
    /// A lag below 0, or no less than the number of rows.
    case lag(rows: Int)
    /// A coefficient's variance, clustered two ways, came out negative; the first.
    case negativeVariance(column: Int)
  }
}
