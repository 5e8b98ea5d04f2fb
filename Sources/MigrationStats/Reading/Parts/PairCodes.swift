#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers for pairs of numbers: those of the groups that several columns make together.
struct PairCodes {
  private var keys: UnsafeMutablePointer<UInt64>
  private var values: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 12
  /// The pairs by their numbers.
  private(set) var pairs: [(first: UInt32, second: UInt32)] = []
  /// The numbers of pairs of small numbers, counted from 1, which takes no search.
  private var near: UnsafeMutablePointer<UInt32>

  /// No pairs yet; to be deallocated.
  init() {
    (keys, values) = Self.room(capacity)
    // Of these noughts the system makes only those that are looked at.
    let noughts = calloc(512 * 512, MemoryLayout<UInt32>.stride)
    guard let noughts else { preconditionFailure("no memory is left") }
    near = noughts.bindMemory(to: UInt32.self, capacity: 512 * 512)
  }

  func deallocate() {
    free(near)
    keys.deallocate()
    values.deallocate()
  }

  private static let vacant = UInt64.max

  private static func room(
    _ capacity: Int
  ) -> (UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<UInt32>) {
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    keys.initialize(repeating: vacant, count: capacity)
    return (keys, .allocate(capacity: capacity))
  }

  /// The number of a pair.
  @inline(__always)
  mutating func code(_ first: UInt32, _ second: UInt32) -> UInt32 {
    guard first < 512, second < 512 else { return search(first, second) }
    let place = Int(first &* 512 &+ second)
    if near[place] == 0 { near[place] = search(first, second) &+ 1 }
    return near[place] &- 1
  }

  @inline(never)
  private mutating func search(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let key = UInt64(first) << 32 | UInt64(second)
    var index = Self.place(key) & (capacity &- 1)
    while keys[index] != key {
      if keys[index] == Self.vacant { return insert(key, first, second) }
      index = (index &+ 1) & (capacity &- 1)
    }
    return values[index]
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32 ^ hash >> 12)
  }

  @inline(never)
  private mutating func insert(_ key: UInt64, _ first: UInt32, _ second: UInt32) -> UInt32 {
    if 2 * (pairs.count + 1) > capacity { grow() }
    let number = UInt32(truncatingIfNeeded: pairs.count)
    pairs.append((first, second))
    place(key, number)
    return number
  }

  private func place(_ key: UInt64, _ number: UInt32) {
    var index = Self.place(key) & (capacity - 1)
    while keys[index] != Self.vacant { index = (index + 1) & (capacity - 1) }
    (keys[index], values[index]) = (key, number)
  }

  private mutating func grow() {
    let (oldKeys, oldValues, size) = (keys, values, capacity)
    capacity *= capacity < 1 << 18 ? 4 : 2
    (keys, values) = Self.room(capacity)
    for index in 0..<size where oldKeys[index] != Self.vacant {
      place(oldKeys[index], oldValues[index])
    }
    oldKeys.deallocate()
    oldValues.deallocate()
  }
}
