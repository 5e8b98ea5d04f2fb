/// A picture of some series with the data behind it, its words and its sources.
///
/// ```swift
/// var holdings = Holdings(try Catalog(folder: "datasets"))
/// let chart = try holdings.chart(ChartRequest("migrant-stock", areas: ["Canada"]))
/// let rows = chart.data.text(.csv)  // exactly what is drawn
/// let picture = chart.svg(width: 720)
/// let words = chart.words  // the alternative text
/// print(rows.isEmpty, picture.isEmpty, words.isEmpty)  // false false false
/// ```
///
/// One value, and several writers that agree on it.
public struct Chart: Sendable {
  /// What is drawn.
  public enum Body: Sendable, Hashable {
    /// Axes with marks on them: one pair, or small multiples.
    case plots([Plot])
    /// Ribbons between areas.
    case flows(FlowDiagram)
  }

  /// The type of chart.
  public let type: ChartType
  /// What is shown: `International migrant stock, Canada and Australia, 1990–2019`.
  public let title: String
  /// The unit in words, and the definition where one is needed.
  public let subtitle: String
  /// What is drawn, a row a mark.
  public let data: Report
  /// The marks.
  public let body: Body
  /// What the picture itself cannot say: gaps, suppressed values, a base that is not zero.
  public let notes: [String]
  /// What a reader has to know of the figures.
  public let caveats: [Caveat]
  /// The publications that the figures were taken from.
  public let sources: [Citation]
  /// The figures on which its words rest, each with its identity.
  public let figures: [Figure]
  /// The alternative text: under 600 characters, every number of it from the data.
  public let words: String

  /// The plots; none where ribbons are drawn.
  var plots: [Plot] {
    if case .plots(let plots) = body { plots } else { [] }
  }
}
