import Testing

@testable import MigrationStats

@Suite("Areas by code and by name")
struct ConcordanceTests {
  private let concordance = Concordance.standard

  private var countries: [Concordance.Entry] {
    concordance.entries.filter { $0.kind == .country }
  }

  // MARK: The list

  @Test("Codes are there once each, two- and three-letter codes and numbers")
  func uniqueCodes() {
    let entries = concordance.entries
    #expect(Set(entries.map(\.code)).count == entries.count)
    let alpha2 = entries.map(\.alpha2).filter { !$0.isEmpty }
    #expect(Set(alpha2).count == alpha2.count)
    let numbers = entries.map(\.m49).filter { !$0.isEmpty }
    #expect(Set(numbers).count == numbers.count)
    #expect(entries.allSatisfy { $0.kind != .unknown && !$0.name.isEmpty })
  }

  @Test("Countries have codes of three letters and belong to groups that are listed")
  func countryCodes() {
    #expect(countries.count > 230)
    for country in countries {
      #expect(country.code.count == 3, "\(country.name)")
      for group in country.groups {
        #expect(concordance.entry(code: group)?.kind == .aggregate, "\(country.name)")
      }
    }
  }

  @Test("Every name and code of a country leads to it alone")
  func everyAlias() {
    for country in countries {
      for name in [country.name] + country.otherNames {
        #expect(concordance.entry(named: name) == country, "\(name)")
        #expect(concordance.entry(named: name.uppercased()) == country, "\(name)")
        #expect(concordance.area(name: name, code: nil).code == country.code, "\(name)")
      }
      #expect(concordance.entry(code: country.code) == country)
      if !country.m49.isEmpty {
        #expect(concordance.entry(code: country.m49) == country, "\(country.m49)")
        #expect(concordance.entry(code: "00" + country.m49) == country, "\(country.m49)")
      }
    }
  }

  @Test("Only groups of two publishers share a name")
  func sharedNames() {
    var codes: [String: Set<String>] = [:]
    for entry in concordance.entries {
      for name in [entry.name] + entry.otherNames {
        codes[Concordance.folded(name), default: []].insert(entry.code)
      }
    }
    let shared = codes.filter { $0.value.count > 1 }
    #expect(
      shared == [
        "sub saharan africa": ["947", "SSF"],
        "latin america and caribbean": ["904", "LCN"],
      ])
  }

  @Test("A group is never a country, by any name or code")
  func aggregates() {
    for group in concordance.entries where group.kind == .aggregate {
      for name in [group.name] + group.otherNames {
        #expect(concordance.area(name: name, code: nil).kind == .aggregate, "\(name)")
        #expect(concordance.area(name: name, code: group.code).kind == .aggregate, "\(name)")
      }
      #expect(concordance.area(name: nil, code: group.code).kind == .aggregate)
    }
  }

  @Test("A former state is never a country")
  func former() {
    for state in concordance.entries where state.kind == .former {
      for name in [state.name] + state.otherNames {
        #expect(concordance.area(name: name, code: nil).kind == .former, "\(name)")
      }
    }
    #expect(concordance.area(name: "USSR", code: "SUN").kind == .former)
    #expect(concordance.entry(named: "Soviet Union")?.code != "RUS")
    #expect(concordance.entry(code: "ETH-230")?.kind == .former)
    #expect(concordance.entry(code: "ETH")?.kind == .country)
  }

  // MARK: Folding

  @Test(
    "Case, diacritics, punctuation and ‘the’ do not count",
    arguments: [
      ("Côte d'Ivoire", "cote divoire"), ("CÔTE D’IVOIRE", "cote divoire"),
      ("Cote-d'Ivoire", "cote divoire"), ("Co\u{302}te d'Ivoire", "cote divoire"),
      ("The Gambia", "gambia"), ("Gambia, The", "gambia"),
      ("Trinidad & Tobago", "trinidad and tobago"), ("Åland Islands", "aland islands"),
      ("São Tomé & Príncipe", "sao tome and principe"), ("U.S.", "us"),
      ("Guinea–Bissau", "guinea bissau"), ("  Viet   Nam ", "viet nam"),
      ("Curaçao", "curacao"), ("Færøerne", "faeroerne"), ("Norway\u{A0}", "norway"),
      ("Theland", "theland"), ("", ""), ("1990 [YR1990]", "1990 yr1990"),
    ])
  func folded(name: String, folded: String) {
    #expect(Concordance.folded(name) == folded)
  }

  @Test(
    "Names are found however they are written",
    arguments: [
      ("CÔTE D’IVOIRE", "CIV"), ("Ivory Coast", "CIV"), ("TURKIYE", "TUR"), ("Turkey", "TUR"),
      ("viet-nam", "VNM"), ("Korea, Rep.", "KOR"), ("Korea, Dem. People's Rep.", "PRK"),
      ("Congo, Dem. Rep.", "COD"), ("Congo, Rep.", "COG"), ("Congo", "COG"),
      ("United States of America", "USA"), ("u.s.", "USA"), ("Virgin Islands (U.S.)", "VIR"),
      ("Niger", "NER"), ("Nigeria", "NGA"), ("Dominica", "DMA"),
      ("Dominican Republic", "DOM"), ("Guinea", "GIN"), ("Papua New Guinea", "PNG"),
      ("Samoa", "WSM"), ("American Samoa", "ASM"), ("Ireland", "IRL"), ("World total", "WLD"),
      ("OWID_WRL", "WLD"), ("West Bank and Gaza", "PSE"), ("Georgia", "GEO"),
      ("Réunion", "REU"), ("Sudan", "SDN"), ("South Sudan", "SSD"), ("Macau SAR", "MAC"),
    ])
  func spellings(name: String, code: String) {
    #expect(concordance.entry(named: name)?.code == code)
    #expect(concordance.knows(name))
  }

  @Test(
    "What merely sounds alike is not known",
    arguments: [
      "Commonwealth", "Commonwealth of Independent States", "CIS", "Atlantis", "", "Americas",
    ])
  func strangers(name: String) {
    #expect(concordance.entry(named: name) == nil)
    #expect(!concordance.knows(name))
  }

  // MARK: What a file means

  @Test("A code that is known decides, and the file's own name is kept")
  func codeDecides() {
    let area = concordance.area(name: "Oz", code: "AUS")
    #expect(area == Area(name: "Oz", code: "AUS", kind: .country))
    // UNHCR's AUS is Austria; a file in ISO codes means Australia.
    #expect(concordance.area(name: nil, code: "AUS").name == "Australia")
  }

  @Test(
    "A number is a code, with or without leading zeros", arguments: ["4", "04", "004", "AFG"])
  func numbers(code: String) {
    #expect(
      concordance.area(name: "Afghanistan", code: code)
        == Area(name: "Afghanistan", code: "AFG", kind: .country))
  }

  @Test(
    "A code in the place of the name is replaced by the name", arguments: ["CAN", "124", "0124"])
  func codeAsName(code: String) {
    #expect(
      concordance.area(name: code, code: nil) == Area(name: "Canada", code: "CAN", kind: .country))
  }

  @Test("The world of Our World in Data is the world")
  func world() {
    #expect(
      concordance.area(name: "World", code: "OWID_WRL")
        == Area(name: "World", code: "WLD", kind: .aggregate))
    #expect(
      concordance.area(name: "OWID_WRL", code: nil)
        == Area(name: "World", code: "WLD", kind: .aggregate))
    #expect(concordance.area(name: "Africa", code: "OWID_AFR").code == "OWID_AFR")
  }

  @Test(
    "Eurostat's groups have its codes",
    arguments: [
      "EU27_2020", "EU28", "EU27_2007", "EU25", "EU15", "EA", "EA19", "EA20", "EFTA", "EEA30_2007",
      "EEA31",
    ])
  func eurostat(code: String) {
    let area = concordance.area(name: nil, code: code)
    #expect(area.kind == .aggregate)
    #expect(area.code == code)
    #expect(concordance.area(name: area.name, code: nil) == area)
  }

  @Test("Alpha-2 codes are known beside codes of groups")
  func besideGroups() throws {
    let long = try panel(
      "geo,TIME_PERIOD,OBS_VALUE\nEU27_2020,2000,5\nEA20,2000,5\nDE,2000,5\nEL,2000,5\nUK,2000,6\n"
        + "XK,2000,6\n")
    #expect(
      long.series.map(\.area.code) == ["EU27_2020", "EA20", "DEU", "GRC", "GBR", "XKX"])
    #expect(
      long.series.map(\.area.kind.rawValue).prefix(3) == ["aggregate", "aggregate", "country"])
    #expect(long.notes.isEmpty)
    let packed = try panel(
      "unit,sex,geo\\TIME_PERIOD\t1990 \t1991 \nNR,F,FR\t5 b\t: c\nNR,M,DE\t7\t8 p\n"
        + "NR,M,EU27_2020\t70\t80 p\n")
    #expect(packed.series.map(\.area.code) == ["FRA", "DEU", "EU27_2020"])
    // Groups alone say nothing of what two letters are.
    let groups = try panel("geo,year,value\nEU28,2000,5\nEA19,2000,6\n")
    #expect(groups.series.map(\.area.kind) == [.aggregate, .aggregate])
  }

  @Test("A name that two groups share has no code without one")
  func sharedName() {
    let bare = concordance.area(name: "Sub-Saharan Africa", code: nil)
    #expect(bare == Area(name: "Sub-Saharan Africa", code: nil, kind: .aggregate))
    #expect(concordance.area(name: "Sub-Saharan Africa", code: "SSF").code == "SSF")
    #expect(concordance.area(name: "Sub-Saharan Africa", code: "947").code == "947")
  }

  @Test("What is not known keeps its name and code")
  func unknown() {
    #expect(
      concordance.area(name: "Atlantis", code: "ATL")
        == Area(name: "Atlantis", code: "ATL", kind: .unknown))
    #expect(
      concordance.area(name: nil, code: "ATL") == Area(name: "ATL", code: "ATL", kind: .unknown))
    #expect(
      concordance.area(name: "Atlantis", code: nil)
        == Area(name: "Atlantis", code: nil, kind: .unknown))
  }

  @Test("An unknown code leaves the name to decide")
  func nameDecides() {
    #expect(
      concordance.area(name: "Canada", code: "X7")
        == Area(name: "Canada", code: "CAN", kind: .country))
  }

  @Test(
    "Remainders are neither countries nor groups",
    arguments: ["Other South", "Stateless", "Unknown"])
  func remainders(name: String) {
    #expect(concordance.area(name: name, code: nil).kind == .residual)
  }

  @Test("The beginning of a name is told")
  func beginnings() {
    #expect(concordance.isBeginning("Zimb"))
    #expect(concordance.isBeginning("united ki"))
    #expect(!concordance.isBeginning("Source: United Nations"))
  }
}
