import Foundation
import Testing

@Suite("stats sum")
struct SumCommandTests {
  private static let flows = """
    origin,year,sex,migrants
    "Korea, Rep.",2000,female,10
    "Korea, Rep.",2000,male,5
    India,2000,female,7
    India,1990,male,
    India,1990,female,3.5
    India,1990,male,*

    """

  @Test("sums by columns, and says what is in each sum")
  func sums() throws {
    let scratch = try Scratch()
    try scratch.write("flows.csv", Self.flows.utf8)
    let call = ["sum", "flows.csv", "--of", "migrants", "--by", "year,origin"]
    let table = try Tool.stats(call, in: scratch.folder)
    #expect(table.code == 0)
    #expect(
      table.output == """
        Sums of migrants by year, origin

        year  origin       migrants  values  missing  suppressed
        1990  India             3.5       1        1           1
        2000  India               7       1        0           0
        2000  Korea, Rep.        15       2        0           0

        """)
    #expect(table.errors.contains("note: flows.csv: 7 records read: 1 header, 6 rows kept"))
    #expect(table.errors.contains("a value that is withheld and is in no sum"))
    let csv = try Tool.stats(
      call + ["--format", "csv", "-q", "-o", "sums.csv"], in: scratch.folder)
    #expect(csv.errors.isEmpty)
    #expect(
      try String(contentsOf: scratch.file("sums.csv"), encoding: .utf8) == """
        year,origin,migrants,values,missing,suppressed
        1990,India,3.5,1,1,1
        2000,India,7,1,0,0
        2000,"Korea, Rep.",15,2,0,0

        """)
    let piped = try Tool.shell(
      "cat flows.csv | stats sum - --of migrants --by sex --format csv -q", in: scratch.folder)
    #expect(
      piped.output
        == "sex,migrants,values,missing,suppressed\nfemale,20.5,3,0,0\nmale,5,1,1,1\n")
  }

  @Test("refuses a total beside its parts, and takes what is told")
  func refusals() throws {
    let scratch = try Scratch()
    try scratch.write("flows.csv", (Self.flows + "India,2000,Both sexes,9\n").utf8)
    let call = ["sum", "flows.csv", "--of", "migrants", "--by", "year", "--format", "csv", "-q"]
    let refused = try Tool.stats(call, in: scratch.folder)
    #expect(refused.code == 65)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors.contains(
        "Error: flows.csv: Sums: ‘Both sexes’ stands in ‘sex’ beside ‘female’, which it has in it"))
    #expect(
      refused.errors.contains("hint: Take one: --where 'sex=Both sexes', leave it out: --without"))
    let female = try Tool.stats(call + ["--where", "sex=female"], in: scratch.folder)
    #expect(female.output.contains("2000,17,2,0,0\n"))
    let parts = try Tool.stats(call + ["--without", "sex=both sexes"], in: scratch.folder)
    #expect(parts.output.contains("2000,22,3,0,0\n"))
  }

  @Test("names the columns and values that are meant")
  func names() throws {
    let scratch = try Scratch()
    try scratch.write("flows.csv", Self.flows.utf8)
    let column = try Tool.stats(["sum", "flows.csv", "--of", "migrant"], in: scratch.folder)
    #expect(column.code == 65)
    #expect(
      column.errors.contains(
        "flows.csv:1: there is no column ‘migrant’\nhint: Did you mean ‘migrants’?"))
    let value = try Tool.stats(
      ["sum", "flows.csv", "--of", "migrants", "--where", "sex=femal"], in: scratch.folder)
    #expect(value.errors.contains("hint: Did you mean ‘female’?"))
    let none = try Tool.stats(["sum", "nothing.csv", "--of", "a"], in: scratch.folder)
    #expect(none.code == 66)
  }
}
