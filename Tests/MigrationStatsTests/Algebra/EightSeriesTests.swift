import Testing

@testable import MigrationStats

@Suite("Eight series side by side")
struct EightSeriesTests {
  private typealias Lanes = EightSeries.Lanes

  private func room<Result>(
    of times: [Double], _ body: (EightSeries) throws -> Result
  ) rethrows -> Result {
    let room = EightSeries(times: times)
    defer { room.deallocate() }
    return try body(room)
  }

  /// The logarithms of the ratios of eight numbers to one.
  private func logarithms(_ values: Lanes, to reference: Double) -> Lanes {
    room(of: [0]) { room in
      let series = (0..<8).map { values[$0] }
      _ = room.fill(series, series: 8, factor: 3)
      room.takeLogarithms(ofRatiosTo: Lanes(repeating: reference), beforeFilling: series)
      return room.numbers(at: 0)
    }
  }

  /// The error in units in the last place of the double nearest to the logarithm.
  private func units(_ found: Double, _ value: Double, to reference: Double) -> Double {
    let expected =
      DoubleDouble.log(DoubleDouble(value) / DoubleDouble(reference))
    guard expected.high != 0 else { return found == 0 ? 0 : .infinity }
    return abs((expected - found).high) / expected.high.ulp
  }

  // MARK: Logarithms

  @Test("Less than one unit in the last place over the whole range", arguments: 1...8)
  func range(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<1_000 {
      let half = [0, 1].map { _ in
        SIMD4<Double>(
          Double.random(in: 0.5...2, using: &random),
          (1 + Double.random(in: -1...1, using: &random) * 0x1p-30),
          Double.random(in: 1..<2, using: &random)
            .scaled(byPowerOfTwo: Int.random(in: -500..<500, using: &random)),
          Double.random(in: 0...1e6, using: &random) + 0x1p-500)
      }
      let values = Lanes(lowHalf: half[0], highHalf: half[1])
      let found = logarithms(values, to: 1)
      for lane in 0..<8 {
        #expect(
          units(found[lane], values[lane], to: 1) < 1, "seed \(seed): log \(values[lane])")
        // The C library is within one unit itself.
        let library = Numerics.log(values[lane])
        #expect(abs(found[lane] - library) <= 2 * library.ulp, "seed \(seed): \(values[lane])")
      }
    }
  }

  @Test("Ratios near 1 keep their digits, whatever the numbers", arguments: 1...8)
  func ratios(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<500 {
      let reference = Double.random(in: 1..<2, using: &random)
        .scaled(byPowerOfTwo: Int.random(in: -400..<400, using: &random))
      let values = Lanes(
        reference.nextUp, reference.nextDown,
        reference * (1 + Double.random(in: -1e-9...1e-9, using: &random)),
        reference * (1 + Double.random(in: -1e-4...1e-4, using: &random)),
        reference * Double.random(in: 0.7...1.5, using: &random),
        reference * Double.random(in: 0.7...1.5, using: &random),
        reference * Double.random(in: 1e-20...1e20, using: &random),
        reference * Double.random(in: 1e-20...1, using: &random))
      let found = logarithms(values, to: reference)
      for lane in 0..<8 {
        #expect(
          units(found[lane], values[lane], to: reference) < 3,
          "seed \(seed): log \(values[lane])/\(reference)")
      }
    }
  }

  @Test("Powers of two, the ends of the range, and the turn of the mantissa")
  func edges() {
    let root = 2.0.squareRoot()
    for values in [
      Lanes(1, 2, 0.5, 0x1p-500, 0x1p500, root, root.nextUp, root.nextDown),
      Lanes(root / 2, (root / 2).nextUp, (root / 2).nextDown, 1.0.nextDown, 4, 3, 0.75, 1.5),
    ] {
      let found = logarithms(values, to: 1)
      for lane in 0..<8 { #expect(units(found[lane], values[lane], to: 1) < 1, "\(values[lane])") }
    }
    #expect(logarithms(Lanes(repeating: 1), to: 1) == .zero)
  }

  @Test("What is not a number stays so, and touches no other lane")
  func missing() {
    var values = Lanes(1, 2, 3, 4, 5, 6, 7, 8)
    let whole = logarithms(values, to: 3)
    values[2] = .nan
    let found = logarithms(values, to: 3)
    for lane in 0..<8 {
      #expect(lane == 2 ? found[lane].isNaN : found[lane] == whole[lane])
    }
  }

  /// The logarithm by arithmetic of single numbers, which the compiler neither fuses nor reorders.
  private func plainLogarithm(_ value: Double, to reference: Double) -> Double {
    let reciprocal = 1 / reference
    let ratio = (value * reciprocal).bitPattern
    let exponent = (ratio &+ (0x3ff0_0000_0000_0000 - 0x3fe6_a09e_667f_3bcd)) >> 52
    let twos = Double(exponent) - 1023
    let near = Double(bitPattern: value.bitPattern &- ((exponent &- 1023) << 52))
    let f = (near - reference) * reciprocal
    let s = (near - reference) / (near + reference)
    let z = s * s
    let series = [
      0x1.39fd34000e941p-3, 0x1.7462be2d02acep-3, 0x1.c71c62c214a89p-3, 0x1.2492492e0f066p-2,
      0x1.99999999951bfp-2, 0x1.5555555555558p-1,
    ].reduce(0x1.2b662aab251bfp-3) { $0 * z + $1 }
    let small = twos * 0x1.3de6af278ece6p-42 - s * (f - z * series)
    return twos * 0x1.62e42fefa3000p-1 + (f + small)
  }

  @Test("Each bit is that of plain arithmetic, whatever processor this is", arguments: 1...8)
  func bits(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    let count = 40
    let times = (0..<count).map { Double($0) - 19.5 }
    let values = (0..<8 * count).map { _ in
      Int.random(in: 0..<10, using: &random) == 0
        ? .nan
        : Double.random(in: 1..<2, using: &random)
          .scaled(byPowerOfTwo: Int.random(in: -30..<30, using: &random))
    }
    let (constant, slope) = (0.3, -0.7)
    room(of: times) { room in
      let firsts = room.fill(values, series: 8, factor: 3).firsts
      room.takeLogarithms(ofRatiosTo: firsts, beforeFilling: values)
      let sums = room.sums()
      let rests = room.rests(
        constants: Lanes(repeating: constant), slopes: Lanes(repeating: slope))
      for lane in 0..<8 {
        var (size, time, squares, total, products) = (0.0, 0.0, 0.0, 0.0, 0.0)
        var rest = (sum: 0.0, products: 0.0, squares: 0.0, neighbours: 0.0, before: 0.0)
        for index in 0..<count where !values[lane * count + index].isNaN {
          let log = plainLogarithm(values[lane * count + index], to: firsts[lane])
          #expect(room.numbers(at: index)[lane] == log)
          size += 1
          time += times[index]
          squares += times[index] * times[index]
          total += log
          products += log * times[index]
          let left = log - constant - times[index] * slope
          rest.sum += left
          rest.products += left * times[index]
          rest.squares += left * left
          rest.neighbours += rest.before * left
          rest.before = left
        }
        #expect(sums.count[lane] == size)
        #expect(sums.times[lane] == time)
        #expect(sums.timeSquares[lane] == squares)
        #expect(sums.numbers[lane] == total)
        #expect(sums.products[lane] == products)
        #expect(rests.sum[lane] == rest.sum)
        #expect(rests.products[lane] == rest.products)
        #expect(rests.squares[lane] == rest.squares)
        #expect(rests.neighbours[lane] == rest.neighbours)
      }
    }
  }

  // MARK: Rows

  @Test("Series of any length and number come side by side", arguments: 1...25)
  func rows(count: Int) {
    for series in 1...8 {
      let values = (0..<series * count).map { Double($0 * 7 % 101 + 1) }
      room(of: [Double](repeating: 0, count: count)) { room in
        let known = room.fill(values, series: series, factor: 3)
        for lane in 0..<8 {
          let start = min(lane, series - 1) * count
          let own = Array(values[start..<start + count])
          #expect((0..<count).map { room.numbers(at: $0)[lane] } == own, "\(series) series")
          #expect(known.firsts[lane] == own[0])
          #expect(known.least[lane] == own.min())
          #expect(known.greatest[lane] == own.max())
        }
      }
    }
  }

  @Test("The first, least and greatest values are those that are numbers", arguments: [3, 11])
  func known(count: Int) {
    let nothing = [Double](repeating: .nan, count: count)
    var late = nothing
    (late[count - 2], late[count - 1]) = (5, -2)
    var infinite = late
    infinite[1] = .infinity
    let values = late + nothing + infinite
    room(of: [Double](repeating: 0, count: count)) { room in
      let known = room.fill(values, series: 3, factor: 3)
      #expect(known.firsts[0] == 5)
      #expect(known.least[0] == -2)
      #expect(known.greatest[0] == 5)
      #expect(known.firsts[1].isNaN)
      #expect(known.least[1] == .infinity)
      #expect(known.greatest[1] == -.infinity)
      #expect(known.least[2] == -2)
      #expect(known.greatest[2] == .infinity)
      let sums = room.sums()
      #expect(sums.count[0] == 2)
      #expect(sums.count[1] == 0)
    }
  }

  @Test("A jump is a number that is as many times the one before it, or the other way round")
  func jumps() {
    var random = RepeatableGenerator(seed: 5)
    var found = 0
    for count in 2...12 {
      let values = (0..<8 * count).map { _ in
        Int.random(in: 0..<6, using: &random) == 0
          ? .nan : Double(Int.random(in: 5...20, using: &random))
      }
      room(of: [Double](repeating: 0, count: count)) { room in
        let known = room.fill(values, series: 8, factor: 3)
        for lane in 0..<8 {
          let own = values[lane * count..<(lane + 1) * count].filter { !$0.isNaN }
          let hasJump = zip(own, own.dropFirst()).contains { $1 >= 3 * $0 || $0 >= 3 * $1 }
          #expect(known.jumps[lane] == (hasJump ? 1 : 0), "\(own)")
          found += hasJump ? 1 : 0
        }
      }
    }
    #expect((3...60).contains(found))
  }
}
