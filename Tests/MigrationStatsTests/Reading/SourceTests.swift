import Testing

@testable import MigrationStats

@Suite("Where bytes come from")
struct SourceTests {
  @Test("A file gives all its bytes, however long it is")
  func load() throws {
    try withTemporaryFolder { folder in
      let text = String(repeating: "World,1990,153011473\n", count: 30_000)
      try write(text, to: "\(folder)/long.csv")
      let bytes = try Source.file("\(folder)/long.csv").load()
      #expect(bytes == Array(text.utf8))
    }
  }

  @Test("Bytes at hand keep their name")
  func bytes() throws {
    let source = Source.bytes([1, 2, 3], name: "a.csv")
    #expect(try source.load() == [1, 2, 3])
    #expect(source.name == "a.csv")
    #expect(Source.standardInput.name == "standard input")
    #expect(Source.file("b/c.csv").name == "b/c.csv")
  }

  @Test("A mistyped name is answered with the files beside it")
  func notFound() throws {
    try withTemporaryFolder { folder in
      try write("a,b\n", to: "\(folder)/stock.csv")
      let path = "\(folder)/stokc.csv"
      let error = try #require(throws: ReadingError.self) { try Source.file(path).load() }
      #expect(error.kind == .notFound)
      expectProblem(
        error, "there is no such file", file: path, remedy: "Did you mean ‘stock.csv’?")
    }
  }

  @Test("A name that is like no other is answered plainly")
  func nothingNear() throws {
    try withTemporaryFolder { folder in
      for path in ["\(folder)/stock.csv", "\(folder)/none/stock.csv"] {
        let error = try #require(throws: ReadingError.self) { try Source.file(path).load() }
        #expect(error.kind == .notFound)
        expectProblem(error, "there is no such file", file: path, remedy: "Check the path.")
      }
    }
  }

  @Test("A path through a file leads nowhere")
  func throughFile() throws {
    try withTemporaryFolder { folder in
      try write("a,b\n", to: "\(folder)/stock.csv")
      let path = "\(folder)/stock.csv/2019.csv"
      let error = try #require(throws: ReadingError.self) { try Source.file(path).load() }
      #expect(error.kind == .notFound)
    }
  }

  @Test("A directory is no file")
  func directory() throws {
    try withTemporaryFolder { folder in
      let error = try #require(throws: ReadingError.self) { try Source.file(folder).load() }
      #expect(error.kind == .directory)
      expectProblem(
        error, "is a directory, not a file", file: folder, remedy: "Name a file in it.")
    }
  }

  @Test("What the system refuses is told in its words")
  func unreadable() throws {
    let path = String(repeating: "a", count: 300) + ".csv"
    let error = try #require(throws: ReadingError.self) { try Source.file(path).load() }
    #expect(error.kind == .unreadable)
    expectProblem(
      error, "could not be opened: File name too long", file: path, remedy: "ls -l '\(path)'")
  }
}
