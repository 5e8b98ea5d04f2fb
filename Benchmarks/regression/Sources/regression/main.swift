import Foundation
import MigrationStats

// One fit of a file of doubles, timed: `regression ols DATA ROWS COLUMNS REFINEMENT RESULT` or
// `regression rates DATA SERIES YEARS RESULT`. Prints the seconds; `run` compares them with others'.

/// The doubles of a file.
func doubles(_ path: String, count: Int) -> [Double] {
  [Double](unsafeUninitializedCapacity: count) { buffer, initialised in
    guard let file = fopen(path, "rb") else { return }
    defer { fclose(file) }
    initialised = fread(buffer.baseAddress, MemoryLayout<Double>.stride, count, file)
  }
}

func write(_ rows: [[Double]], to path: String) throws {
  let text = rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n")
  try (text + "\n").write(toFile: path, atomically: false, encoding: .utf8)
}

/// The seconds that a body takes, and what it gives.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Double, Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try body()
  return ((clock.now - start) / .seconds(1), result)
}

let arguments = CommandLine.arguments
guard arguments.count == 7 || arguments.count == 6 else { exit(64) }
guard let rows = Int(arguments[3]), let columns = Int(arguments[4]) else { exit(64) }

switch arguments[1] {
case "ols":
  let refinement = Refinement(rawValue: arguments[5]) ?? .automatic
  // The design column by column, then the response.
  let values = doubles(arguments[2], count: rows * (columns + 1))
  let slices = (0...columns).map { values[$0 * rows..<($0 + 1) * rows] }
  let response = Array(slices[columns])
  let design = Array(values[..<(rows * columns)])
  _ = try OrdinaryLeastSquares(
    columns: slices.dropLast().map { Array($0.prefix(10_000)) },
    response: Array(response.prefix(10_000)),
    refinement: .never)
  let (seconds, fit) = try timed {
    try OrdinaryLeastSquares(design: design, response: response, refinement: refinement)
  }
  try write(
    [fit.coefficients, fit.standardErrors ?? [], Array(fit.residuals.prefix(1000))],
    to: arguments[6])
  print(seconds)
case "rates":
  let values = doubles(arguments[2], count: rows * columns)
  let years = Array(1960..<1960 + columns)
  _ = try GrowthRates.leastSquares(values: Array(values.prefix(2048 * columns)), years: years)
  let (seconds, rates) = try timed { try GrowthRates.leastSquares(values: values, years: years) }
  try write(
    rates.map { [$0.logRate ?? .nan, $0.standardError ?? .nan, Double($0.observations)] },
    to: arguments[5])
  print(seconds)
default:
  exit(64)
}
