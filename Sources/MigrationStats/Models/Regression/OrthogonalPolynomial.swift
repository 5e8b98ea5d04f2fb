/// Polynomials orthogonal over the values of a variable, of unit length, as R's `poly` has them.
///
/// The polynomial of degree j is the monic one by the three-term recurrence
/// pⱼ₊₁(x) = (x − αⱼ)pⱼ(x) − βⱼpⱼ₋₁(x), divided by its length; its leading coefficient is positive
/// (G. E. Forsythe, “Generation and use of orthogonal polynomials for data-fitting with a digital
/// computer”, Journal of SIAM 5, 1957, doi:10.1137/0105007). The variable is shifted and scaled
/// beforehand, which changes no polynomial but keeps numbers in range.
struct OrthogonalPolynomial: Sendable {
  private let centre: DoubleDouble
  /// The power of two by which deviations from the centre are divided.
  private let exponent: Int
  private let shifts: [DoubleDouble]
  private let ratios: [DoubleDouble]
  private let lengths: [DoubleDouble]

  /// The polynomials over values that occur as often as is said.
  ///
  /// Nil where there are no more different values than the degree, over which no polynomial of it
  /// differs from all of lower degree.
  ///
  /// - Complexity: O(n · degree).
  init?(over values: [DoubleDouble], counts: [Double]? = nil, degree: Int) {
    guard Set(values).count > degree else { return nil }
    let counts = counts ?? [Double](repeating: 1, count: values.count)
    let total = counts.reduce(0, +)
    let first = values[0]
    var sum = DoubleDouble.zero
    for (value, count) in zip(values, counts) { sum += (value - first) * count }
    let centre = first + sum / DoubleDouble(total)
    let widest = values.reduce(0) { max($0, abs(($1 - centre).high)) }
    let exponent = widest > 0 && widest.isFinite ? Int(widest.exponent) : 0
    let scaled = values.map { ($0 - centre).scaled(byPowerOfTwo: -exponent) }

    var (shifts, ratios, lengths) = ([DoubleDouble](), [DoubleDouble](), [DoubleDouble(total)])
    var before = [DoubleDouble](repeating: .zero, count: values.count)
    var current = [DoubleDouble](repeating: DoubleDouble(1), count: values.count)
    for step in 0..<degree {
      var moment = DoubleDouble.zero
      for index in values.indices {
        moment += current[index] * current[index] * scaled[index] * counts[index]
      }
      let shift = moment / lengths[step]
      let ratio = step == 0 ? .zero : lengths[step] / lengths[step - 1]
      var length = DoubleDouble.zero
      for index in values.indices {
        let next = (scaled[index] - shift) * current[index] - ratio * before[index]
        (before[index], current[index]) = (current[index], next)
        length += next * next * counts[index]
      }
      shifts.append(shift)
      ratios.append(ratio)
      lengths.append(length)
    }
    self.centre = centre
    self.exponent = exponent
    self.shifts = shifts
    self.ratios = ratios
    self.lengths = lengths.dropFirst().map { $0.squareRoot() }
  }

  /// The values of the polynomials from degree 1 on, a column a degree.
  func columns(at values: [DoubleDouble]) -> [[DoubleDouble]] {
    var before = [DoubleDouble](repeating: .zero, count: values.count)
    var current = [DoubleDouble](repeating: DoubleDouble(1), count: values.count)
    return shifts.indices.map { step in
      for index in values.indices {
        let scaled = (values[index] - centre).scaled(byPowerOfTwo: -exponent)
        let next = (scaled - shifts[step]) * current[index] - ratios[step] * before[index]
        (before[index], current[index]) = (current[index], next)
      }
      return current.map { $0 / lengths[step] }
    }
  }
}
