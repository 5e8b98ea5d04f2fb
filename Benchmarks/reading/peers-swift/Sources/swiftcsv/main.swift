// SwiftCSV on a slice of the tidy file: `swiftcsv FILE` types all columns and prints a JSON object
// as peers.py does. Rows without columns are its fastest way (its README's advice for large files).
import Foundation
import SwiftCSV

struct Texts {
  var values: [String] = []

  func account(_ name: String) -> String {
    let size = values.reduce(0) { $0 + $1.utf8.count }
    return
      #"{"name":"\#(name)","missing":0,"distinct":\#(Set(values).count),"bytes":\#(size)}"#
  }
}

struct Numbers<Number: LosslessStringConvertible> {
  var values: [Number?] = []

  mutating func append(_ text: String) throws {
    guard !text.isEmpty else { return values.append(nil) }
    guard let number = Number(text) else { throw CocoaError(.formatting) }
    values.append(number)
  }

  func account(_ name: String, sum: some CustomStringConvertible) -> String {
    #"{"name":"\#(name)","missing":\#(values.count { $0 == nil }),"sum":\#(sum)}"#
  }
}

var texts = [Texts](repeating: Texts(), count: 4)
var years = Numbers<Int>()
var migrants = Numbers<Int>()
var weights = Numbers<Double>()

let start = ContinuousClock.now
let csv = try EnumeratedCSV(
  url: URL(fileURLWithPath: CommandLine.arguments[1]), delimiter: .comma, loadColumns: false)
for row in csv.rows {
  for (index, column) in [0, 1, 3, 4].enumerated() { texts[index].values.append(row[column]) }
  try years.append(row[2])
  try migrants.append(row[5])
  try weights.append(row[6])
}
let seconds = (ContinuousClock.now - start) / .seconds(1)

let columns = [
  texts[0].account("origin"), texts[1].account("destination"), texts[2].account("sex"),
  texts[3].account("age"),
  years.account("year", sum: years.values.reduce(0) { $0 + ($1 ?? 0) }),
  migrants.account("migrants", sum: migrants.values.reduce(0) { $0 + ($1 ?? 0) }),
  weights.account("weight", sum: weights.values.reduce(0) { $0 + ($1 ?? 0) }),
]
print(
  #"{"seconds":\#(seconds),"rows":\#(years.values.count),"columns":[\#(columns.joined(separator: ","))]}"#
)
