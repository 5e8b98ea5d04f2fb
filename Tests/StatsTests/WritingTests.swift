import Foundation
import Testing

@Suite("Writing the result")
struct WritingTests {
  @Test("a full disk is an error, on standard output and in a file")
  func fullDisk() throws {
    let output = try Tool.shell("stats tidy refugees > /dev/full")
    #expect(output.code == 74)
    #expect(output.errors.contains("standard output: the result could not be written"))
    #expect(output.errors.contains("hint: Make room"))
    let help = try Tool.shell("stats --help > /dev/full")
    #expect(help.code == 74)
    let file = try Tool.stats(["tidy", "refugees", "-o", "/dev/full"])
    #expect(file.code == 74)
    #expect(file.errors.contains("/dev/full: the result could not be written"))
  }

  @Test("a reader that stops ends the run without a word, with the code of a result not written")
  func closedPipe() throws {
    let outcome = try Tool.shell("stats tidy remittances-received -q | true; echo ${PIPESTATUS[0]}")
    #expect(outcome.output == "74\n")
    #expect(outcome.errors.isEmpty)
    let first = try Tool.shell("stats datasets | head -1")
    #expect(first.code == 0)
    #expect(first.output.split(separator: "\n").count == 1)
    #expect(first.errors.isEmpty)
    let scratch = try Scratch()
    let rows = try Tool.shell(
      "yes 1,2,3 | head -300000 > big.csv; stats rows -q big.csv | head -1; echo ${PIPESTATUS[0]}",
      in: scratch.folder)
    #expect(rows.output == "[\"1\",\"2\",\"3\"]\n74\n")
    #expect(rows.errors.isEmpty)
  }

  @Test(
    "a run that is interrupted leaves the old file whole, and nothing beside it",
    arguments: ["INT", "TERM", "HUP"])
  func interrupted(signal: String) throws {
    let scratch = try Scratch()
    try scratch.write("out.jsonl", "old\n".utf8)
    // Standard input that does not end: the file is open when the signal comes. The threads of tests
    // hold signals back, and what they start would too.
    let outcome = try Tool.shell(
      """
      perl -MPOSIX -e 'sigprocmask(SIG_SETMASK, POSIX::SigSet->new()); exec @ARGV' \
        timeout --preserve-status -s \(signal) 2 stats rows - -o out.jsonl < <(echo a,b; sleep 6)
      echo $?
      """,
      in: scratch.folder)
    let codes = ["INT": 130, "TERM": 143, "HUP": 129]
    #expect(outcome.output == "\(codes[signal] ?? 0)\n")
    #expect(try String(contentsOf: scratch.file("out.jsonl"), encoding: .utf8) == "old\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path())
    #expect(names == ["out.jsonl"])
  }

  @Test("a run that fails leaves the old file whole, and nothing beside it")
  func oldFileStays() throws {
    let scratch = try Scratch()
    try scratch.write("out.csv", "old\n".utf8)
    try scratch.write("bad.csv", "area,year,value\nCanada,1990,x\n".utf8)
    let outcome = try Tool.stats(["tidy", "bad.csv", "-o", "out.csv"], in: scratch.folder)
    #expect(outcome.code == 65)
    #expect(try String(contentsOf: scratch.file("out.csv"), encoding: .utf8) == "old\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path())
    #expect(names.sorted() == ["bad.csv", "out.csv"])
  }

  @Test(
    "the file that is read is not written over, by whatever name",
    arguments: [
      "tidy in.csv -o in.csv", "growth in.csv -o ./in.csv", "rows in.csv -o link.csv",
      "chart in.csv -o in.csv", "sum in.csv --of value -o in.csv",
    ])
  func inputStays(line: String) throws {
    let scratch = try Scratch()
    try scratch.write("in.csv", "area,year,value\nCanada,1990,5\nCanada,2000,6\n".utf8)
    let outcome = try Tool.shell("ln -s in.csv link.csv; stats \(line)", in: scratch.folder)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("-o names the file that is read, ‘in.csv’"))
    #expect(
      try String(contentsOf: scratch.file("in.csv"), encoding: .utf8).hasPrefix("area,year,value"))
  }

  @Test("a file is replaced whole")
  func replaced() throws {
    let scratch = try Scratch()
    try scratch.write("out.csv", "old\n".utf8)
    let outcome = try Tool.stats(["tidy", "communique-2009", "-o", "out.csv"], in: scratch.folder)
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty)
    #expect(
      try String(contentsOf: scratch.file("out.csv"), encoding: .utf8).hasPrefix("area,code,year"))
    let nowhere = try Tool.stats(
      ["tidy", "communique-2009", "-o", "no/such/out.csv"], in: scratch.folder)
    #expect(nowhere.code == 74)
    #expect(nowhere.errors.contains("hint: Make the folder first."))
  }
}
