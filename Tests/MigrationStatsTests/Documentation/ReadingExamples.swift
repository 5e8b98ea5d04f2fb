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

      print(table.place(line: 7))  // …examples/my-download.csv:7

      let column = try table.column(named: "country code")
      print(column, table.columnName(column))  // 1 Country Code
    },
    Example("Sources/MigrationStats/Reading/RecordStream.swift") { print in
      let tally = try RecordStream(.file("examples/my.csv")).forEach { block in
        print(block.count, block.line(of: 0))  // 8 1
      }
      print(tally.read)  // 8

      _ = try RecordStream(.file("examples/my.csv")).forEach { block in
        print(block.width(of: 1), String(decoding: block.bytes(1, 0), as: UTF8.self))  // 4 World
      }
    },
    Example("Sources/MigrationStats/Reading/NumberText.swift") { print in
      let law = NumberText(decimalMark: UInt8(ascii: ","))
      if case .number(let numeral) = law.content(of: Array("1.234,5".utf8)[...]) {
        print(numeral.value, numeral.halfUnit)  // 1234.5 0.05
      }
    },
    Example("Sources/MigrationStats/Reading/Columns/Columns.swift") { print in
      let url = URL(filePath: "examples/my.csv")
      let columns = try Columns(contentsOf: url, named: ["year", "value"])
      print(columns.rowCount, columns["year"].kind)  // 7 wholeNumbers
      print(columns["value"].number(0) ?? .nan)  // 153.0
    },
    Example("Sources/MigrationStats/Reading/Columns/Column.swift") { print in
      let url = URL(filePath: "examples/my.csv")
      let columns = try Columns(contentsOf: url, named: ["area", "year"])
      print(columns["year"].wholeNumber(0) ?? 0, columns["area"].text(0) ?? "")  // 1990 World
      print(columns["year"].status(0) == .missing)  // false

      print(columns["year"].number(0) ?? .nan, columns["area"].number(0) == nil)  // 1990.0 true
    },
    Example("Sources/MigrationStats/Problems/Numerals.swift") { print in
      print(Numerals.grouped(99_800_000), Numerals.grouped(1.5, decimals: 2))  // 99,800,000 1.50

      print(Numerals.exact(99_800_000), Numerals.exact(0.1))  // 99800000 0.1

      print(Numerals.rounded(2.675, decimals: 2))  // 2.68

      print(Numerals.significant(2.10791, digits: 4), Numerals.significant(6.45e-7, digits: 3))
      // 2.108 6.45e-7
    },
    Example("Sources/MigrationStats/Problems/Suggestion.swift") { print in
      print(Suggestion.didYouMean("grwoth", among: ["growth", "fit"]) ?? "")
      // Did you mean ‘growth’?

      print(Suggestion.nearest(to: "Canda", among: ["Canada", "Chad", "Panama"]))  // ["Canada"]
    },
    Example("Sources/MigrationStats/Problems/Note.swift") { print in
      print(Note("‘..’ is taken for missing", at: Position(file: "stock.csv", line: 14)))
      // stock.csv:14: ‘..’ is taken for missing
    },
    Example("Sources/MigrationStats/Problems/Position.swift") { print in
      print(Position(file: "stock.csv", line: 14, column: "2015"))  // stock.csv:14, column ‘2015’
    },
    Example("Sources/MigrationStats/Problems/Problem.swift") { print in
      do {
        _ = try Table(contentsOf: URL(filePath: "examples/my.cvs"))
      } catch let problem as any Problem {
        print(problem.summary)  // there is no such file
        print(problem.remedy ?? "")  // Did you mean ‘my.csv’?
      }
    },
    Example("Sources/MigrationStats/Reading/Columns/Columns+Table.swift") { print in
      let url = URL(filePath: "examples/my-download.csv")
      let table = try Table(contentsOf: url)

      let columns = try Columns(table, named: ["Country Name", "2019"])
      print(columns["2019"].number(0) ?? .nan)  // 271642105.0
    },
    Example("Sources/MigrationStats/Reading/Dialect.swift") { print in
      let german = Dialect(delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","))
      print(german.delimiterName)  // semicolon
    },
    Example("Sources/MigrationStats/Reading/Encodings/TextEncoding.swift") { print in
      print(TextEncoding(named: "WINDOWS-1252") == .windows1252)  // true
    },
    Example("Sources/MigrationStats/Reading/ReadingOptions.swift") { print in
      let options = ReadingOptions(
        delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","), missingWords: ["n.v."])
      let bytes = Array("area;year;value\nMalta;2019;1,5\nMalta;2020;n.v.\n".utf8)
      let malta = try Table(.bytes(bytes, name: "malta.csv"), options: options).tidied().series[0]
      print(malta[2019]?.value ?? .nan, malta[2020] == nil)  // 1.5 true
    },
    Example("Sources/MigrationStats/Reading/Source.swift") { print in
      let source = Source.file("examples/my.csv")
      print(source.name, try source.load().count)  // examples/my.csv 252
    },
    Example("Sources/MigrationStats/Reports/Inspection.swift") { print in
      let table = try Table(.file("examples/my-download.csv"))

      let inspection = Inspection(table)
      print(inspection.oddities.count, inspection.report(forReading: true).rows.count)  // 0 14
      print(inspection.command ?? "")
      // stats tidy examples/my-download.csv --delimiter , --layout wide
    },
  ]
}
