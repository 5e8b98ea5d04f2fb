/// Doubles, each with its upper 26 bits and the lower.
struct Split<Lanes: SIMD> where Lanes.Scalar == Double {
  let value: Lanes
  let upper: Lanes
  let lower: Lanes

  @inline(__always)
  init(_ value: Lanes) {
    let shifted = value * 134_217_729
    self.value = value
    upper = shifted - (shifted - value)
    lower = value - upper
  }
}

/// The exact products of doubles: the rounded products, and what rounding leaves.
struct Product<Lanes: SIMD> where Lanes.Scalar == Double {
  let value: Lanes
  let error: Lanes

  @inline(__always)
  init(_ a: Split<Lanes>, _ b: Split<Lanes>) {
    value = a.value * b.value
    let first = a.upper * b.upper - value
    error = ((first + a.upper * b.lower) + a.lower * b.upper) + a.lower * b.lower
  }
}
