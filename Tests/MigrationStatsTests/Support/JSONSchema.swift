import Foundation

/// A JSON Schema (2020-12), as far as the project's schemas use it.
///
/// A keyword that is not known is a finding as well, so that no rule is passed over in silence.
struct JSONSchema {
  private let root: JSONValue

  /// Reads a schema of the folder `schemas`.
  init(_ name: String) throws {
    let path = "\(Project.root)/schemas/\(name).schema.json"
    self.init(root: try JSONValue(String(contentsOfFile: path, encoding: .utf8)))
  }

  init(root: JSONValue) { self.root = root }

  /// What is wrong with a value, each with its place; nothing where it is valid.
  func findings(in value: JSONValue) -> [String] { findings(value, root, at: "") }

  private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]
  /// Keywords that others read along with theirs.
  private static let companions: Set = ["additionalProperties"]

  private func findings(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let rules) = schema else {
      return schema == .boolean(true) ? [] : ["\(place): nothing is allowed here"]
    }
    return rules.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      Self.annotations.contains(keyword)
        || Self.companions.contains(keyword)
          && rules["properties"] != nil
        ? [] : findings(value, keyword, rule, schema, at: place)
    }
  }

  private func findings(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue, at place: String
  ) -> [String] {
    func expect(_ isValid: Bool) -> [String] {
      isValid ? [] : ["\(place): \(keyword) is broken"]
    }
    func valid(_ options: [JSONValue]) -> Int {
      options.count { findings(value, $0, at: place).isEmpty }
    }
    switch keyword {
    case "$ref": return referenced(rule).map { findings(value, $0, at: place) } ?? expect(false)
    case "type":
      let names = rule.array ?? [rule]
      return expect(names.contains { Self.isType($0.string ?? "", value) })
    case "enum": return expect(rule.array?.contains(value) ?? false)
    case "const": return expect(rule == value)
    case "oneOf": return expect(valid(rule.array ?? []) == 1)
    case "anyOf": return expect(valid(rule.array ?? []) > 0)
    case "minimum": return expect(value.number.map { $0 >= rule.number ?? 0 } ?? true)
    case "minLength": return expect(value.string.map { $0.count >= Self.count(rule) } ?? true)
    case "minItems": return expect(value.array.map { $0.count >= Self.count(rule) } ?? true)
    case "maxItems": return expect(value.array.map { $0.count <= Self.count(rule) } ?? true)
    case "pattern":
      guard let text = value.string else { return [] }
      return expect(text.range(of: rule.string ?? "", options: .regularExpression) != nil)
    case "items":
      return (value.array ?? []).enumerated().flatMap { findings($1, rule, at: "\(place)/\($0)") }
    case "required":
      guard let names = value.names else { return [] }
      let wanted = (rule.array ?? []).compactMap(\.string)
      return wanted.filter { !names.contains($0) }.map { "\(place)/\($0) is absent" }
    case "properties": return properties(value, rule, schema, at: place)
    default: return ["\(place): the keyword ‘\(keyword)’ is not known"]
    }
  }

  private func properties(
    _ value: JSONValue, _ rule: JSONValue, _ schema: JSONValue, at place: String
  ) -> [String] {
    (value.names ?? []).sorted().flatMap { name -> [String] in
      guard let member = value[name] else { return [] }
      if let rule = rule[name] { return findings(member, rule, at: "\(place)/\(name)") }
      return schema["additionalProperties"] == .boolean(false)
        ? ["\(place)/\(name) is not provided for"] : []
    }
  }

  /// `#/$defs/name`.
  private func referenced(_ rule: JSONValue) -> JSONValue? {
    let parts = (rule.string ?? "").split(separator: "/").map(String.init)
    guard parts.first == "#" else { return nil }
    return parts.dropFirst().reduce(root as JSONValue?) { $0?[$1] }
  }

  private static func count(_ rule: JSONValue) -> Int { Int(rule.number ?? 0) }

  private static func isType(_ name: String, _ value: JSONValue) -> Bool {
    switch (name, value) {
    case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
