/// Keys packed into the first cell, as Eurostat's files have them: `unit,sex,geo\time`.
struct PackedKeys {
  /// The names of the keys.
  let names: [String]
  private let header: Int

  /// Finds the header whose first cell packs keys; nil where there is none.
  init?(_ records: Records) {
    for record in records.indices.prefix(100) where records.width(of: record) > 1 {
      let cell = String(decoding: records.text[records.range(record, 0)].trimmed, as: UTF8.self)
      guard let names = Self.names(in: cell) else { continue }
      (self.names, header) = (names, record)
      return
    }
    return nil
  }

  private static func names(in cell: String) -> [String]? {
    let parts = cell.split(separator: "\\", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let names = parts[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let isName = { (name: Substring) in
      !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
    guard (names.map { $0[...] } + [parts[1]]).allSatisfy(isName) else { return nil }
    return names
  }

  /// The part of the dialect that they are.
  var part: DialectFinding.Part {
    DialectFinding.Part(
      name: "packed keys", value: names.joined(separator: ", "), basis: .stated, evidence: "")
  }

  /// The records with a cell a key.
  ///
  /// - Throws: `ReadingError` (`width`) for a row that packs another number of keys.
  func unpacked(_ records: Records, at place: Position) throws(ReadingError) -> Records {
    var unpacked = Records()
    let width = records.width(of: header)
    for record in records.indices {
      var cells = (0..<records.width(of: record)).map { records.text[records.range(record, $0)] }
      if record == header {
        cells.replaceSubrange(0...0, with: names.map { Array($0.utf8)[...] })
      } else if record > header, !records.isBlank(record), !records.isComment(record),
        cells.count > 1
      {
        let keys = cells[0].split(
          separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        if keys.count != names.count, cells.count == width {
          let text = String(decoding: cells[0].trimmed, as: UTF8.self)
          throw ReadingError(
            .width, "‘\(text)’ packs \(keys.count) keys where the header has \(names.count)",
            at: Position(
              file: place.file, sheet: place.sheet, line: records.line(of: record),
              column: names.joined(separator: ",")
            ),
            remedy: "Look for a comma inside a key, or a row that was cut off.")
        }
        cells.replaceSubrange(0...0, with: keys)
      }
      unpacked.append(
        cells, begunOn: records.line(of: record), isComment: records.isComment(record))
    }
    return unpacked
  }
}
