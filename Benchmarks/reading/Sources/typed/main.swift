// Reads and types all columns of a file, and prints how long that took and what is in them:
//   typed FILE
import Foundation
import MigrationStats

let clock = ContinuousClock()
let start = clock.now
let columns = try Columns(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let duration = clock.now - start

/// What is in a column, as JSON.
func summary(_ column: Column) -> String {
  let name = "\"name\": \"\(column.name)\", \"missing\": \(column.missingCount)"
  switch column.kind {
  case .texts:
    let lengths = column.texts.map(\.utf8.count)
    let bytes = column.codes.reduce(0) { $0 + lengths[$1] }
    return "{\(name), \"distinct\": \(column.texts.count), \"bytes\": \(bytes)}"
  case .wholeNumbers:
    let sum = (0..<column.count).reduce(Int128(0)) { $0 + Int128(column.wholeNumber($1) ?? 0) }
    return "{\(name), \"sum\": \(sum)}"
  case .decimals:
    let sum = column.numbers.reduce(0) { $1.isNaN ? $0 : $0 + $1 }
    return "{\(name), \"sum\": \(sum)}"
  }
}

let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
let list = columns.columns.map(summary).joined(separator: ", ")
print("{\"seconds\": \(seconds), \"rows\": \(columns.rowCount), \"columns\": [\(list)]}")
