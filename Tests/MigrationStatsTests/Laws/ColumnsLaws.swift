import Foundation
import Testing

@testable import MigrationStats

/// What reading came to: columns, or why there are none.
private enum Outcome: Equatable {
  case columns(ColumnsText)
  case failure(String)
}

/// Columns as values that compare.
private struct ColumnsText: Equatable {
  let header: [String]
  let rows: [[String]]
  let kinds: [Column.Kind]
  let texts: [[String]]
  let counts: [[Int]]
  let setAside: [Table.SetAside]
  let account: RowAccount
  let notes: [String]

  init(_ columns: Columns) {
    header = columns.header
    kinds = columns.columns.map(\.kind)
    texts = columns.columns.map(\.texts)
    counts = columns.columns.map { [$0.count, $0.missingCount, $0.suppressedCount] }
    rows = (0..<columns.rowCount).map { row in
      columns.columns.map { column in
        switch column.kind {
        case .wholeNumbers: column.wholeNumber(row).map { "\($0)" } ?? "\(column.status(row))"
        case .decimals: column.number(row).map { "\($0.bitPattern)" } ?? "\(column.status(row))"
        case .texts: column.text(row).map { "‘\($0)’" } ?? "\(column.status(row))"
        }
      }
    }
    (setAside, account, notes) = (
      columns.setAside, columns.account, columns.notes.map(\.description)
    )
  }
}

@Suite("Laws of columns")
struct ColumnsLaws {
  private func outcome(_ body: () throws -> Columns) -> Outcome {
    do {
      return .columns(ColumnsText(try body()))
    } catch {
      return .failure("\(error)")
    }
  }

  /// Expects parts of some sizes on some threads to give what a table gives; returns whether the text
  /// was read in parts.
  private func expectSame(
    _ text: [UInt8], partSize: Int, options: ReadingOptions = ReadingOptions(), _ comment: Comment
  ) throws -> Bool {
    try withFile(text) { path in
      let law = outcome { try Columns(Table(.file(path), options: options)) }
      let parts = try? TextParts(.file(path), options: options, partSize: partSize)
      let read = try parts.map { parts in
        try PartColumns(parts, options: options).columns(named: nil, threads: 1, progress: nil)
      }
      for threads in [1, 2, 3] {
        let found = outcome {
          try Columns(parts, .file(path), named: nil, options: options, threads: threads)
        }
        #expect(found == law, comment)
      }
      return (read ?? nil) != nil
    }
  }

  @Test(
    "Random tables read in parts of any size are those that Table reads",
    arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func random(delimiter: String, lineBreak: String) throws {
    let seed: UInt64 = 261_126
    var random = RepeatableGenerator(seed: seed)
    let words = [
      "Korea, Rep.", "a", "é", "say \"no\"", "two\nlines", "", " b ", "x;y", "Côte d’Ivoire",
      "T\tb",
    ]
    let numbers = ["1", "27", "-3", "0", "1990", "123456789", "9223372036854775807", ""]
    let decimals = ["0.5", "1.25", "-7.125", "100", "3.", ".5", "1e3", "", "12345678.123456789"]
    let oddNumbers = [
      "..", "*", "007", "12345678901234567890", "-0", "+4", "1,5", "1 b", "NA", "-",
    ]
    var inParts = 0
    for round in 0..<40 {
      let columns = Int.random(in: 2...6, using: &random)
      let kinds = (0..<columns).map { _ in Int.random(in: 0...3, using: &random) }
      func quoted(_ cell: String) -> String {
        let isSpecial = [delimiter, "\"", "\n"].contains { cell.contains($0) }
        guard isSpecial || Int.random(in: 0..<5, using: &random) == 0 else { return cell }
        let written = cell.replacing("\"", with: "\"\"").replacing("\n", with: lineBreak)
        return "\"\(written)\""
      }
      var text =
        (0..<columns).map { quoted("column \($0)") }.joined(separator: delimiter) + lineBreak
      let rows = Int.random(in: 1...60, using: &random)
      for row in 0..<rows {
        let cells = kinds.map { kind -> String in
          switch kind {
          case 0: random.pick(words)
          case 1: row > rows / 2 && round % 5 == 0 ? random.pick(oddNumbers) : random.pick(numbers)
          case 2: random.pick(decimals)
          default: "w\(Int.random(in: 0..<9, using: &random))"
          }
        }
        text += cells.map(quoted).joined(separator: delimiter) + lineBreak
        if round % 6 == 1, row == rows / 2 { text += lineBreak }
        if round % 6 == 2, row == rows / 3 {
          text += (0..<columns).map { "column \($0)" }.joined(separator: delimiter) + lineBreak
        }
      }
      if round % 6 == 3 { text += "\(lineBreak)Source: a footnote\(lineBreak)" }
      if round % 6 == 4 { text.removeLast() }
      if round % 8 == 5 { text += "short" + delimiter + lineBreak + "x" + lineBreak }
      for partSize in [17, 64, 300, 1 << 16] {
        let comment: Comment =
          "seed \(seed), round \(round), parts of \(partSize): \(text.debugDescription)"
        if try expectSame(Array(text.utf8), partSize: partSize, comment) { inParts += 1 }
      }
    }
    #expect(inParts > 20)
  }

  @Test(
    "Oddities of published files give what Table gives",
    arguments: [
      "Title of it\n\narea,1990,2000,\nWorld,1,2,\nCanada,3,,\n\nSource: UN,\n",
      "\u{FEFF}area,year,value\nWorld,1990,1\nWorld,1991,2\n",
      "sep=;\narea;value\nWorld;1,5\nCanada;2,25\n",
      "area,code,value\nNamibia,NA,1\nCanada,CA,..\nIndia,IN,*\n",
      "id,value\n001,1\n002,2\n", "id,value\n12345678901234567,1\n9,2\n",
      "area,value\nWorld,12345678901234567\nCanada,0.5\n",
      "area;value\nWorld;1.234\nCanada;2.345\n",
      "area;value\nWorld;1.5\nCanada;2.34\n",
      "area,a,b\nWorld,\"1,5\",1.234\nCanada,\"2,25\",2.345\n",
      "area,a,b\nWorld,\"1,500\",1.5\nCanada,\"2,250\",2.5\n",
      "# note\narea,value\nWorld,1\nCanada,2\n", "area,value\nWorld,1\nCanada,2,\nIndia,3,x\n",
      "area,value\n\"World,1\n", "area,value\nWorld \"x\" y,1\nCanada,2\n",
      "area,value\n5\" disk,1\n6\" disk,2\n", "unit,geo\\time,1990,1991\nP,AT,1,2\nP,BE,3,4\n",
      "a,b\n1,2\n\n3,4\n\n\n5,6\nTotal\n", "a,b\n1,2\n3\n4,5\n", "a,b\n1,2\n ,\n3,4\n", "a,b\n", "",
      "a\n1\n",
      "area,value\nWorld,1\nCanada\u{0},2\n", "a,b\n1,\n,2\n,\n3,4\n",
      "country,year,affected\n#country+name,#date+year,#affected\nKenya,2019,1\nKenya,2020,2\n",
      "DATAFLOW,AREA: Area,OBS_VALUE\nX,GRC: Greece,1\nX,AUT: Austria,2\n",
      // A column without a number is one of texts, whatever its words mean elsewhere.
      "area,code,value\nNamibia,NA,1\nNamibia,NA,2\n", "area,a,b\nWorld,..,1\nCanada,..,2\n",
      "area,a,b\nWorld,,1\nCanada,,2\n", "area,a,b\nWorld,*,1\nCanada,..,2\n",
      "Stock,,1990,2000\nArea,Code,1990,2000\nWorld,1,2,3\nCanada,2,3,4\n",
    ], [19, 1 << 16])
  func oddities(text: String, partSize: Int) throws {
    _ = try expectSame(Array(text.utf8), partSize: partSize, "\(text.debugDescription)")
  }

  @Test("A byte that is not UTF-8 is the error that Table gives, wherever it stands")
  func bytes() throws {
    for (place, byte) in [(3, 0xC3), (5000, 0xE9), (9000, 0xED), (9990, 0xFF)] as [(Int, UInt8)] {
      var bytes = Array("área,valor\n".utf8)
      while bytes.count < 10_000 { bytes += Array("Bélgica,1234\n".utf8) }
      bytes[place] = byte
      #expect(try !expectSame(bytes, partSize: 512, "byte \(place)"))
    }
  }

  @Test("What is told counts in parts too")
  func told() throws {
    var options = ReadingOptions(missingWords: ["-999"])
    options.suppressedWords = ["x"]
    let text = Array("area,value\nWorld,1\nCanada,-999\nIndia,x\n-999,4\n".utf8)
    #expect(try expectSame(text, partSize: 16, options: options, "missing words"))
    let comma = ReadingOptions(decimalMark: UInt8(ascii: ","))
    #expect(
      try expectSame(
        Array("area;value\nWorld;1,5\nCanada;1.000\n".utf8), partSize: 16, options: comma, "comma"))
  }
}
