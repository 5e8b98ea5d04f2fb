@testable import MigrationStats

/// The figure of a request, on the data sets of the catalogue.
func cite(_ request: FigureRequest) throws -> Figure {
  var holdings = Holdings(try catalog())
  return try holdings.figure(request)
}

/// The figure of a request, on a small table of its own named `table.csv`.
func cite(_ text: String, _ request: FigureRequest) throws -> Figure {
  var holdings = Holdings(try catalog())
  try holdings.file(.bytes(Array(text.utf8), name: "table.csv"))
  return try holdings.figure(request)
}

extension FigureRequest {
  /// A figure of each operation, by what is asked.
  static let everyOperation: [FigureRequest] =
    Recipe.Operation.allCases.map { operation in
      FigureRequest(
        "migrant-stock", area: "Canada", of: operation,
        years: operation.isOverSpan ? 1990...2019 : operation == .forecast ? 2029...2029 : nil,
        whole: operation == .share ? "population" : nil)
    }
    + GrowthDefinition.allCases.map { definition in
      FigureRequest(
        "remittances-received", area: "World", of: .annualRate, years: 2000...2023,
        definition: definition)
    } + [
      FigureRequest("communique-2009", of: .annualRate),
      FigureRequest("communique-2009", of: .doublingTime, basis: .matched),
      FigureRequest(
        "world-migrant-stock", vintage: "un-2019", of: .level, years: 2008...2008,
        interpolation: .log),
      FigureRequest("migrant-stock", area: "GBR", of: .share, whole: "World"),
      FigureRequest(
        "migrant-stock", area: "GBR", keys: [Series.Key("sex", "female")], of: .share,
        whole: "sex=both"),
      FigureRequest("world-migrant-stock", vintage: "knomad-2021", of: .level),
    ]
}
