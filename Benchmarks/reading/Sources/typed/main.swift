// All columns of a file typed: `typed FILE` reads it and prints a JSON object as peers.py does: the
// seconds of reading and of all processors for it, the peak memory until then, and counts and sums of
// every column, taken after the clock has stopped.
import Foundation
import MigrationStats

func usage() -> rusage {
  var usage = rusage()
  #if canImport(Darwin)
    getrusage(RUSAGE_SELF, &usage)
  #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  #endif
  return usage
}

func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

func account(_ column: Column) -> String {
  var parts = ["\"name\":\"\(column.name)\"", "\"missing\":\(column.missingCount)"]
  switch column.kind {
  case .texts:
    let sizes = column.texts.map(\.utf8.count)
    parts.append("\"distinct\":\(column.texts.count)")
    parts.append("\"bytes\":\(column.codes.reduce(0) { $0 + sizes[$1] })")
  case .wholeNumbers:
    let sum = (0..<column.count).reduce(Int64(0)) { $0 + (column.wholeNumber($1) ?? 0) }
    parts.append("\"sum\":\(sum)")
  case .decimals:
    let sum = (0..<column.count).reduce(0.0) { $0 + (column.number($1) ?? 0) }
    parts.append("\"sum\":\(sum)")
  }
  return "{\(parts.joined(separator: ","))}"
}

let before = usage()
let start = ContinuousClock.now
let columns = try Columns(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let elapsed = (ContinuousClock.now - start) / .seconds(1)
let after = usage()
let processors =
  seconds(after.ru_utime) + seconds(after.ru_stime) - seconds(before.ru_utime)
  - seconds(before.ru_stime)
#if canImport(Darwin)
  let peak = after.ru_maxrss
#else
  let peak = after.ru_maxrss * 1024
#endif
print(
  "{\"seconds\":\(elapsed),\"processors\":\(processors),\"peak\":\(peak),"
    + "\"rows\":\(columns.rowCount),"
    + "\"columns\":[\(columns.columns.map(account).joined(separator: ","))]}")
