extension Diagnostics {
  /// The probability below which an assumption counts as contradicted by the residuals.
  static let doubt = 0.05

  /// What a reader of intervals has to know where the residuals contradict their assumptions.
  var caveats: [Caveat] {
    var found: [Caveat] = []
    if let test = self[.ljungBox], let p = test.pValue, p < Self.doubt {
      let statistic = self[.durbinWatson]?.statistic.map {
        ", Durbin–Watson \(Numerals.rounded($0, decimals: 2))"
      }
      found.append(
        Caveat(
          "autocorrelation",
          "The residuals are correlated with those before (Ljung–Box p = "
            + "\(Numerals.significant(p, digits: 2))\(statistic ?? "")): standard errors and intervals "
            + "that take them for independent are too narrow."))
    }
    if let p = self[.shapiroWilk]?.pValue, p < Self.doubt {
      found.append(
        Caveat(
          "normality",
          "The residuals do not look normal (Shapiro–Wilk p = "
            + "\(Numerals.significant(p, digits: 2))): intervals rest on that."))
    }
    return found
  }
}
