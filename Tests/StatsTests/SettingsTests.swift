import Foundation
import Testing

@Suite("What is configured")
struct SettingsTests {
  /// A folder with a `stats.json`, and a home with one.
  private struct Place {
    let scratch: Scratch
    let home: URL

    init(folder: String? = nil, user: String? = nil) throws {
      scratch = try Scratch()
      home = scratch.file("home")
      let config = home.appending(path: "migrationstats")
      try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
      if let folder { try scratch.write("stats.json", folder.utf8) }
      if let user { try Data(user.utf8).write(to: config.appending(path: "stats.json")) }
      let rows = (0...20).map { "Canada,\(2000 + $0),\(100 + 3 * $0 + $0 % 3)" }
      try scratch.write(
        "my.csv", ("area,year,value,unit\n" + rows.map { "\($0),persons\n" }.joined()).utf8)
    }

    func stats(_ line: String, _ environment: [String: String] = [:]) throws -> Tool.Outcome {
      try Tool.stats(
        line.split(separator: " ").map(String.init), in: scratch.folder,
        environment: environment.merging(["XDG_CONFIG_HOME": home.path()]) { first, _ in first })
    }

    /// The value in force and what told it.
    func value(_ setting: String, _ environment: [String: String] = [:]) throws -> [String] {
      let outcome = try stats("config --format json", environment)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(outcome.output.utf8))
      let row = try #require(rows.first { $0["setting"] == setting })
      return ["value", "told by"].map { (row[$0] ?? nil) ?? "" }
    }
  }

  @Test("flag, environment, the folder's file, the user's file: the first that tells decides")
  func precedence() throws {
    let place = try Place(
      folder: #"{"level": 0.8}"#, user: "{\n  \"level\": 0.7,\n  \"quiet\": true\n}")
    #expect(try place.value("level", ["STATS_LEVEL": "0.9"]) == ["0.9", "STATS_LEVEL"])
    #expect(try place.value("level") == ["0.8", "stats.json:1"])
    let user = try Place(user: "{\n  \"level\": 0.7\n}")
    #expect(
      try user.value("level") == [
        "0.7", user.home.appending(path: "migrationstats/stats.json:2").path(),
      ])
    #expect(try Place().value("level") == ["0.95", ""])
    // What the folder's file does not tell, the user's tells.
    #expect(try place.value("quiet")[0] == "true")

    let line = "growth my.csv --definition least-squares --format csv"
    func level(_ more: String, _ environment: [String: String] = [:]) throws -> Tool.Outcome {
      try place.stats(line + more, environment)
    }
    let flag = try level(" --level 0.8 --no-config")
    let folder = try level("")
    let environment = try level("", ["STATS_LEVEL": "0.9"])
    let usual = try level(" --no-config")
    #expect(flag.output == folder.output)
    #expect(environment.output != folder.output)
    #expect(usual.output != folder.output && usual.output != environment.output)
    #expect(try level(" --level 0.9").output == environment.output)
    #expect(try level(" --level 0.95", ["STATS_LEVEL": "0.9"]).output == usual.output)
  }

  @Test("what changes a number is said with its place, even where a file wants quiet")
  func said() throws {
    let place = try Place(folder: "{\n  \"quiet\": true,\n  \"level\": 0.8\n}")
    let line = "growth my.csv --definition least-squares"
    let outcome = try place.stats(line)
    #expect(
      outcome.errors
        == "note: the level of confidence of intervals: ‘0.8’, as stats.json:3 says; --level tells otherwise\n"
    )
    #expect(try place.stats(line + " --level 0.8").errors.isEmpty)
    #expect(try place.stats(line + " -q").errors.isEmpty)
    #expect(!(try place.stats(line + " --no-config")).errors.contains("stats.json"))
    // The usual value changes nothing.
    let usual = try Place(folder: #"{"level": 0.95, "definition": "all"}"#)
    #expect(!(try usual.stats("growth my.csv")).errors.contains("stats.json"))
  }

  @Test("a definition, a vintage, words for missing values and a decimal mark are taken and said")
  func results() throws {
    let place = try Place(
      folder: """
        {"definition": "log", "vintage": {"world-migrant-stock": "un-2019"},
         "missing": ["unbekannt"], "decimal-mark": ","}
        """)
    let growth = try place.stats("growth world-migrant-stock --years 1990-2019 --format csv")
    #expect(growth.code == 0, "\(growth.errors)")
    let told = try place.stats(
      "growth world-migrant-stock --years 1990-2019 --format csv --no-config --definition log --vintage un-2019"
    )
    #expect(growth.output == told.output)
    #expect(growth.errors.contains("definition of growth: ‘log’, as stats.json:1 says"))
    #expect(
      growth.errors.contains("vintage of world-migrant-stock: ‘un-2019’, as stats.json:1 says"))
    // A data set describes its own columns.
    #expect(!growth.errors.contains("missing"))
    let all = try place.stats(
      "growth world-migrant-stock --years 1990-2019 --format csv --vintage all")
    #expect(all.output != growth.output)

    try place.scratch.write(
      "europe.csv",
      "area;year;value\nCanada;1990;1,5\nCanada;1991;unbekannt\nCanada;1992;2,5\n".utf8)
    let tidy = try place.stats("tidy europe.csv")
    #expect(tidy.code == 0, "\(tidy.errors)")
    #expect(tidy.output.contains("Canada,CAN,1992,2.5"))
    #expect(
      tidy.errors.contains("words for missing values in files: ‘unbekannt’, as stats.json:2"))
    #expect(tidy.errors.contains("mark before decimals in files: ‘,’, as stats.json:2 says"))
    let cite = try place.stats("cite world-migrant-stock --years 2019")
    #expect(cite.code == 0, "\(cite.errors)")
    #expect(cite.errors.contains("‘un-2019’, as stats.json:1 says"))
    let chart = try place.stats(
      "chart migrant-stock -a Canada -a GBR --where sex=both --type rates --years 1990-2019 --format alt"
    )
    #expect(chart.code == 0, "\(chart.errors)")
    #expect(chart.errors.contains("definition of growth: ‘log’"))
  }

  @Test("a format is that of tables; a flag, the ending of a file and tidy go before it")
  func format() throws {
    let place = try Place(folder: #"{"format": "json"}"#)
    #expect(try place.stats("describe my.csv -q").output.hasPrefix("["))
    #expect(!(try place.stats("describe my.csv -q --format table")).output.hasPrefix("["))
    #expect(try place.stats("tidy my.csv -q").output.hasPrefix("area,"))
    _ = try place.stats("describe my.csv -q -o out.csv")
    let file = try String(contentsOf: place.scratch.file("out.csv"), encoding: .utf8)
    #expect(file.hasPrefix("area,"))
    let plot = try place.stats("describe my.csv --plot")
    #expect(plot.code == 64)
    #expect(plot.errors.contains("The format is the one that stats.json:1 tells"))
  }

  @Test("the data sets' folder is seen from the file, and said")
  func catalog() throws {
    let place = try Place(user: #"{"catalog": "sets"}"#)
    let sets = place.home.appending(path: "migrationstats/sets")
    try FileManager.default.createDirectory(at: sets, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "datasets/communique-2009"),
      to: sets.appending(path: "communique-2009"))
    let outcome = try place.stats("datasets --format csv")
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.errors.contains("the folder with the data sets: ‘"))
    let cite = try place.stats("cite communique-2009 --years 2008")
    #expect(cite.errors.components(separatedBy: "the folder with the data sets:").count == 2)
    // The variable of the environment goes before it, and is known to whoever sets it.
    let other = try place.stats(
      "datasets --format csv",
      ["MIGRATIONSTATS_CATALOG": Tool.root.appending(path: "datasets").path()])
    #expect(other.output.split(separator: "\n").count == 11)
    #expect(other.errors.isEmpty)
  }

  @Test(
    "what cannot be taken is an error with file, line and remedy",
    arguments: [
      ("{\n  \"levle\": 0.9\n}", "stats.json:2: ‘levle’ is no setting", "Did you mean ‘level’?"),
      ("{\"colour\": 1}", "stats.json:1: ‘colour’ is no setting", "Did you mean ‘color’?"),
      ("{\n\n\"level\": 9}", "stats.json:3: ‘9’ is not a level of confidence", "between 0 and 1"),
      (
        "{\"level\": \"0.9\"}", "stats.json:1: ‘level’ has a value of another kind",
        "\"level\": 0.9"
      ),
      (
        "{\"format\": \"jsno\"}", "‘jsno’ is none of the values of ‘format’", "Did you mean ‘json’?"
      ),
      ("{\"missing\": [\"a\", 1]}", "‘missing’ has a value of another kind", "[\"n/a\"]"),
      ("{\"quiet\": true, \"quiet\": false}", "‘quiet’ is there twice", "Mend the JSON"),
      (
        "{\n\"level\": 0.9,\n}", "stats.json:3: ‘}’ stands where a name in quotation marks should",
        "Mend"
      ),
      ("{\"level\": .9}", "‘.9’ is no value of JSON", "Mend the JSON"),
      ("[1]", "stats.json:1: is no object of settings", "--no-config"),
      ("", "stats.json:1: the file ends where a value should stand", "--no-config"),
      ("{} {}", "‘{’ stands after the end of the JSON", "Mend"),
      (
        "{\"results\": []}", "‘results’ is no setting",
        "If the file is another program's, --no-config"
      ),
    ])
  func refused(text: String, what: String, remedy: String) throws {
    let place = try Place(folder: text)
    let outcome = try place.stats("growth my.csv")
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains(what), "\(outcome.errors)")
    #expect(outcome.errors.contains(remedy), "\(outcome.errors)")
    #expect(try place.stats("growth my.csv --no-config").code == 0)
    // Help and version do without.
    #expect(try place.stats("growth --help").code == 0)
  }

  @Test("a variable that cannot be taken is an error; one that is nearly ours is said")
  func environment() throws {
    let place = try Place()
    let wrong = try place.stats("growth my.csv", ["STATS_DEFINITION": "compund"])
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("STATS_DEFINITION: ‘compund’ is none of the values"))
    #expect(wrong.errors.contains("Did you mean ‘compound’?"))
    let near = try place.stats("growth my.csv", ["STATS_LEVLE": "0.9"])
    #expect(near.code == 0)
    #expect(near.errors.contains("note: STATS_LEVLE sets nothing. Did you mean ‘STATS_LEVEL’?"))
    #expect(try place.value("missing", ["STATS_MISSING": "x,y"])[0] == "x, y")
  }

  @Test("texts of JSON are read with their escapes")
  func escapes() throws {
    let place = try Place(folder: #"{"missing": ["\u00e9\n\ud83d\ude00\"\\"]}"#)
    let outcome = try place.stats("config --format json")
    let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(outcome.output.utf8))
    #expect(rows.first { $0["setting"] == "missing" }?["value"] == "é\n😀\"\\")
  }

  @Test("the schema has the settings that the program has")
  func schema() throws {
    struct Schema: Decodable {
      let properties: [String: Property]
      struct Property: Decodable { let `enum`: [String]? }
    }
    let file = Tool.root.appending(path: "schemas/stats.schema.json")
    let schema = try JSONDecoder().decode(Schema.self, from: Data(contentsOf: file))
    let outcome = try Place().stats("config --format json")
    let rows = try JSONDecoder().decode([[String: String?]].self, from: Data(outcome.output.utf8))
    let names = rows.compactMap { $0["setting"] ?? nil }
    #expect(Set(schema.properties.keys) == Set(names + ["$schema"]))
    for (name, property) in schema.properties {
      for value in property.enum ?? [] {
        #expect(try Place(folder: "{\"\(name)\": \"\(value)\"}").value(name)[0] == value)
      }
      if property.enum != nil {
        #expect(try Place(folder: "{\"\(name)\": \"other\"}").stats("config").code == 64)
      }
    }
  }

  @Test("stats config prints what is kept")
  func listed() throws {
    let place = try Place(folder: "{\n  \"level\": 0.9,\n  \"color\": \"never\"\n}")
    try expectSnapshot(place.stats("config").output, "config")
  }
}
