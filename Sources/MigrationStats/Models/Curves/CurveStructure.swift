/// What the form of a curve says about its parameters, before any number is computed.
struct CurveStructure: Sendable {
  /// The parameters in which, all at once, the curve is linear.
  let linear: [Int]
  /// The others.
  let nonlinear: [Int]
  /// Whether the curve is a quotient of two expressions, each linear in all parameters at once.
  let isRational: Bool

  init(_ tape: CurveTape) {
    let bends = Self.bends(tape)
    let whole = bends.last ?? []
    var linear: [Int] = []
    for parameter in 0..<tape.parameterCount
    where !whole.contains(Pair(parameter, parameter))
      && linear.allSatisfy({ !whole.contains(Pair(parameter, $0)) })
    {
      linear.append(parameter)
    }
    self.linear = linear
    nonlinear = (0..<tape.parameterCount).filter { !linear.contains($0) }
    if let last = tape.steps.last, case .operation(.quotient) = last.source {
      let (top, bottom) = (tape.steps[last.first], tape.steps[last.second])
      isRational =
        bends[last.first].isEmpty && bends[last.second].isEmpty && !bottom.support.isEmpty
        && Set(top.support).isDisjoint(with: bottom.support)
    } else {
      isRational = false
    }
  }

  /// Two parameters, the lesser first.
  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
  }

  /// For each step the pairs of parameters by which it may have a second derivative.
  private static func bends(_ tape: CurveTape) -> [Set<Pair>] {
    var bends: [Set<Pair>] = []
    for step in tape.steps {
      guard case .operation(let operation) = step.source else {
        bends.append([])
        continue
      }
      let (first, second) = (tape.steps[step.first].support, tape.steps[step.second].support)
      var pairs = bends[step.first].union(bends[step.second])
      func join(_ a: [Int], _ b: [Int]) {
        for i in a { for j in b { pairs.insert(Pair(i, j)) } }
      }
      switch operation {
      case .number, .pi, .name, .negative, .sum, .difference: break
      case .product: join(first, second)
      case .quotient:
        join(first, second)
        join(second, second)
      case .power, .call: join(step.support, step.support)
      }
      bends.append(pairs)
    }
    return bends
  }
}
