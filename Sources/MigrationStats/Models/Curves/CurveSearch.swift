/// The search for starting values.
///
/// Parameters in which the curve is linear are solved for (G. H. Golub and V. Pereyra, “The
/// differentiation of pseudo-inverses and nonlinear least squares problems whose variables separate”,
/// 1973, doi:10.1137/0710036); the others are tried at many values of the sizes that the variables
/// suggest. The sequence of trials is always the same.
struct CurveSearch {
  private let problem: CurveProblem
  private let structure: CurveStructure
  private let scales: CurveScales
  /// Parameters that are given.
  private let given: [Int: Double]

  /// How many rows are enough to judge a trial.
  private static let enoughRows = 60
  /// How many trials go on to a short descent.
  private static let promising = 24

  init(_ problem: CurveProblem, given: [Int: Double]) {
    // Rows evenly spread over all.
    let stride = max(1, problem.rowCount / Self.enoughRows)
    let rows = Swift.stride(from: 0, to: problem.rowCount, by: stride)
    self.problem = CurveProblem(
      tape: problem.tape, variables: problem.variables.map { column in rows.map { column[$0] } },
      response: rows.map { problem.response[$0] },
      rootWeights: problem.rootWeights.map { weights in rows.map { weights[$0] } })
    structure = CurveStructure(problem.tape)
    scales = CurveScales(problem.tape, self.problem.variables)
    self.given = given
  }

  /// Starts, the most promising first.
  ///
  /// - Parameter limit: how many are wanted.
  func starts(limit: Int) -> [[Double]] {
    var found: [(squares: Double, parameters: [Double])] = []
    func keep(_ parameters: [Double]) {
      guard let squares = problem.sumOfSquares(parameters) else { return }
      found.append((squares, parameters))
    }
    if given.isEmpty, structure.isRational, let start = rationalStart() { keep(start) }
    var generator = SplitMix(state: 20_260_101)
    // Small problems are searched more closely.
    let effort = problem.rowCount * problem.tape.steps.count
    let trials = max(500, min(4000, 12_000_000 / max(effort, 1)))
    let count = structure.nonlinear.isEmpty ? 1 : trials
    for _ in 0..<count {
      var trial = [Double](repeating: 0, count: problem.parameterCount)
      for parameter in structure.nonlinear { trial[parameter] = draw(parameter, &generator) }
      for (parameter, value) in given { trial[parameter] = value }
      if let solved = solvedLinearly(trial) { keep(solved) }
    }
    found.sort { $0.squares < $1.squares }
    var walked: [(squares: Double, parameters: [Double])] = []
    for (_, parameters) in found.prefix(Self.promising) {
      guard var walk = TrustRegion(problem, start: parameters) else { continue }
      _ = walk.descend(steps: 40)
      walked.append((walk.sumOfSquares, walk.parameters))
    }
    walked.sort { $0.squares < $1.squares }
    return walked.prefix(limit).map { positive($0.parameters) }
  }

  /// Parameters that the data cannot tell apart wherever the curve is looked at.
  func dependentEverywhere() -> [Int] {
    var generator = SplitMix(state: 7)
    var found: [Int]?
    var looked = 0
    for _ in 0..<40 where looked < 3 {
      let point = (0..<problem.parameterCount).map { draw($0, &generator) }
      guard problem.linearised(point) != nil else { continue }
      looked += 1
      let dependent = Identification.dependent(problem, at: point)
      if found.map({ $0 != dependent }) ?? dependent.isEmpty { return [] }
      found = dependent
    }
    return found ?? []
  }

  private func draw(_ parameter: Int, _ generator: inout SplitMix) -> Double {
    let families = scales.candidates[parameter]
    let family = families[Int(generator.unit() * Double(families.count))]
    switch family {
    case .place(let lower, let upper):
      let width = upper > lower ? upper - lower : max(abs(upper), 1)
      if generator.unit() < 0.7 { return lower + (generator.unit() * 1.5 - 0.25) * width }
      let distance = width * Numerics.exp(generator.unit() * 4)
      return generator.unit() < 0.5 ? lower - distance : upper + distance
    case .size(let size):
      let factor = Numerics.exp((generator.unit() - 0.5) * 8)
      return (generator.unit() < 0.3 ? -1 : 1) * size * factor
    case .number:
      let factor = Numerics.exp((generator.unit() - 0.5) * 6)
      return (generator.unit() < 0.3 ? -1 : 1) * factor
    }
  }

  /// The parameters with as few minus signs as lead to the same curve.
  private func positive(_ parameters: [Double]) -> [Double] {
    guard let squares = problem.sumOfSquares(parameters) else { return parameters }
    let free = parameters.indices.filter { given[$0] == nil }
    for first in free where parameters[first] < 0 {
      for second in free where second == first || parameters[second] < 0 {
        var turned = parameters
        turned[first] = -parameters[first]
        turned[second] = -parameters[second]
        guard let same = problem.sumOfSquares(turned) else { continue }
        if abs(same - squares) <= 1e-12 * squares { return turned }
      }
    }
    return parameters
  }

  /// The linear parameters solved for at values of the others; nil where the curve is undefined.
  private func solvedLinearly(_ trial: [Double]) -> [Double]? {
    let sought = structure.linear.filter { given[$0] == nil }
    guard !sought.isEmpty else { return trial }
    guard let line = problem.linearised(trial) else { return nil }
    return solution(
      sought.map { Array(line.column($0)) }, line.residuals, rows: problem.rowCount
    ).map { changes in
      var solved = trial
      for (parameter, change) in zip(sought, changes) { solved[parameter] += change }
      return solved
    }
  }

  /// The parameters of a quotient N/D by making N − y·D small (E. C. Levy, “Complex-curve fitting”,
  /// 1959, doi:10.1109/TAC.1959.6429401).
  private func rationalStart() -> [Double]? {
    guard let last = problem.tape.steps.last else { return nil }
    let (rows, count) = (problem.rowCount, problem.parameterCount)
    var evaluator = CurveEvaluator(
      problem.tape, parameters: [Double](repeating: 0, count: count), order: .gradient)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: rows), count: count)
    var right = [Double](repeating: 0, count: rows)
    for row in 0..<rows {
      evaluator.compute(row: row, of: problem.variables)
      let y = problem.response[row].high
      right[row] = y * evaluator.values[last.second] - evaluator.values[last.first]
      for parameter in 0..<count {
        columns[parameter][row] =
          evaluator.gradient(parameter, of: last.first)
          - y * evaluator.gradient(parameter, of: last.second)
      }
    }
    guard (columns + [right]).allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
    return solution(columns, right, rows: rows)
  }

  /// The least-squares solution, the shortest where there are several; nil where it overflows.
  private func solution(_ columns: [[Double]], _ right: [Double], rows: Int) -> [Double]? {
    let lengths = columns.map { column in
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 0 ? length : 1
    }
    let scaled = zip(columns, lengths).flatMap { column, length in column.map { $0 / length } }
    let system = SingularValues(scaled + right, rows: rows, columns: columns.count)
    let floor = (system.values.max() ?? 0) * 1e-12
    var result = [Double](repeating: 0, count: columns.count)
    for (index, value) in system.values.enumerated() where value > floor {
      for row in result.indices {
        result[row] +=
          system.components[index] / value * system.vectors[index * columns.count + row]
          / lengths[row]
      }
    }
    return result.allSatisfy(\.isFinite) ? result : nil
  }
}

/// A sequence of numbers that look random and are the same on every machine (G. L. Steele, D. Lea and
/// C. H. Flood, “Fast splittable pseudorandom number generators”, 2014, doi:10.1145/2714064.2660195).
private struct SplitMix {
  var state: UInt64

  /// The next number from 0 to below 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
  }
}
