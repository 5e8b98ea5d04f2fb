import Foundation
import Testing

@Suite("stats rows")
struct RowsCommandTests {
  @Test("prints every record as a JSON array and says what it did")
  func records() throws {
    let scratch = try Scratch()
    try scratch.write("raw.csv", "sep=;\n# note\narea;1990\nKorea, Rep.; 007\n\n".utf8)
    let outcome = try Tool.stats(["rows", "raw.csv"], in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output == "[\"area\",\"1990\"]\n[\"Korea, Rep.\",\" 007\"]\n[\"\"]\n")
    #expect(
      outcome.errors.contains(
        "note: raw.csv: 5 records read, 3 written (2 of 2 cells, 1 of 1 cell, 1 of these blank); "
          + "set aside: the separator line, a line of comment\n"))
    #expect(outcome.errors.contains("delimiter semicolon (stated)"))
    let quiet = try Tool.stats(["rows", "raw.csv", "-q"], in: scratch.folder)
    #expect(quiet.errors.isEmpty)
  }

  @Test("reads standard input block by block, and writes a file whole or not at all")
  func streaming() throws {
    let scratch = try Scratch()
    let line = "for i in $(seq 1 60000); do echo \"Canada,$i,\\\"a, $i\\\"\"; done"
    let long = try Tool.shell("(\(line)) | stats rows - -q | tail -1", in: scratch.folder)
    #expect(long.output == "[\"Canada\",\"60000\",\"a, 60000\"]\n")
    try scratch.write("open.csv", "a,b\n\"c,d\n".utf8)
    let open = try Tool.stats(["rows", "open.csv", "-o", "rows.jsonl"], in: scratch.folder)
    #expect(open.code == 65)
    #expect(open.errors.contains("open.csv:2: a quote opens a cell here and is never closed"))
    #expect(!FileManager.default.fileExists(atPath: scratch.file("rows.jsonl").path()))
  }

  @Test("of a workbook says which sheet it is, and what the records are filled with")
  func workbook() throws {
    let outcome = try Tool.stats(["rows", "my-workbook.xlsx"])
    #expect(outcome.code == 0)
    #expect(outcome.errors.contains("the sheet ‘Table 1’ is read"))
    #expect(
      outcome.errors.contains(
        "note: my-workbook.xlsx:Table 1!4: the text of merged cells stands in each cell that they "
          + "cover: "), "\(outcome.errors)")
    #expect(try Tool.stats(["rows", "my-workbook.xlsx", "-q"]).errors.isEmpty)
  }

  @Test("a late byte of Windows-1252 is read from a file; from a pipe the hint is true")
  func lateByte() throws {
    let scratch = try Scratch()
    let rows = String(repeating: "France,1990,5\n", count: 30_000)
    try scratch.write("late.csv", Array("area,year,value\n\(rows)C".utf8) + [0xF4, 0x0A])
    let file = try Tool.stats(["rows", "late.csv"], in: scratch.folder)
    #expect(file.code == 0)
    #expect(file.output.hasSuffix("[\"Cô\"]\n"))
    #expect(
      file.errors.contains("late.csv:30002: the text is not UTF-8 and is read as Windows-1252"))
    let pipe = try Tool.shell("cat late.csv | stats rows - -o rows.jsonl", in: scratch.folder)
    #expect(pipe.code == 65)
    #expect(
      pipe.errors.contains("hint: All before it is ASCII, so that the file may be in Windows"))
    let told = try Tool.shell(
      "cat late.csv | stats rows - -q --encoding windows-1252", in: scratch.folder)
    #expect(told.output == file.output)
  }

  @Test("what is told beats what is found; a character cannot be two things")
  func told() throws {
    let scratch = try Scratch()
    try scratch.write("raw.csv", "a;'b;c'\nd;e\n".utf8)
    let told = try Tool.stats(
      ["rows", "raw.csv", "--quote", "'", "--delimiter", ";"], in: scratch.folder)
    #expect(told.output == "[\"a\",\"b;c\"]\n[\"d\",\"e\"]\n")
    #expect(told.errors.contains("quote apostrophe (told)"))
    let twice = try Tool.stats(
      ["rows", "raw.csv", "--quote", ";", "--delimiter", ";"], in: scratch.folder)
    #expect(twice.code == 64)
    #expect(try Tool.stats(["rows", "raw.csv", "--quote", "ab"], in: scratch.folder).code == 64)
  }
}
