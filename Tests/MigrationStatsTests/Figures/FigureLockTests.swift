import Testing

@testable import MigrationStats

@Suite("The lock of figures")
struct FigureLockTests {
  private func lock() throws -> FigureLock {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    var lock = FigureLock()
    for request in [
      FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019),
      FigureRequest(
        "migrant-stock", area: "Canada", of: .share, years: 2019...2019, whole: "population"),
      FigureRequest("remittances-received", area: "World", of: .changePercent, years: 2023...2024),
      FigureRequest(
        "world-migrant-stock", vintage: "un-2019", of: .annualRate, years: 1990...2019),
    ] { lock.add(try holdings.figure(request)) }
    return lock
  }

  @Test("is read as it was written, to the byte")
  func roundTrip() throws {
    let lock = try lock()
    let read = try FigureLock(Array(lock.text.utf8), name: "figures.lock.json")
    #expect(read == lock)
    #expect(read.text == lock.text)
    #expect(lock.text.hasSuffix("}\n"))
    #expect(try self.lock().text == lock.text)
  }

  @Test("lies beside its text")
  func path() {
    #expect(FigureLock.path(beside: "report.md") == "figures.lock.json")
    #expect(FigureLock.path(beside: "dir/report.md") == "dir/figures.lock.json")
    #expect(FigureLock.path(beside: "/report.md") == "/figures.lock.json")
  }

  @Test(
    "that cannot be read is an error with its file",
    arguments: [
      ("", "not a lock"), ("{", "not a lock"), ("[]", "not a lock"), ("\u{0}", "not a lock"),
      ("{\"version\": 2}", "version 2"), ("{\"version\": 1}", "cannot be read"),
      ("{\"version\": 1, \"figures\": {\"stat:0\": {}}}", "cannot be read"),
    ])
  func broken(text: String, words: String) throws {
    let error = try #require(throws: FigureError.self) {
      try FigureLock(Array(text.utf8), name: "a.json")
    }
    #expect(error.kind == .malformed)
    #expect(error.summary.contains(words))
    #expect(error.position.file == "a.json")
    #expect(error.remedy != nil)
  }

  @Test("with a recipe under another's id is refused")
  func wrongID() throws {
    let lock = try lock()
    let id = try #require(lock.figures.keys.min())
    let text = lock.text.replacing(id, with: "stat:0123456789ab")
    let error = try #require(throws: FigureError.self) {
      try FigureLock(Array(text.utf8), name: "a.json")
    }
    #expect(error.summary.contains("stat:0123456789ab"))
    #expect(error.summary.contains(id))
  }

  @Test("tells what moved: nothing, a revision, coverage, a series that is gone")
  func movements() throws {
    var holdings = Holdings(try Catalog(folder: Project.datasets))
    #expect(try lock().movements(in: &holdings).allSatisfy { $0.reason == .unchanged })
    func reason(_ change: (String) -> String, at area: String) throws -> Movement.Reason? {
      // An edited entry keeps the id of its recipe, unless the recipe is what is edited.
      let text = change(try lock().text)
      let lock = try FigureLock(renaming: text)
      return lock.movements(in: &holdings)
        .first { $0.entry.recipe.area == area && $0.entry.recipe.operation != .share }?.reason
    }
    #expect(
      try reason({ $0.replacing("\"value\" : 7960657", with: "\"value\" : 7960000") }, at: "CAN")
        == .revision)
    #expect(
      try reason({ $0.replacing("\"coverage\",", with: "") }, at: "WLD") == .coverage)
    #expect(
      try reason({ $0.replacing("\"area\" : \"CAN\"", with: "\"area\" : \"XXX\"") }, at: "XXX")
        == .gone)
  }
}

extension FigureLock {
  /// A lock whose edited recipes are put under the ids that are theirs now.
  fileprivate init(renaming text: String) throws {
    var text = text
    while true {
      do {
        self = try FigureLock(Array(text.utf8), name: "a.json")
        return
      } catch {
        let ids = error.summary.matches(of: /stat:[0-9a-f]{12}/).map { String($0.output) }
        try #require(ids.count == 2)
        text = text.replacing(ids[0], with: ids[1])
      }
    }
  }
}
