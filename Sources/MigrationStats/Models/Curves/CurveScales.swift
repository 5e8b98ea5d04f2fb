/// Of what size a parameter may be, as the variables tell: a rate is some units over the variable's
/// range, a place lies within it.
struct CurveScales: Sendable {
  /// A family of candidates.
  enum Candidate: Sendable {
    /// A place between two values, or somewhat beyond.
    case place(lower: Double, upper: Double)
    /// Some hundredth to some hundred times a size, of either sign.
    case size(Double)
    /// A pure number, such as an exponent.
    case number
  }

  /// The families of each parameter.
  let candidates: [[Candidate]]

  /// - Parameters:
  ///   - columns: the values of the variables, a list a variable.
  init(_ tape: CurveTape, _ columns: [[Double]]) {
    let ranges = Self.ranges(tape, columns)
    var candidates = [[Candidate]](repeating: [], count: tape.parameterCount)
    for step in tape.steps {
      guard case .operation(let operation) = step.source, !operation.isUnary else { continue }
      for isFirst in [true, false] {
        let (own, other) = isFirst ? (step.first, step.second) : (step.second, step.first)
        guard let (parameter, power) = Self.parameter(tape, own) else { continue }
        let range = ranges[other]
        switch operation {
        case .sum, .difference:
          if power == 1, let range, tape.steps[other].support.isEmpty {
            let isMirrored = operation == .sum
            candidates[parameter].append(
              .place(
                lower: isMirrored ? -range.upper : range.lower,
                upper: isMirrored ? -range.lower : range.upper))
          } else {
            candidates[parameter].append(.number)
          }
        case .product, .quotient:
          guard let range, range.size > 0 else { continue }
          let size = Numerics.pow(range.size, 1 / power)
          candidates[parameter].append(.size(operation == .product ? 1 / size : size))
        default: candidates[parameter].append(.number)
        }
      }
    }
    self.candidates = candidates.map { $0.isEmpty ? [.number] : $0 }
  }

  /// The values that a step takes.
  private struct Range {
    let lower: Double
    let upper: Double
    /// The width; the greatest magnitude where all values are the same.
    var size: Double { upper > lower ? upper - lower : abs(upper) }
  }

  /// The parameter that a step is, or the negative or a power of.
  private static func parameter(
    _ tape: CurveTape, _ index: Int
  ) -> (parameter: Int, power: Double)? {
    let step = tape.steps[index]
    switch step.source {
    case .parameter(let parameter): return (parameter, 1)
    case .operation(.negative): return parameter(tape, step.first)
    case .operation(.power):
      guard case .parameter(let parameter) = tape.steps[step.first].source,
        case .constant(let power) = tape.steps[step.second].source, power.high > 0
      else { return nil }
      return (parameter, power.high)
    default: return nil
    }
  }

  /// The ranges of the steps without parameters, and of those shifted by a parameter or raised to a
  /// power.
  private static func ranges(_ tape: CurveTape, _ columns: [[Double]]) -> [Range?] {
    let zeros = [Double](repeating: 0, count: tape.parameterCount)
    var evaluator = CurveEvaluator(tape, parameters: zeros, order: .value)
    var ranges = [Range?](repeating: nil, count: tape.steps.count)
    for row in (columns.first ?? []).indices {
      evaluator.compute(row: row, of: columns)
      for (index, step) in tape.steps.enumerated() where step.support.isEmpty {
        let value = evaluator.values[index]
        guard value.isFinite else { continue }
        ranges[index] = Range(
          lower: min(ranges[index]?.lower ?? value, value),
          upper: max(ranges[index]?.upper ?? value, value))
      }
    }
    for (index, step) in tape.steps.enumerated() where !step.support.isEmpty {
      guard case .operation(let operation) = step.source else { continue }
      switch operation {
      case .sum, .difference:
        if let range = [ranges[step.first], ranges[step.second]].compactMap(\.self).first {
          ranges[index] = Range(lower: -range.size, upper: range.size)
        }
      case .negative: ranges[index] = ranges[step.first]
      case .power:
        if let range = ranges[step.first],
          case .constant(let power) = tape.steps[step.second].source
        {
          ranges[index] = Range(lower: 0, upper: Numerics.pow(range.size, power.high))
        }
      default: break
      }
    }
    return ranges
  }
}
