/// An Excel workbook of a few cells, its XML written by hand.
struct WorkbookBuilder {
  /// A sheet: rows of cells, each as `XML` of its content, and what follows them.
  struct Sheet {
    var name: String
    var data: String
    var after = ""
    var state = ""
  }

  var sheets: [Sheet] = []
  var strings: [String] = []
  var formats = ""
  var cellFormats = "<xf numFmtId=\"0\"/>"
  var properties = ""

  /// A workbook with one sheet whose rows hold texts and numbers.
  init(_ rows: [[String]], name: String = "Data") { add(name, rows) }

  init() {}

  /// Adds a sheet of texts and numbers; what reads as a number is one.
  mutating func add(_ name: String, _ rows: [[String]], after: String = "", state: String = "") {
    var data = ""
    for (index, row) in rows.enumerated() where !row.isEmpty {
      data += "<row r=\"\(index + 1)\">"
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        let place = "\(Self.letters(column))\(index + 1)"
        if Double(cell) != nil {
          data += "<c r=\"\(place)\"><v>\(cell)</v></c>"
        } else {
          data += "<c r=\"\(place)\" t=\"s\"><v>\(strings.count)</v></c>"
          strings.append("<t>\(Self.escaped(cell))</t>")
        }
      }
      data += "</row>"
    }
    sheets.append(Sheet(name: name, data: data, after: after, state: state))
  }

  /// The members of the archive.
  var members: [(String, String)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    var listed = ""
    var related =
      "<Relationship Id=\"rId91\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      + "<Relationship Id=\"rId92\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>"
    var members = [
      ("[Content_Types].xml", "\(head)<Types/>"),
      (
        "_rels/.rels",
        "\(head)<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" "
          + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      let id = "rId\(index + 1)"
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      listed +=
        "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 7)\"\(state) r:id=\"\(id)\"/>"
      related +=
        "<Relationship Id=\"\(id)\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet\(index + 1).xml\"/>"
      members.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "\(head)<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.data)</sheetData>\(sheet.after)"
            + "</worksheet>"
        ))
    }
    members.append(
      (
        "xl/workbook.xml",
        "\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)"
          + "<sheets>\(listed)</sheets></workbook>"
      ))
    members.append(
      (
        "xl/_rels/workbook.xml.rels",
        "\(head)<Relationships xmlns=\"\(package)\">\(related)</Relationships>"
      ))
    let items = strings.map { "<si>\($0)</si>" }.joined()
    members.append(("xl/sharedStrings.xml", "\(head)<sst xmlns=\"\(main)\">\(items)</sst>"))
    members.append(
      (
        "xl/styles.xml",
        "\(head)<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts><cellStyleXfs>"
          + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(cellFormats)</cellXfs></styleSheet>"
      ))
    return members
  }

  /// The workbook.
  var bytes: [UInt8] { ZipBuilder(members).bytes }

  private static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column + 1)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
