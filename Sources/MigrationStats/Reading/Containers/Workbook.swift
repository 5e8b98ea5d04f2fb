/// An Excel workbook (.xlsx, .xlsm; ECMA-376, strict or transitional) in an archive.
struct Workbook {
  /// A sheet of cells, as the workbook lists it.
  struct Listing: Sendable, Hashable {
    /// Its name.
    let name: String
    /// Whether it is not shown.
    let isHidden: Bool
    fileprivate let path: String
  }

  /// The sheets of cells in their order; charts are none.
  let sheets: [Listing]
  private let archive: ZipArchive
  private let strings: SharedStrings
  private let formats: CellFormats
  private let dates: SheetDate

  /// Opens the workbook in an archive; nil where there is none in it.
  ///
  /// - Throws: `ReadingError` (`unpacking`, `workbook`) where it is damaged.
  init?(_ archive: ZipArchive) throws(ReadingError) {
    guard archive.member(named: "[Content_Types].xml") != nil else { return nil }
    let root = try Self.relationships(of: "", in: archive)
    let path = root.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    guard path.hasSuffix(".xml"), let member = archive.member(named: path) else { return nil }
    var outline = WorkbookOutline()
    try Self.read(member, of: archive, &outline)
    guard outline.isWorkbook else { return nil }
    let parts = try Self.relationships(of: path, in: archive)
    sheets = outline.sheets.compactMap { sheet in
      guard let part = parts.first(where: { $0.id == sheet.relationship }),
        part.type.hasSuffix("/worksheet")
      else { return nil }
      return Listing(name: sheet.name, isHidden: sheet.isHidden, path: part.target)
    }
    var (strings, formats) = (SharedStrings(), CellFormats())
    if let part = parts.first(where: { $0.type.hasSuffix("/sharedStrings") }),
      let member = archive.member(named: part.target)
    {
      try Self.read(member, of: archive, &strings)
    }
    if let part = parts.first(where: { $0.type.hasSuffix("/styles") }),
      let member = archive.member(named: part.target)
    {
      try Self.read(member, of: archive, &formats)
    }
    self.archive = archive
    (self.strings, self.formats) = (strings, formats)
    dates = SheetDate(countsFrom1904: outline.countsFrom1904)
  }

  /// The cells of a sheet.
  ///
  /// - Throws: `ReadingError` (`unpacking`, `workbook`).
  func sheet(_ listing: Listing) throws(ReadingError) -> Sheet {
    guard let member = archive.member(named: listing.path) else {
      throw Self.damaged("the sheet ‘\(listing.name)’ is not in it", at: archive.position)
    }
    var cells = SheetCells(strings: strings, formats: formats, dates: dates)
    try Self.read(member, of: archive, &cells)
    var place = archive.position
    place.sheet = listing.name
    if let fault = cells.fault { throw Self.damaged(fault, at: place) }
    do throws(SheetFault) {
      return try Sheet(cells)
    } catch {
      throw ReadingError(.workbook, error.summary, at: place, remedy: error.remedy)
    }
  }

  // MARK: Parts

  private static func relationships(
    of path: String, in archive: ZipArchive
  ) throws(ReadingError) -> [Relationships.Relationship] {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { String(path[...$0]) } ?? ""
    let file = cut.map { String(path[path.index(after: $0)...]) } ?? path
    guard let member = archive.member(named: "\(folder)_rels/\(file).rels") else { return [] }
    var relationships = Relationships(folder: folder)
    try read(member, of: archive, &relationships)
    return relationships.all
  }

  private static func read<Handler: XMLHandler>(
    _ member: ZipArchive.Member, of archive: ZipArchive, _ handler: inout Handler
  ) throws(ReadingError) {
    let bytes = try archive.unpacked(member)
    do throws(XMLPass.Fault) {
      try XMLPass.read(bytes, &handler)
    } catch {
      throw damaged(
        "\(member.name), line \(error.line): \(error.summary)", at: archive.position)
    }
  }

  private static func damaged(_ what: String, at position: Position) -> ReadingError {
    ReadingError(
      .workbook, "the workbook is damaged: \(what)", at: position,
      remedy: "Download it again, or open it in a spreadsheet and save it anew.")
  }
}

/// Which parts of a workbook belong to one of them.
private struct Relationships: XMLHandler {
  struct Relationship {
    let (id, type, target): (String, String, String)
  }

  let folder: String
  var all: [Relationship] = []

  init(folder: String) { self.folder = folder }

  mutating func begin(_ element: XMLElement) -> Bool {
    guard element.isNamed("Relationship"), let id = element["Id"], let type = element["Type"],
      let target = element["Target"]
    else { return true }
    all.append(Relationship(id: id, type: type, target: Self.path(target, from: folder)))
    return true
  }

  mutating func end(_ name: UnsafePointer<CChar>) -> Bool { true }
  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The path in the archive: `/xl/a.xml` from its root, `../a.xml` and `a.xml` from the folder.
  private static func path(_ target: String, from folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// What a workbook says of itself: its sheets, and from when it counts the days.
private struct WorkbookOutline: XMLHandler {
  var sheets: [(name: String, relationship: String, isHidden: Bool)] = []
  var countsFrom1904 = false
  var isWorkbook = false
  private var isFirst = true

  mutating func begin(_ element: XMLElement) -> Bool {
    if isFirst {
      isFirst = false
      isWorkbook = element.isNamed("workbook")
    }
    if element.isNamed("workbookPr"), let count = element["date1904"] {
      countsFrom1904 = count == "1" || count == "true"
    } else if element.isNamed("sheet"), let name = element["name"], let id = element["id"] {
      sheets.append((name, id, (element["state"] ?? "visible") != "visible"))
    }
    return isWorkbook
  }

  mutating func end(_ name: UnsafePointer<CChar>) -> Bool { true }
  mutating func take(_ text: UnsafeBufferPointer<UInt8>) {}
}
