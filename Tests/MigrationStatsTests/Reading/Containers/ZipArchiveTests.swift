import Testing

@testable import MigrationStats

@Suite("ZIP archives")
struct ZipArchiveTests {
  private static let text = "area,year,value\nWorld,1990,5\n"

  private func error(_ zip: ZipBuilder) throws -> ReadingError { try error(zip.bytes) }

  private func error(_ bytes: [UInt8]) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try table(bytes, name: "stock.zip") }
  }

  private func archive(_ change: (inout ZipBuilder.Member) -> Void) -> ZipBuilder {
    var zip = ZipBuilder([("stock.csv", Self.text)])
    change(&zip.members[0])
    return zip
  }

  @Test("A member is read, deflated or stored, with its path in every place", arguments: [0, 8])
  func read(method: UInt16) throws {
    let table = try table(archive { $0.method = method }.bytes, name: "stock.zip")
    #expect(table.cells == [["World", "1990", "5"]])
    #expect(table.position(0, 2).description == "stock.zip/stock.csv:2, column ‘value’")
    #expect(table.name == "stock.zip")
  }

  @Test("A member with its size as in ZIP64 is refused")
  func zip64() throws {
    let error = try error(archive { $0.isZip64 = true })
    #expect(error.kind == .unpacking)
    expectProblem(
      error, "the member has its size written as in ZIP64, which is not read",
      file: "stock.zip/stock.csv", remedy: "Unpack it by other means")
  }

  @Test("An encrypted member is refused")
  func encrypted() throws {
    let error = try error(archive { $0.isEncrypted = true })
    #expect(error.kind == .unpacking)
    expectProblem(
      error, "the member is encrypted", file: "stock.zip/stock.csv", remedy: "with its password")
  }

  @Test(
    "A way of packing that is not read is named",
    arguments: [(UInt16(9), "Deflate64"), (12, "bzip2"), (93, "Zstandard"), (77, "method 77")])
  func method(method: UInt16, name: String) throws {
    let error = try error(archive { $0.method = method })
    #expect(error.kind == .unpacking)
    expectProblem(
      error, "the member is packed by \(name), which is not read", file: "stock.zip/stock.csv",
      remedy: "Unpack it by other means")
  }

  @Test("A wrong sum or size is seen")
  func damaged() throws {
    for zip in [archive { $0.crc = 7 }, archive { $0.size = 12 }, archive { $0.size = 90 }] {
      let error = try error(zip)
      #expect(error.kind == .unpacking)
      expectProblem(
        error, "the member is damaged: it does not unpack to what the archive says",
        file: "stock.zip/stock.csv", remedy: "Download it again.")
    }
  }

  @Test("An archive cut off anywhere is refused")
  func cutOff() throws {
    let bytes = ZipBuilder([("stock.csv", Self.text)]).bytes
    for count in 4..<bytes.count - 22 {
      let error = try error(Array(bytes[..<count]))
      #expect(error.kind == .unpacking)
      expectProblem(
        error, "the archive’s directory, which stands at its end, is missing or damaged",
        file: "stock.zip", remedy: "download it again")
    }
  }

  @Test("A member that says it is too large is not begun; one that lies is stopped")
  func bomb() throws {
    let content = [UInt8](repeating: 0x41, count: 4 << 20)
    let place = Position(file: "bomb.zip")
    let small = UnpackingBound(bytes: 8 << 20, ratio: 200, harmless: 1 << 20)
    var zip = ZipBuilder()
    zip.members = [ZipBuilder.Member(name: "bomb.csv", content: content)]
    let honest = try ZipArchive(zip.bytes, at: place, within: small)
    let error = try #require(throws: ReadingError.self) {
      try honest.unpacked(honest.members[0])
    }
    #expect(error.kind == .unpacking)
    #expect(error.position.file == "bomb.zip/bomb.csv")
    #expect(
      error.summary.hasSuffix(
        "bytes unpack to 4.0 MiB; at most 200 bytes are unpacked of one, as no table packs better"))
    zip.members[0].size = 1000
    let lying = try ZipArchive(zip.bytes, at: place, within: small)
    #expect(throws: ReadingError.self) { try lying.unpacked(lying.members[0]) }
  }

  @Test("An empty archive is named")
  func empty() throws {
    let error = try error(ZipBuilder())
    #expect(error.kind == .notText)
    #expect(error.summary.hasPrefix("this is an empty ZIP archive"))
  }

  @Test(
    "Documents that are archives are named",
    arguments: [
      ("word/document.xml", "", "a Word document (.docx)"),
      ("xl/workbook.bin", "", "a binary Excel workbook (.xlsb)"),
      ("ppt/presentation.xml", "", "a PowerPoint presentation (.pptx)"),
      (
        "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
        "an OpenDocument spreadsheet (.ods)"
      ),
      (
        "mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument text or picture"
      ),
    ])
  func documents(member: String, content: String, name: String) throws {
    let error = try error(ZipBuilder([(member, content), ("[Content_Types].xml", "<Types/>")]))
    #expect(error.kind == .notText)
    #expect(error.summary == "this is \(name), not delimited text or a workbook")
  }
}
