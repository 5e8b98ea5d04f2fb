// What libFuzzer calls with bytes of its own making: one target a run, named by FUZZ_TARGET. A target
// traps where a law is broken; what is refused by a typed error with a remedy is well.

import Foundation

/// What is fuzzed.
enum Target: String, CaseIterable {
  /// Delimited text to records, in blocks of any size, with any dialect.
  case parser
  /// A whole text to a table: encoding, dialect, header, rows and their repairs.
  case table
  /// A file read in parts on two threads, as columns of one type each, against the table of it.
  case columns
  /// A whole text to series, and their values.
  case panel
  /// A cell to a number.
  case number
  /// Bytes that may be packed: gzip, ZIP, workbook.
  case container
  /// The XML of a sheet, its strings and styles.
  case sheet
}

func check(_ holds: Bool, _ law: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("broken: \(law())\n".utf8))
  abort()
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: data == nil ? 0 : size))
  switch chosen {
  case .parser: parser(bytes)
  case .table: table(bytes)
  case .columns: columns(bytes)
  case .panel: panel(bytes)
  case .number: number(bytes)
  case .container: container(bytes)
  case .sheet: sheet(bytes)
  }
  return 0
}

/// Takes `seed-workbook FILE` before libFuzzer reads the arguments: writes a sound workbook there.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  let words = (0..<Int(count.pointee)).compactMap {
    arguments.pointee[$0].map { String(cString: $0) }
  }
  guard words.count == 3, words[1] == "seed-workbook" else { return 0 }
  let rows = [["area", "1990", "2000"], ["World", "153", "173"], ["Namibia", "1", ".."]]
  let written = (try? Data(WorkbookBuilder(rows).bytes).write(to: URL(filePath: words[2]))) != nil
  exit(written ? 0 : 74)
}

private let chosen: Target = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = Target(rawValue: name) else {
    let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("FUZZ_TARGET is one of \(names)\n".utf8))
    exit(64)
  }
  return target
}()

/// However a text is cut into blocks, its records are the same, and so is its fault.
private func parser(_ bytes: [UInt8]) {
  guard bytes.count >= 3 else { return }
  let delimiters = Array(",;\t|".utf8)
  var dialect = Dialect(delimiter: delimiters[Int(bytes[0] % 4)])
  if bytes[0] & 4 != 0 { dialect.quote = nil }
  if bytes[0] & 8 != 0 { dialect.escape = UInt8(ascii: "\\") }
  if bytes[0] & 16 != 0 { dialect.comment = UInt8(ascii: "#") }
  let text = bytes[2...]
  func parsed(_ block: Int) -> (Records, CSVParser.Fault?) {
    var parser = CSVParser(dialect: dialect)
    for start in stride(from: text.startIndex, to: text.endIndex, by: block) {
      parser.consume(text[start..<min(text.endIndex, start + block)])
    }
    let records = parser.finished()
    return (records, parser.fault)
  }
  let (whole, fault) = parsed(max(text.count, 1))
  let (parts, partsFault) = parsed(Int(bytes[1] % 16) + 1)
  check(whole.count == parts.count, "the number of records")
  check(
    fault?.line == partsFault?.line && fault?.openedOn == partsFault?.openedOn
      && fault?.neverClosed == partsFault?.neverClosed, "the fault")
  for record in whole.indices {
    check(whole.width(of: record) == parts.width(of: record), "the width of record \(record)")
    check(whole.line(of: record) == parts.line(of: record), "the line of record \(record)")
    for cell in 0..<whole.width(of: record) {
      check(
        whole.text[whole.range(record, cell)] == parts.text[parts.range(record, cell)],
        "cell \(cell) of record \(record)")
    }
  }
}

/// A text is a table whose records are all accounted for, or it is refused with a remedy.
@discardableResult
private func table(_ bytes: [UInt8], name: String = "fuzzed") -> Table? {
  do throws(ReadingError) {
    let table = try Table(.bytes(bytes, name: name), options: ReadingOptions())
    check(table.account.addsUp, "the account of records: \(table.account)")
    check(table.account.kept == table.rowCount, "rows kept")
    check(!table.header.isEmpty, "a table without columns")
    for row in 0..<table.rowCount {
      for column in table.header.indices { _ = table.bytes(row, column) }
    }
    return table
  } catch {
    check(error.remedy != nil, "no remedy: \(error.summary)")
    return nil
  }
}

/// Columns read in parts are those of the table, or both are refused in the same words.
private func columns(_ bytes: [UInt8]) {
  guard bytes.count >= 2 else { return }
  let file = FileManager.default.temporaryDirectory
    .appending(path: "fuzzed-\(ProcessInfo.processInfo.processIdentifier).csv")
  guard (try? Data(bytes[1...]).write(to: file)) != nil else { return }
  let (source, options) = (Source.file(file.path()), ReadingOptions())
  let law = outcome { try Columns(Table(source, options: options)) }
  let found = outcome {
    let parts = try TextParts(source, options: options, partSize: Int(bytes[0]) + 1)
    return try Columns(parts, source, named: nil, options: options, threads: 2)
  }
  check(found == law, "columns\n\(found)\nare not\n\(law)")
}

/// What columns hold, as a text, or the words in which they are refused.
private func outcome(_ body: () throws -> Columns) -> String {
  do {
    let columns = try body()
    let cells = columns.columns.map { column in
      (0..<columns.rowCount).map { row in
        switch column.kind {
        case .wholeNumbers: column.wholeNumber(row).map { "\($0)" } ?? "\(column.status(row))"
        case .decimals: column.number(row).map { "\($0.bitPattern)" } ?? "\(column.status(row))"
        case .texts: column.text(row).map { "‘\($0)’" } ?? "\(column.status(row))"
        }
      }
    }
    return "\(columns.header) \(cells) \(columns.account) \(columns.setAside) "
      + "\(columns.notes.map(\.description))"
  } catch {
    return "\(error)"
  }
}

/// A table is tidied into series with each year once, all values finite, or refused with a remedy.
private func panel(_ bytes: [UInt8]) {
  guard let table = table(bytes) else { return }
  do {
    let panel = try table.tidied()
    for series in panel.series {
      let years = series.observations.map(\.year)
      check(zip(years, years.dropFirst()).allSatisfy { $0 < $1 }, "years not in order")
      check(series.observations.allSatisfy(\.value.isFinite), "a value that is not finite")
      check(Set(years).isDisjoint(with: series.suppressedYears), "a value that is suppressed")
    }
  } catch let error as any Problem {
    check(error.remedy != nil, "no remedy: \(error.summary)")
  } catch {
    check(false, "an error without a place: \(error)")
  }
}

/// A number without groups is the double nearest to its digits, as C's strtod has it.
private func number(_ bytes: [UInt8]) {
  guard bytes.count < 400 else { return }
  let reader = NumberText()
  let content = reader.content(of: bytes[...])
  guard !bytes.isEmpty, bytes.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }) else { return }
  var digits = bytes[...]
  if let sign = digits.first, "+-".utf8.contains(sign) { digits = digits.dropFirst() }
  guard let first = digits.first, let last = digits.last,
    "0123456789".utf8.contains(first), "0123456789".utf8.contains(last)
  else { return }
  let text = String(decoding: bytes, as: UTF8.self)
  guard let expected = Double(text), expected.isFinite else { return }
  guard case .number(let numeral) = content else {
    check(
      text.utf8.count { "eE".utf8.contains($0) } > 0 || expected == 0 || expected.isInfinite,
      "\(text) is no number")
    return
  }
  check(numeral.value == expected, "\(text) read as \(numeral.value), not \(expected)")
}

/// What is packed gives a table or is refused with a remedy, whatever was done to it.
private func container(_ bytes: [UInt8]) { table(bytes) }

/// A workbook whose sheet, strings and styles are any bytes.
private func sheet(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
  var members = WorkbookBuilder([["area", "1990"], ["World", "1"]]).members
  let places = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
  ]
  for (place, part) in zip(places, parts) where !part.isEmpty {
    guard let index = members.firstIndex(where: { $0.0 == place }) else { continue }
    members[index].1 = String(decoding: part, as: UTF8.self)
  }
  table(ZipBuilder(members).bytes, name: "fuzzed.xlsx")
}
