import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on reading.
  static let reading: [Example] = [
    Example("Sources/MigrationStats/Reading/Table.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")

      let table = try Table(contentsOf: url)
      print(table.header.prefix(2))  // ["Country Name", "Country Code"]
      print(table.text(0, 4))  // 153011473
      print(table.position(0, 4))  // …my-download.csv:6, column ‘1990’
    },
    Example("Sources/MigrationStats/Reading/RecordStream.swift") { print in
      let tally = try RecordStream(.file("examples/my.csv")).forEach { block in
        print(block.count, block.line(of: 0))  // 8 1
      }
      print(tally.read)  // 8
    },
    Example("Sources/MigrationStats/Reading/NumberText.swift") { print in
      let law = NumberText(decimalMark: UInt8(ascii: ","))
      if case .number(let numeral) = law.content(of: Array("1.234,5".utf8)[...]) {
        print(numeral.value, numeral.halfUnit)  // 1234.5 0.05
      }
    },
    Example("Sources/MigrationStats/Problems/Numerals.swift") { print in
      print(Numerals.grouped(99_800_000), Numerals.grouped(1.5, decimals: 2))  // 99,800,000 1.50
    },
    Example("Sources/MigrationStats/Problems/Suggestion.swift") { print in
      print(Suggestion.didYouMean("grwoth", among: ["growth", "fit"]) ?? "")
      // Did you mean ‘growth’?
    },
  ]
}
