import Testing

@testable import MigrationStats

/// The elementary functions in double-double against values computed with 60 decimal digits, and
/// against one another.
@Suite("Laws of double-double functions")
struct DoubleDoubleFunctionLaws {
  private static let seeds: [UInt64] = Array(1...6)
  private static let rounds = 100

  /// Expects a difference of a few units in 2⁻¹⁰⁰, relative to a size.
  private func expect(
    _ found: DoubleDouble, _ expected: DoubleDouble, size: Double? = nil, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = abs(Double(found - expected))
    #expect(
      error <= 16 * 0x1p-100 * (size ?? abs(expected.high)), "\(comment): off by \(error)",
      sourceLocation: sourceLocation)
  }

  @Test("Values have 30 right digits")
  func values() {
    let known: [(CurveFunction, Double, Double, Double)] = [
      (.exp, 0.1, 1.1051709180756477, -8.149523913327619e-17),
      (.exp, -3.7, 0.024723526470339388, -1.294857794723138e-18),
      (.exp, 50.25, 6.657293676747253e+21, -138475.8210218274),
      (.exp, -600.5, 1.6075467697937942e-261, 3.537726127764541e-279),
      (.exp, 700, 1.0142320547350045e+304, 1.6666571920734673e+287),
      (.log, 0.1, -2.3025850929940455, -1.7150243628057985e-16),
      (.log, 1.001, 0.0009995003330834232, -6.782451268011377e-20),
      (.log, 2.5, 0.9162907318741551, -4.141195369011963e-17),
      (.log, 1e-300, -690.7755278982137, -2.3670096176709832e-14),
      (.log, 3e+200, 461.61563088747727, -1.9777331590804144e-14),
      (.expm1, 1e-09, 1.0000000005000001e-09, -7.443897403844588e-26),
      (.expm1, -0.3, -0.2591817793182821, -1.805530505953e-18),
      (.expm1, 0.7, 1.0137527074704764, 2.146216942738339e-17),
      (.log1p, 1e-09, 9.999999995e-10, 7.493897403823754e-26),
      (.log1p, -0.004, -0.004008021397538818, -9.566835096825755e-20),
      (.log1p, 0.7, 0.5306282510621704, -5.076541175216476e-18),
      (.sin, 0.1, 0.09983341664682815, 3.08001512929492e-18),
      (.sin, 2, 0.9092974268256817, -1.4020906557816256e-17),
      (.sin, -7.5, -0.9379999767747389, 3.928541021503273e-17),
      (.sin, 1000, 0.8268795405320025, 3.867581909641312e-17),
      (.cos, 0.1, 0.9950041652780258, -5.50210156918377e-17),
      (.cos, 2, -0.4161468365471424, 1.990596398957495e-17),
      (.cos, -7.5, 0.3466353178350258, -1.3646025848672254e-17),
      (.cos, 1000, 0.5623790762907029, 5.1611423543848204e-17),
      (.tan, 0.1, 0.10033467208545055, 1.5035002650032697e-18),
      (.tan, 2, -2.185039863261519, -1.0289483692188619e-16),
      (.asin, 0.1, 0.1001674211615598, 2.1219721077803427e-18),
      (.asin, -0.75, -0.848062078981481, -3.5058948874954465e-18),
      (.asin, 0.999, 1.526071239626163, 7.84631528833658e-17),
      (.acos, 0.1, 1.4706289056333368, 3.599216618329489e-18),
      (.acos, -0.75, 2.4188584057763776, 6.473823484486311e-17),
      (.acos, 0.999, 0.044725087168733454, -3.3530251181836818e-18),
      (.atan, 1e-05, 9.999999999666668e-06, -4.575803486027043e-22),
      (.atan, 0.6, 0.5404195002705842, -2.4164970441343604e-17),
      (.atan, -3, -1.2490457723982544, 2.196203799612311e-18),
      (.atan, 100000000.0, 1.5707963167948966, 4.57630581479495e-19),
      (.sinh, 0.001, 0.001000000166666675, -3.571742859983052e-20),
      (.sinh, -2.5, -6.0502044810397875, 1.5266669624477375e-16),
      (.sinh, 30, 5343237290762.231, -0.0003718172657214174),
      (.cosh, 0.001, 1.0000005000000416, 7.443797190204747e-17),
      (.cosh, -2.5, 6.132289479663686, 3.560067179782552e-16),
      (.cosh, 30, 5343237290762.231, -0.0003718172656278412),
      (.tanh, 0.001, 0.0009999996666668, 1.7800613799166557e-20),
      (.tanh, -2.5, -0.9866142981514303, 2.4529238788172874e-17),
      (.tanh, 30, 1.0, -1.751302152539304e-26),
    ]
    for (function, x, high, low) in known {
      let expected = DoubleDouble(sum: high, low)
      // A logarithm of a large number keeps what its argument's exponent leaves.
      let found = function.value(DoubleDouble(x))
      let condition = function == .exp ? 1 + abs(x) : [.sin, .cos].contains(function) ? abs(x) : 1
      expect(found, expected, size: abs(high) * max(1, condition), "\(function)(\(x))")
    }
  }

  @Test("Powers have 30 right digits, less those of the exponent")
  func powers() {
    let known: [(Double, Double, Double, Double)] = [
      (0.3, 2.5, 0.049295030175464945, 8.954391777489623e-19),
      (7.25, -0.125, 0.7806524897983738, -3.6475322589790873e-17),
      (100000.0, 3.7, 3.162277660168386e+18, -248.80685947212783),
      (1.0001, 100000.5, 22016.556793812437, -1.7207576751305185e-13),
      (-2.5, 7, -610.3515625, 0.0),
    ]
    for (base, exponent, high, low) in known {
      let found = DoubleDouble.pow(DoubleDouble(base), DoubleDouble(exponent))
      let condition = max(1, abs(exponent))
      expect(
        found, DoubleDouble(sum: high, low), size: abs(high) * condition, "\(base)^\(exponent)")
    }
  }

  @Test("Inverses undo functions", arguments: seeds)
  func inverses(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let x = DoubleDouble(
        sum: Double.random(in: -1...1, using: &random),
        Double.random(in: -1...1, using: &random) * 0x1p-55)
      let comment: Comment = "seed \(seed), x \(x.high)"
      let far = x * 100.0
      expect(.log(.exp(far)), far, size: 1 + abs(far.high), comment)
      expect(.log1p(.expm1(x)), x, size: 2 * abs(x.high) + 0x1p-30, comment)
      expect(.tan(.atan(far)), far, size: 1 + far.high * far.high, comment)
      expect(.asin(.sin(x)), x, size: 2 * abs(x.high) + 0x1p-30, comment)
      expect(.acos(.cos(x)), x.high < 0 ? -x : x, size: 1 / max(abs(x.high), 1e-3), comment)
    }
  }

  @Test("Sums of arguments become products, squares of sine and cosine add to 1", arguments: seeds)
  func additions(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let (a, b) = (
        DoubleDouble(Double.random(in: -20...20, using: &random)),
        DoubleDouble(Double.random(in: -20...20, using: &random))
      )
      let comment: Comment = "seed \(seed), \(a.high) and \(b.high)"
      let product = DoubleDouble.exp(a) * DoubleDouble.exp(b)
      expect(.exp(a + b), product, size: 40 * product.high, comment)
      let (sine, cosine) = DoubleDouble.sineAndCosine(a)
      expect(sine * sine + cosine * cosine, DoubleDouble(1), comment)
      let sum = sine * DoubleDouble.cos(b) + cosine * DoubleDouble.sin(b)
      expect(.sin(a + b), sum, size: 40, comment)
      let (hyperbolic, growth) = (DoubleDouble.sinh(a), DoubleDouble.cosh(a))
      expect(
        growth * growth - hyperbolic * hyperbolic, DoubleDouble(1),
        size: 4 * growth.high * growth.high, comment)
      expect(.tanh(a), hyperbolic / growth, size: 40 * abs(hyperbolic.high / growth.high), comment)
    }
  }

  @Test("Ends and poles are those of doubles")
  func edges() {
    #expect(DoubleDouble.exp(DoubleDouble(800)).high == .infinity)
    #expect(DoubleDouble.exp(DoubleDouble(-800)) == .zero)
    #expect(DoubleDouble.exp(.zero) == DoubleDouble(1))
    #expect(DoubleDouble.log(.zero).high == -.infinity)
    #expect(DoubleDouble.log(DoubleDouble(-1)).high.isNaN)
    #expect(DoubleDouble.asin(DoubleDouble(1)) == DoubleDouble.pi.scaled(byPowerOfTwo: -1))
    #expect(DoubleDouble.acos(DoubleDouble(-1)) == DoubleDouble.pi)
    #expect(DoubleDouble.acos(DoubleDouble(1.5)).high.isNaN)
    #expect(DoubleDouble.pow(.zero, DoubleDouble(0.5)) == .zero)
    #expect(DoubleDouble.pow(DoubleDouble(-8), DoubleDouble(0.5)).high.isNaN)
    #expect(DoubleDouble.tanh(DoubleDouble(-1000)) == DoubleDouble(-1))
    #expect(DoubleDouble.atan(DoubleDouble(.infinity)).high == .pi / 2)
  }
}
