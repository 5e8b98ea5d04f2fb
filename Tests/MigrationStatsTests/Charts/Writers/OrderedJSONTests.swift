import Testing

@testable import MigrationStats

@Suite("JSON in the order in which it is written")
struct OrderedJSONTests {
  @Test("keeps the order of members, and whole numbers without a point or a power")
  func order() {
    let json: OrderedJSON = ["z": 1, "a": [2.5, 12_345_678_901], "m": ["b": true, "c": .null]]
    #expect(
      json.line == #"{"z": 1, "a": [2.5, 12345678901], "m": {"b": true, "c": null}}"#)
  }

  @Test("leaves out members that have no value, and keeps those that are null")
  func absent() {
    let members = OrderedJSON.members(["a": nil, "b": .null, "c": 1])
    #expect(members.line == #"{"b": null, "c": 1}"#)
    #expect(OrderedJSON.number(.nan).line == "null")
  }

  @Test("can stand in a page's script, whatever the text")
  func hostile() throws {
    let text = "</script><!-- \"\\\u{0}\u{1F}\u{7F}\u{2028}\u{2029}\n\t\r & ‮مرحبا 🧭"
    let line = OrderedJSON.texts([text]).line
    #expect(!line.contains("<"))
    #expect(line.contains("\\u003c/script>"))
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
    #expect(try JSONValue(line) == .array([.string(text)]))
  }

  @Test("breaks lines only where one would be too long")
  func lines() throws {
    let short: OrderedJSON = ["a": [1, 2]]
    #expect(short.document == "{\"a\": [1, 2]}\n")
    let long: OrderedJSON = ["a": .texts(Array(repeating: "twenty characters ..", count: 6))]
    let lines = long.document.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(try JSONValue(long.document) == JSONValue(long.line))
  }
}
