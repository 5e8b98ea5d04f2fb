import Testing

@testable import MigrationStats

@Suite("Figures as JSON")
struct FigureDocumentTests {
  @Test("are valid by the schema", arguments: FigureRequest.everyOperation)
  func valid(_ request: FigureRequest) throws {
    let figure = try cite(request)
    let document = try JSONValue(figure.text(as: .json))
    #expect(try JSONSchema("figure").findings(in: document) == [])
    #expect(document["id"]?.string == figure.id)
    #expect(document["value"]?.number == figure.value)
    #expect(document["sentence"]?.string == figure.sentence.text)
    #expect(try cite(request).text(as: .json) == figure.text(as: .json))
  }

  @Test("of a file are valid as well")
  func file() throws {
    let figure = try cite("year,value\n2019,5\n", FigureRequest("table.csv", of: .level))
    #expect(try JSONSchema("figure").findings(in: JSONValue(figure.text(as: .json))) == [])
  }

  /// A figure broken in one place, and where.
  static let breakages: [(name: String, value: JSONValue?, place: String)] = [
    ("id", .string("stat:xyz"), "/id"), ("id", nil, "/id is absent"),
    ("value", .string("5"), "/value"), ("extra", .null, "/extra is not provided for"),
    ("status", .string("Z"), "/status"), ("ranked", .number(1.5), "/ranked"),
    ("interval", .object(["lower": .null]), ": oneOf is broken"),
    ("citation", .array([]), "/citation"), ("note", .array([.number(1)]), "/note/0"),
    ("sentence", .string("no stop"), "/sentence"),
    (
      "rounding",
      .object(["scale": .string("dozen"), "decimals": .number(-1), "rule": .string("x")]),
      "/rounding/scale"
    ),
    (
      "interval",
      .object([
        "lower": .null, "upper": .null, "kind": .string("rounding"), "level": .number(0.95),
      ]), "/interval"
    ),
  ]

  @Test("that are broken are found out", arguments: breakages)
  func broken(name: String, value: JSONValue?, place: String) throws {
    let figure = try cite(FigureRequest("migrant-stock", area: "Canada", of: .level))
    guard case .object(var members) = try JSONValue(figure.text(as: .json)) else {
      Issue.record("no object")
      return
    }
    members[name] = value
    let findings = try JSONSchema("figure").findings(in: .object(members))
    #expect(findings.contains { $0.contains(place) }, "\(findings)")
  }

  @Test("are checked by a validator that knows what it does not know")
  func validator() throws {
    let schema = JSONSchema(root: try JSONValue(#"{"multipleOf": 2}"#))
    #expect(schema.findings(in: .number(2)) == [": the keyword ‘multipleOf’ is not known"])
    let constant = JSONSchema(root: try JSONValue(#"{"const": {"a": 1}}"#))
    #expect(constant.findings(in: .object(["a": .number(1)])).isEmpty)
    #expect(!constant.findings(in: .object(["a": .number(2)])).isEmpty)
  }
}
