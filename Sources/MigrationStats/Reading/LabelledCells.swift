/// Codes and labels in one cell, as SDMX-CSV 1.0 has them where both are asked for.
///
/// ```
/// DATAFLOW,REF_AREA: Reference area,OBS_VALUE
/// OECD:DF(1.0),GRC: Greece,29510
/// ```
struct LabelledCells {
  /// Whether a column holds both.
  private let isLabelled: [Bool]

  /// Finds the columns by the header; nil where the file is not SDMX's or has none.
  init?(_ records: Records) {
    guard records.count > 0 else { return nil }
    let header = records.texts(of: 0)
    guard ["DATAFLOW", "STRUCTURE"].contains(header.first?.prefix { $0 != ":" } ?? "") else {
      return nil
    }
    isLabelled = header.map { $0.contains(": ") }
    guard isLabelled.contains(true) else { return nil }
  }

  /// The part of the dialect that they are.
  var part: DialectFinding.Part {
    DialectFinding.Part(
      name: "labels", value: "behind codes, in one cell", basis: .stated,
      evidence: "\(isLabelled.count { $0 }) columns")
  }

  /// The records with a cell for the code and one for the label.
  func unpacked(_ records: Records) -> Records {
    var unpacked = Records()
    for record in records.indices {
      var cells: [ArraySlice<UInt8>] = []
      for cell in 0..<records.width(of: record) {
        let bytes = records.text[records.range(record, cell)]
        guard isLabelled.indices.contains(cell), isLabelled[cell] else {
          cells.append(bytes)
          continue
        }
        let end = bytes.indices.first {
          bytes[$0] == UInt8(ascii: ":") && $0 + 1 < bytes.endIndex
            && bytes[$0 + 1] == UInt8(ascii: " ")
        }
        cells.append(bytes[..<(end ?? bytes.endIndex)])
        cells.append(end.map { bytes[($0 + 2)...] } ?? [])
      }
      unpacked.append(
        cells, begunOn: records.line(of: record), isComment: records.isComment(record))
    }
    return unpacked
  }
}
