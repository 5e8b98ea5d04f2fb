/// What a column holds, as far as its header tells.
enum ColumnRole: Hashable {
  case area, code, year, value, status, unit, vintage, quantity, quantityCode
  case rounding, bound, unitMultiplier, attribute, order, dimension

  /// The role that the header names, or nil.
  ///
  /// Case, spaces and underscores do not count.
  init?(header: String) {
    let name = Concordance.folded(header).split(separator: " ").joined(separator: " ")
    // The mark of a footnote is no part of the name: ‘Type of data (a)’.
    let unmarked =
      header.last == ")" && name.dropLast().last == " " ? String(name.dropLast(2)) : name
    guard let role = Self.names[name] ?? Self.names[unmarked] else { return nil }
    self = role
  }

  private static let names: [String: ColumnRole] = {
    var names: [String: ColumnRole] = [:]
    let lists: [(ColumnRole, [String])] = [
      (
        .area,
        [
          "area", "country", "country name", "country or area", "country or territory", "region",
          "location", "territory", "entity", "geo", "geography", "reference area", "destination",
          "major area region country or area", "major area region country or area of destination",
          "name", "area name", "economy", "land", "staat", "pays", "pais", "paese",
          "country territory", "country territory of residence",
        ]
      ),
      (
        .code,
        [
          "code", "country code", "iso3", "iso", "iso code", "iso3 code", "iso 3", "alpha3",
          "alpha 3", "alpha 3 code", "m49", "m49 code", "ref area", "location code", "geo code",
          "area code", "economy code", "iso3c",
        ]
      ),
      (
        .year,
        [
          "year", "time", "time period", "period", "date", "reference year", "yr", "jahr", "annee",
          "ano", "anno",
        ]
      ),
      (
        .value,
        [
          "value", "obs value", "observation value", "values", "val", "wert", "valeur", "valor",
          "valore",
        ]
      ),
      (.status, ["status", "obs status", "obs flag", "flag", "flags"]),
      (.unit, ["unit", "unit of measure", "units", "unit measure"]),
      (.vintage, ["vintage", "revision", "edition"]),
      (
        .quantity,
        ["indicator name", "indicator", "series name", "series", "variable", "measure", "quantity"]
      ),
      (.quantityCode, ["indicator code", "series code", "variable code"]),
      (.rounding, ["rounding"]), (.bound, ["bound"]),
      (.unitMultiplier, ["unit mult", "unit multiplier", "powercode code", "powercode"]),
      (
        .attribute,
        [
          "note", "notes", "footnote", "footnotes", "comment", "comments", "type of data",
          "further flags", "evidence", "source", "sources", "words",
        ]
      ),
      (.order, ["sort order", "index"]),
      (
        .dimension,
        [
          "sex", "age", "age class", "age group", "origin", "citizenship", "country of birth",
          "population type", "basis", "quarter", "month", "half",
        ]
      ),
    ]
    for (role, headers) in lists {
      for header in headers { names[header] = role }
    }
    return names
  }()
}
