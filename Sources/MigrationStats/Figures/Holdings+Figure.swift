extension Holdings {
  /// The figure of a recipe, on the data held now.
  ///
  /// The digests of the recipe are replaced by those of the data, so that the figure's id tells
  /// whether these are the data that the recipe was made on.
  ///
  /// - Throws: as `figure(_:)` of a request.
  public mutating func figure(_ recipe: Recipe) throws -> Figure {
    let holding = try holding(recipe.data)
    if let other = recipe.whole?.data { _ = try self.holding(other) }
    let recipe = recipe.on(digests)
    let series = try Self.series(recipe.area, recipe.vintage, recipe.keys, in: holding)
    let maker = FigureMaker(recipe: recipe, series: series, holding: holding)
    switch recipe.operation {
    case .level: return try maker.level()
    case .change, .changePercent, .ratio, .doublingTime, .index, .annualRate:
      return try maker.growth()
    case .share:
      guard let whole = recipe.whole else { throw maker.malformed("has no whole") }
      let other = try whole.data.map { try self.holding($0) } ?? holding
      let vintage = whole.data == nil ? recipe.vintage : nil
      let divisor = try Self.series(
        whole.area ?? recipe.area, vintage, whole.keys ?? (whole.data == nil ? recipe.keys : []),
        in: other)
      return try maker.share(of: divisor, in: other)
    case .rank: return try maker.rank()
    case .forecast: return try maker.forecast()
    }
  }

  private static func series(
    _ area: String, _ vintage: String?, _ keys: [Recipe.Key], in holding: Holding
  ) throws -> Series {
    let found = holding.panel.allSeries.filter { series in
      (series.area.code ?? series.area.name) == area
        && (vintage == nil || series.vintage == vintage)
        && (keys.isEmpty || series.keys == keys.map { Series.Key($0.name, $0.value) })
    }
    guard let series = found.first else {
      let keys = keys.map { ", \($0.name) \($0.value)" }.joined()
      throw FigureError(
        .noValue,
        "there is no series ‘\(area)\(keys)\(vintage.map { ", \($0)" } ?? "")’ any more",
        at: Position(file: holding.name),
        remedy: "See what there is: stats describe \(holding.name).")
    }
    return series
  }
}
