extension Holdings {
  /// The chart that is asked for.
  ///
  /// Of further columns that are not told, the value `both` or `total` is taken where there is one.
  ///
  /// - Throws: `ChartError`; `TidyingError` for an area, vintage or key that is not there;
  ///   `MeasureError` or `FittingError` where a rate or a model cannot be had; what reading a data set
  ///   throws.
  public mutating func chart(_ request: ChartRequest) throws -> Chart {
    let holding = try holding(request.data)
    let request = try request.completed(for: holding)
    let maker = ChartMaker(
      request: request, holding: holding,
      series: try ChartSelection(request, in: holding).series)
    let draft =
      switch request.type {
      case .line: try maker.line()
      case .bar: try maker.bar()
      case .index: try maker.index()
      case .multiples: try maker.multiples()
      case .slope: try maker.slope()
      case .rates: try maker.rates()
      case .contributions: try maker.contributions()
      case .fan: try maker.fan()
      case .scatter: try maker.scatter()
      case .shares: try maker.shares()
      case .chord: try maker.flows(isCircular: true)
      case .sankey: try maker.flows(isCircular: false)
      }
    return try finished(draft, maker)
  }

  /// The draft with the figures that its words are made of.
  private mutating func finished(_ draft: ChartDraft, _ maker: ChartMaker) throws -> Chart {
    var figures: [Figure] = []
    for wish in draft.wishes {
      // A figure that cannot be had, such as a rate from zero, leaves the words without it.
      if let figure = try? figure(wish) { figures.append(figure) }
    }
    return Chart(
      type: maker.request.type, title: maker.request.title ?? draft.title,
      subtitle: draft.subtitle, data: draft.data, body: draft.body, notes: draft.notes,
      caveats: orderedUnique(draft.caveats), sources: maker.sources, figures: figures,
      words: ChartWords(draft, figures).text)
  }
}
