import Testing

@testable import MigrationStats

/// The rules of the Data Package Standard, version 2 (https://datapackage.org/standard/), that
/// apply to a package with one CSV file, read without the toolkit's own types.
@Suite("The descriptions of the data sets keep the Data Package Standard")
struct DataPackageTests {
  private func description(_ id: String) throws -> JSONValue {
    let bytes = try Source.file("\(Project.datasets)/\(id)/datapackage.json").load()
    return try JSONValue(String(decoding: bytes, as: UTF8.self))
  }

  private func resource(_ id: String) throws -> JSONValue {
    let resources = try #require(description(id)["resources"]?.array)
    #expect(resources.count == 1)
    return try #require(resources.first)
  }

  private func data(_ id: String) throws -> [UInt8] {
    let path = try #require(resource(id)["path"]?.string)
    return try Source.file("\(Project.datasets)/\(id)/\(path)").load()
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "-._".contains($0)) }
  }

  // MARK: The package

  @Test("Package properties", arguments: CatalogTests.ids)
  func package(id: String) throws {
    let package = try description(id)
    #expect(package["$schema"]?.string == "https://datapackage.org/profiles/2.0/datapackage.json")
    #expect(package["name"]?.string == id)
    #expect(Self.isName(id))
    #expect(package["title"]?.string?.isEmpty == false)
    #expect(package["description"]?.string?.isEmpty == false)
    let version = try #require(package["version"]?.string)
    #expect(version.split(separator: ".").compactMap { Int($0) }.count == 3)
    let keywords = try #require(package["keywords"]?.array)
    #expect(!keywords.isEmpty && Set(keywords).count == keywords.count)
    #expect(keywords.allSatisfy { $0.string?.isEmpty == false })
  }

  @Test("Every source has a title, every licence a name or a page", arguments: CatalogTests.ids)
  func origins(id: String) throws {
    let package = try description(id)
    let sources = try #require(package["sources"]?.array)
    #expect(!sources.isEmpty)
    for source in sources {
      #expect(source["title"]?.string?.isEmpty == false)
      if let path = source["path"] { #expect(path.string?.hasPrefix("https://") == true) }
    }
    let licences = try #require(package["licenses"]?.array)
    #expect(!licences.isEmpty)
    for licence in licences {
      #expect(licence["name"]?.string ?? licence["path"]?.string != nil)
      if let path = licence["path"] { #expect(path.string?.hasPrefix("https://") == true) }
    }
  }

  // MARK: The resource

  @Test("Resource properties", arguments: CatalogTests.ids)
  func resourceProperties(id: String) throws {
    let resource = try resource(id)
    let name = try #require(resource["name"]?.string)
    #expect(Self.isName(name))
    let path = try #require(resource["path"]?.string)
    #expect(!path.hasPrefix("/") && !path.contains("..") && !path.contains("\\"))
    #expect(resource["data"] == nil)
    #expect(resource["format"]?.string == "csv")
    #expect(resource["mediatype"]?.string == "text/csv")
    #expect(resource["encoding"]?.string == "utf-8")
    #expect(resource["dialect"]?["delimiter"]?.string == ",")
    #expect(resource["dialect"]?["header"] == .boolean(true))
  }

  @Test("The bytes and the digest are those of the file", arguments: CatalogTests.ids)
  func digest(id: String) throws {
    let resource = try resource(id)
    let bytes = try data(id)
    #expect(resource["bytes"]?.number == Double(bytes.count))
    #expect(resource["hash"]?.string == "sha256:" + SecureHash.sha256(bytes))
  }

  @Test(
    "The digest used for that is SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func secureHash(text: String, digest: String) {
    #expect(SecureHash.sha256(Array(text.utf8)) == digest)
  }

  @Test("The file is UTF-8 without a mark, and lines end in LF", arguments: CatalogTests.ids)
  func text(id: String) throws {
    let bytes = try data(id)
    #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(!bytes.contains(UInt8(ascii: "\r")))
    #expect(bytes.last == UInt8(ascii: "\n"))
  }

  // MARK: The schema

  private struct Field {
    let name: String
    let type: String
    let isRequired: Bool
    let choices: [String]?
  }

  private func fields(_ id: String) throws -> [Field] {
    let fields = try #require(resource(id)["schema"]?["fields"]?.array)
    return try fields.map { field in
      let constraints = field["constraints"]
      // A rule that is not checked here must not be there.
      let rules = constraints?.names ?? []
      #expect(rules.isSubset(of: ["required", "enum"]))
      return Field(
        name: try #require(field["name"]?.string), type: try #require(field["type"]?.string),
        isRequired: constraints?["required"] == .boolean(true),
        choices: constraints?["enum"]?.array?.compactMap(\.string))
    }
  }

  @Test("Fields have names of their own and types that exist", arguments: CatalogTests.ids)
  func schema(id: String) throws {
    let schema = try #require(resource(id)["schema"])
    let fields = try fields(id)
    #expect(Set(fields.map(\.name)).count == fields.count)
    let types: Set = ["string", "integer", "number", "year", "date"]
    #expect(fields.allSatisfy { types.contains($0.type) })
    for field in try #require(schema["fields"]?.array) {
      #expect(field["description"]?.string?.isEmpty == false)
    }
    let words = try #require(schema["missingValues"]?.array)
    #expect(words.allSatisfy { $0.string != nil } && Set(words).count == words.count)
    let key = try #require(schema["primaryKey"]?.array).compactMap(\.string)
    #expect(!key.isEmpty && Set(key).isSubset(of: fields.map(\.name)))
  }

  @Test(
    "Every row has a right value in every field, and a key of its own", arguments: CatalogTests.ids)
  func rows(id: String) throws {
    let schema = try #require(resource(id)["schema"])
    let fields = try fields(id)
    let missing = Set(try #require(schema["missingValues"]?.array).compactMap(\.string))
    let key = try #require(schema["primaryKey"]?.array).compactMap(\.string)
    var parser = CSVParser(dialect: Dialect())
    parser.consume(try data(id)[...])
    let records = parser.finished()
    #expect(parser.fault == nil)
    let widths = Set(records.indices.map { records.width(of: $0) })
    #expect(widths == [fields.count])
    func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
      records.text[records.range(row, column)]
    }
    for (column, field) in fields.enumerated() {
      #expect(cell(0, column).elementsEqual(field.name.utf8))
      let texts = Set(records.indices.dropFirst().map { cell($0, column) })
        .map { String(decoding: $0, as: UTF8.self) }
      let isRequired = field.isRequired || key.contains(field.name)
      let wrong = texts.filter { text in
        missing.contains(text) ? isRequired : !Self.isRight(text, field)
      }
      #expect(wrong.isEmpty, "\(field.name): \(wrong.prefix(5))")
    }
    let keyColumns = key.compactMap { name in fields.firstIndex { $0.name == name } }
    let keys = Set(records.indices.map { row in keyColumns.map { cell(row, $0) } })
    #expect(keys.count == records.count)
  }

  private static func isRight(_ text: String, _ field: Field) -> Bool {
    if let choices = field.choices, !choices.contains(text) { return false }
    let digits = text.drop { $0 == "-" }
    switch field.type {
    case "string": return true
    case "integer": return Int(text) != nil && !text.hasPrefix("+")
    case "number": return Double(text) != nil && digits.first?.isNumber == true
    case "year": return text.count == 4 && Int(text) != nil
    case "date":
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2])
      else { return false }
      return Int(parts[0]) != nil && (1...12).contains(month) && (1...31).contains(day)
    default: return false
    }
  }

  // MARK: Our own properties

  @Test("What the toolkit needs besides is there", arguments: CatalogTests.ids)
  func extensionProperties(id: String) throws {
    let package = try catalog().dataset(id).package
    let known = package.migrationstats
    #expect(["series", "list"].contains(known.kind))
    #expect((known.quantity == nil) == (known.kind == "list"))
    #expect(!known.vintages.isEmpty)
    #expect(Set(known.vintages.map(\.id)).count == known.vintages.count)
    for vintage in known.vintages {
      #expect(!vintage.citation.isEmpty && !vintage.publisher.isEmpty && !vintage.released.isEmpty)
    }
    if let quantity = known.quantity {
      #expect(Quantity.Kind(rawValue: quantity.kind) != nil)
      #expect(quantity.definition.hasSuffix("."))
    }
  }

  @Test(
    "Breaks and caveats speak of areas and vintages that are there", arguments: CatalogTests.ids)
  func knownPlaces(id: String) throws {
    let dataset = try catalog().dataset(id)
    let known = dataset.package.migrationstats
    let table = try dataset.table()
    let code = try table.column(named: "code")
    let codes = Set((0..<table.rowCount).map { table.text($0, code) })
    let vintages = Set(known.vintages.map(\.id))
    for known in known.breaks ?? [] {
      let areas = (known.areas ?? []) + (known.successors ?? [])
      #expect(Set(areas).isSubset(of: codes), "\(known.text)")
      #expect(vintages.isSuperset(of: known.vintages ?? []), "\(known.text)")
      #expect(["territory", "definition", "coverage"].contains(known.kind), "\(known.text)")
    }
    for known in known.caveats ?? [] {
      let areas = Set(known.areas ?? [])
      #expect(areas.isSubset(of: codes), "\(known.text)")
      #expect(vintages.isSuperset(of: known.vintages ?? []), "\(known.text)")
    }
  }

  @Test("Successors of former states are states that the concordance knows")
  func successors() throws {
    let table = try catalog().dataset("former-states").table()
    let (code, successors) = (
      try table.column(named: "code"), try table.column(named: "successors")
    )
    for row in 0..<table.rowCount {
      let state = Concordance.standard.entry(code: table.text(row, code))
      #expect(state?.kind == .former, "\(table.text(row, code))")
      for successor in table.text(row, successors).split(separator: " ") {
        #expect(Concordance.standard.entry(code: String(successor)) != nil, "\(successor)")
      }
    }
  }
}
