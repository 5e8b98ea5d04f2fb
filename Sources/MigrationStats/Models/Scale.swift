/// The scale on which a model is fitted.
public enum Scale: String, Sendable, Hashable, CaseIterable {
  /// The data's own: deviations count in the series' unit.
  case linear
  /// The natural logarithm: deviations count in per cent.
  case log

  /// A value on the scale; it is positive where the scale is the logarithm.
  func value(of own: Double) -> DoubleDouble {
    switch self {
    case .linear: DoubleDouble(own)
    case .log: DoubleDouble(own).logarithm()
    }
  }

  /// A value of the scale in the series' unit.
  func own(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: Numerics.exp(value)
    }
  }

  /// What has to be added to a log-likelihood on the scale to have it on the data's own: the
  /// logarithm of the density's change of variable, −Σ ln y for logarithms.
  func logJacobian(of values: [Double]) -> Double {
    switch self {
    case .linear: 0
    case .log: -Double(values.reduce(DoubleDouble.zero) { $0 + value(of: $1) })
    }
  }
}
