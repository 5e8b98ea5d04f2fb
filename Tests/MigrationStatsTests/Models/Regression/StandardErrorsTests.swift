import Testing

@testable import MigrationStats

@Suite("Standard errors by name")
struct StandardErrorsTests {
  @Test(
    "Names and kinds are the same",
    arguments: [
      ("classical", StandardErrors.classical), ("hc0", .hc0), ("HC3", .hc3),
      ("cluster:pair", .cluster(["pair"])), ("cluster:origin, year", .cluster(["origin", "year"])),
      ("newey-west:2", .neweyWest(lag: 2)),
    ])
  func names(name: String, kind: StandardErrors) throws {
    #expect(try StandardErrors(name) == kind)
    #expect(try StandardErrors(kind.name) == kind)
  }

  @Test(
    "Other names bring the choices",
    arguments: [
      ("hc4", "Did you mean"), ("robust", "The choices are classical, hc0"),
      ("cluster", "cluster:COLUMN"), ("cluster:", "cluster:pair"),
      ("cluster:a,b,c", "cluster:pair"),
      ("cluster:a,a", "cluster:origin,year"), ("newey-west:x", "newey-west:2"),
      ("newey-west:-1", "newey-west:2"), ("clustr:pair", "Did you mean ‘cluster’?"),
      ("", "choices"),
    ])
  func faults(name: String, remedy: String) throws {
    let error = #expect(throws: FittingError.self) { try StandardErrors(name) }
    #expect(error?.kind == .misuse)
    #expect(error?.remedy?.contains(remedy) == true, "\(error?.remedy ?? "")")
  }

  @Test("What cannot be estimated is refused with its reason")
  func refusals() throws {
    func failure(_ formula: String, _ text: String, _ errors: StandardErrors) -> FittingError? {
      #expect(throws: FittingError.self) {
        try regression(formula, text, Regression.Options(errors: errors))
      }
    }
    let alone = "f,y\na,1\na,2\na,4\nb,3\n"
    let leverage = failure("y ~ f", alone, .hc3)
    #expect(leverage?.kind == .standardErrors && leverage?.position.line == 5)
    #expect(try regression("y ~ f", alone, Regression.Options(errors: .hc1)).rows?.count == 4)
    let groups = failure("y ~ x", "x,y,g\n1,2,a\n2,3,a\n3,5,a\n", .cluster(["g"]))
    #expect(groups?.summary == "‘g’ makes one group only")
    let lag = failure("y ~ x", "x,y\n1,2\n2,3\n3,5\n", .neweyWest(lag: 3))
    #expect(lag?.kind == .standardErrors)
    let unknown = failure("stock ~ year", Stocks.text, .cluster(["grup"]))
    #expect(unknown?.kind == .unknownName)
    #expect(unknown?.summary == "there is no column ‘grup’\n  cluster:grup\n          ^")
    #expect(unknown?.remedy == "Did you mean ‘group’?")
  }
}
