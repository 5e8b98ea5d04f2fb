import Testing

@testable import MigrationStats

/// Student's t against values computed with 40 decimal digits from the incomplete beta function;
/// to the digits printed they are those of every table of the distribution.
@Suite("Quantiles of Student's t")
struct StudentQuantileTests {
  @Test(
    "Quantiles have 13 right digits",
    arguments: [
      (1, 0.95, 12.7062047361747046), (2, 0.95, 4.30265272974946385),
      (5, 0.95, 2.57058183563631551), (10, 0.95, 2.22813885198627475),
      (30, 0.95, 2.04227245630123831), (1000, 0.95, 1.96233908082640848),
      (5, 0.99, 4.03214298355522808),
    ])
  func quantiles(degreesOfFreedom: Double, level: Double, expected: Double) {
    let quantile = StudentT.twoSidedQuantile(level: level, degreesOfFreedom: degreesOfFreedom)
    expectClose(quantile, expected, digits: 13)
  }
}
