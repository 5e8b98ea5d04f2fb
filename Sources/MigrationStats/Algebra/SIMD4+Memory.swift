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
    self.init()
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
