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

extension SIMD4<Double> {
  /// Four doubles from memory.
  @inline(__always)
  init(_ pointer: UnsafePointer<Double>) {
    self = UnsafeRawPointer(pointer).loadUnaligned(as: Self.self)
  }

  @inline(__always)
  init(_ pointer: UnsafeMutablePointer<Double>) {
    self.init(UnsafePointer(pointer))
  }

  /// As many as there are of four doubles from memory, zeros for the others.
  @inline(__always)
  init(_ pointer: UnsafePointer<Double>, _ count: Int) {
    guard count < 4 else {
      self.init(pointer)
      return
    }
    self = .zero
    for lane in 0..<count { self[lane] = pointer[lane] }
  }

  @inline(__always)
  init(_ pointer: UnsafeMutablePointer<Double>, _ count: Int) {
    self.init(UnsafePointer(pointer), count)
  }

  @inline(__always)
  func store(_ pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: self, as: Self.self)
  }
}
