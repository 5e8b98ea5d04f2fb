import Testing

@testable import MigrationStats

@Suite("Files that are no tables, by their first bytes")
struct SignatureTests {
  private func error(_ bytes: [UInt8]) throws -> ReadingError {
    try #require(throws: ReadingError.self) { try table(bytes) }
  }

  private func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test(
    "Each is named, with what to do about it",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG picture", "Ask the publisher"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture", "Ask the publisher"),
      ([0x7F, 0x45, 0x4C, 0x46, 0x02], "a program", "Pass the table itself."),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "a 7-Zip archive", "Unpack it"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "an xz archive", "xz -dc FILE"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0], "a Zstandard archive", "zstd -dc FILE"),
      (Array("BZh91AY".utf8), "a bzip2 archive", "bzip2 -dc FILE"),
      (Array("Rar!\u{1A}".utf8), "a RAR archive", "Unpack it"),
      (Array("ARROW1".utf8), "an Arrow file", "Export it as CSV"),
      (Array("<stata_dta><header>".utf8), "a Stata data set", "export delimited"),
      (Array("$FL2@(#) SPSS".utf8), "an SPSS data set", "Export it as CSV"),
    ] as [([UInt8], String, String)])
  func named(bytes: [UInt8], name: String, remedy: String) throws {
    let error = try error(bytes)
    #expect(error.kind == .notText)
    expectProblem(error, "this is \(name), not delimited text or a workbook", remedy: remedy)
  }

  @Test("Old Office files are told apart")
  func compound() throws {
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let padding = [UInt8](repeating: 0, count: 64)
    for (name, kind, remedy) in [
      ("Workbook", "an old Excel workbook (.xls)", "save it as .xlsx"),
      ("EncryptedPackage", "a workbook with a password", "without the password"),
      ("WordDocument", "an old Word document (.doc)", "as CSV"),
    ] {
      let error = try error(magic + padding + utf16(name) + padding)
      #expect(error.kind == .notText)
      expectProblem(error, "this is \(kind), not delimited text or a workbook", remedy: remedy)
    }
  }

  @Test("A workbook of 2003 in XML is named")
  func xml2003() throws {
    let error = try error(
      Array(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
          .utf8))
    #expect(error.summary.hasPrefix("this is an Excel workbook of 2003 in XML"))
  }
}
