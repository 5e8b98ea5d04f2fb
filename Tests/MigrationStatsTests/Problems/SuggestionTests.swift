import Testing

@testable import MigrationStats

@Suite("The names nearest to a mistyped one")
struct SuggestionTests {
  private let ids = ["migrant-stock", "population", "refugees", "remittances-received"]

  @Test(
    "A slip of the keyboard is mended",
    arguments: [
      ("populaton", "population"), ("refugee", "refugees"), ("regufees", "refugees"),
      ("MIGRANT-STOCK", "migrant-stock"), ("migrantstock", "migrant-stock"),
      ("remittances", "remittances-received"),
    ])
  func slips(typed: String, meant: String) {
    #expect(Suggestion.nearest(to: typed, among: ids) == [meant])
  }

  @Test("What is not near is not suggested")
  func strangers() {
    #expect(Suggestion.nearest(to: "unemployment", among: ids).isEmpty)
    #expect(Suggestion.nearest(to: "", among: ids).isEmpty)
    #expect(Suggestion.nearest(to: "refugees", among: []).isEmpty)
    #expect(Suggestion.didYouMean("unemployment", among: ids) == nil)
  }

  @Test("Two letters that are contained suggest nothing by that alone")
  func short() {
    #expect(Suggestion.nearest(to: "ed", among: ids).isEmpty)
  }

  @Test("The nearest comes first, each once, at most as many as asked for")
  func order() {
    let names = ["Austria", "Australia", "Austria", "Angola"]
    #expect(Suggestion.nearest(to: "Austra", among: names) == ["Austria", "Australia"])
    let many = ["area1", "area2", "area3", "area4"]
    #expect(Suggestion.nearest(to: "area", among: many) == ["area1", "area2", "area3"])
    #expect(Suggestion.nearest(to: "area", among: many, limit: 1) == ["area1"])
  }

  @Test("The question lists what is near")
  func question() {
    #expect(Suggestion.didYouMean("refugee", among: ids) == "Did you mean ‘refugees’?")
    let names = ["sex", "set", "sec"]
    #expect(Suggestion.didYouMean("sez", among: names) == "Did you mean ‘sex’, ‘set’ or ‘sec’?")
  }
}
