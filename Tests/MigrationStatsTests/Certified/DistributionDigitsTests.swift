import Testing

@testable import MigrationStats

/// Probabilities and quantiles in the middle and far out, against values computed with 60 decimal
/// digits for the doubles given (the error function, the incomplete gamma function and a continued
/// fraction of the incomplete beta function).
@Suite("Digits of the distributions")
struct DistributionDigitsTests {
  @Test(
    "The normal distribution's upper tail has 15 digits",
    arguments: [
      (1e-08, 0.4999999960105772), (0.5, 0.3085375387259869), (1.96, 0.024997895148220436),
      (5, 2.8665157187919391e-7), (20, 2.7536241186062337e-89), (37.5, 4.6053530095819548e-308),
      (-1, 0.84134474606854295),
    ])
  func normalTail(z: Double, expected: Double) {
    expectClose(Normal.upperTail(z), expected, digits: 15)
    expectClose(Normal.cdf(-z), expected, digits: 15)
    if z > 0 { expectClose(Normal.twoSidedTail(-z), 2 * expected, digits: 15) }
  }

  @Test(
    "The normal distribution's quantiles have 15 digits",
    arguments: [
      (1e-300, -37.047096299361199), (1e-08, -5.6120012441747887), (0.025, -1.9599639845400542),
      (0.3, -0.52440051270804082), (0.49, -0.025068908258711058), (0.6, 0.25334710313579974),
      (0.975, 1.9599639845400539), (0.9999, 3.7190164854557084),
    ])
  func normalQuantile(p: Double, expected: Double) {
    expectClose(Normal.quantile(p), expected, digits: 15)
  }

  @Test(
    "The normal distribution's two-sided quantiles have 15 digits",
    arguments: [
      (1e-10, 1.2533141373155003e-10), (0.3, 0.38532046640756761), (0.68, 0.99445788320975327),
      (0.95, 1.9599639845400539), (0.99, 2.5758293035489005),
    ])
  func normalTwoSidedQuantile(level: Double, expected: Double) {
    expectClose(Normal.twoSidedQuantile(level: level), expected, digits: 15)
  }

  @Test(
    "The tail of χ² has 14 digits",
    arguments: [
      (1e-06, 1, 0.99920211557217787), (0.3, 1, 0.58388242077036518),
      (3.84, 1, 0.050043521248705103), (1.5, 1, 0.22067136191984679),
      (60, 2, 9.3576229688401746e-14), (7.4, 3.7, 0.097177058578691245),
      (18.3, 10, 0.050109061411462452), (1500, 1000, 1.0454640385979657e-22),
      (1000, 1000, 0.49405285382923964), (2, 0.5, 0.067921132010108807),
    ])
  func chiSquared(x: Double, degreesOfFreedom: Double, expected: Double) {
    let tail = ChiSquared.upperTail(x, degreesOfFreedom: degreesOfFreedom)
    expectClose(tail, expected, digits: 14)
  }

  @Test(
    "The tail of F has 14 digits",
    arguments: [
      (1e-08, 1, 3, 0.99992648948077378), (4.96, 1, 10, 0.05008765056646819),
      (1.5, 2, 20, 0.24718470612186565), (50, 3, 5, 0.00037632342515008825),
      (1000, 1, 120, 4.8241514445630509e-60), (3, 1, 1000, 0.083572877130776914),
      (0.9, 6, 60, 0.50101092894944413), (10, 10, 10000, 6.726716401827224e-17),
      (1.01, 5000, 5000, 0.36250200210627058), (1.5, 1, 2, 0.34534632929202286),
    ])
  func fisher(f: Double, numerator: Double, denominator: Double, expected: Double) {
    let tail = FDistribution.upperTail(f, numerator: numerator, denominator: denominator)
    expectClose(tail, expected, digits: 14)
  }

  @Test(
    "Student's tail has 14 digits, whatever the degrees of freedom",
    arguments: [
      (1e-08, 1, 0.99999999363380228), (1e8, 1, 6.3661977236758132e-9),
      (1e200, 1, 6.3661977236758136e-201), (1e8, 2, 9.9999999999999985e-17),
      (30, 5, 7.718648620496052e-7), (2.5, 17.31, 0.022740952084074477),
      (1.5, 1e4, 0.13364597182361961), (5, 1e6, 5.7339978708907416e-7), (1e3, 1e6, 0),
      (2, 1e9, 0.045500264166313247), (10, 0.5, 0.20267735277133114),
      (1e8, 0.5, 6.414019508284458e-5),
    ])
  func studentTail(t: Double, degreesOfFreedom: Double, expected: Double) {
    let tail = StudentT.twoSidedTail(-t, degreesOfFreedom: degreesOfFreedom)
    expectClose(tail, expected, digits: 14)
  }

  @Test(
    "Student's quantiles have 14 digits, whatever the level and the degrees of freedom",
    arguments: [
      (1e-06, 1e6, 1.2533144506444018e-6), (0.05, 3, 0.068087522676269489),
      (0.4999, 17.31, 0.68876405269802959), (0.5, 1, 1.0), (0.5, 1e6, 0.67448999553108738),
      (0.95, 2.7, 3.3921483831737509), (0.95, 1e6, 1.9599663568141067),
      (0.999999, 1, 636619.77234875132), (0.999999, 2, 999.99924998546591),
      (0.999999, 1e6, 4.8916689607047266), (0.99, 1e9, 2.5758293084654481),
      (0.9, 0.5, 41.136000092878294),
    ])
  func studentQuantile(level: Double, degreesOfFreedom: Double, expected: Double) {
    let quantile = StudentT.twoSidedQuantile(level: level, degreesOfFreedom: degreesOfFreedom)
    expectClose(quantile, expected, digits: 14)
  }
}
