/// The part of JSON Schema (2020-12) that the project's schemas use.
struct JSONSchema {
  private let root: JSONValue

  init(_ text: String) throws { root = try JSONValue(text) }

  /// What is wrong with a value, each with its path; nothing where it is valid.
  func problems(of value: JSONValue) -> [String] { problems(value, root, "$") }

  private func problems(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.string {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = root["$defs"]?[name] else { return ["\(path): no \(reference)"] }
      return problems(value, target, path)
    }
    var found: [String] = []
    if let types = schema["type"]?.array ?? schema["type"].map({ [$0] }),
      !types.contains(where: { isOf($0.string ?? "", value) })
    {
      found.append("\(path): another type")
    }
    if let values = schema["enum"]?.array, !values.contains(value) {
      found.append("\(path): not of the list")
    }
    if let constant = schema["const"], constant != value { found.append("\(path): another value") }
    if let pattern = schema["pattern"]?.string, let text = value.string, !matches(text, pattern) {
      found.append("\(path): ‘\(text)’ is not \(pattern)")
    }
    if let choices = schema["anyOf"]?.array,
      !choices.contains(where: { problems(value, $0, path).isEmpty })
    {
      found.append("\(path): none of the choices")
    }
    if let items = schema["items"], let elements = value.array {
      for (index, element) in elements.enumerated() {
        found += problems(element, items, "\(path)[\(index)]")
      }
    }
    return found + members(value, schema, path)
  }

  private func members(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard let names = value.names else { return [] }
    var found: [String] = []
    for name in schema["required"]?.array?.compactMap(\.string) ?? [] where !names.contains(name) {
      found.append("\(path): no member ‘\(name)’")
    }
    let known = schema["properties"]
    for name in names.sorted() {
      guard let member = value[name] else { continue }
      if let pattern = schema["propertyNames"]?["pattern"]?.string, !matches(name, pattern) {
        found.append("\(path): the name ‘\(name)’ is not \(pattern)")
      }
      if let own = known?[name] {
        found += problems(member, own, "\(path).\(name)")
      } else if let others = schema["additionalProperties"] {
        found +=
          others == .boolean(false)
          ? ["\(path): a member ‘\(name)’"] : problems(member, others, "\(path).\(name)")
      }
    }
    return found
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return text.firstMatch(of: regex) != nil
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .boolean), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
