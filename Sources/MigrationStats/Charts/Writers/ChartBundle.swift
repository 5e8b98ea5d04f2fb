/// The files of a chart that belong together: the data, the picture, the words and the source.
///
/// ```swift
/// let bundle = try ChartBundle(chart, parts: [.csv, .svg])
/// print(bundle.files.map(\.part.fileName))  // ["chart.csv", "chart.svg"]
/// ```
public struct ChartBundle: Sendable {
  /// What a file holds.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The rows that are drawn.
    case csv
    /// Title, units, sources, caveats and figures.
    case metadata
    /// The picture in Vega-Lite's grammar.
    case vegaLite = "vega-lite"
    /// The picture.
    case svg
    /// One page with the picture, the words, the table and the sources.
    case html
    /// The words for those who do not see the picture.
    case alternativeText = "alt"

    /// The name of its file.
    public var fileName: String {
      switch self {
      case .csv: "chart.csv"
      case .metadata: "chart.metadata.json"
      case .vegaLite: "chart.vl.json"
      case .svg: "chart.svg"
      case .html: "chart.html"
      case .alternativeText: "chart.txt"
      }
    }
  }

  /// A part and its text.
  public struct File: Sendable {
    /// The part.
    public let part: Part
    /// Its text, in UTF-8.
    public let text: String
  }

  /// The files, in the order of the parts.
  public let files: [File]

  /// The parts of a chart that its type has: flows have none in Vega-Lite.
  ///
  /// - Parameters:
  ///   - chart: what is drawn.
  ///   - parts: those that are wanted; all that there are where nil.
  ///   - shape: how the rows are laid out.
  ///   - width: of the picture in pixels, from 240 to 2,400.
  /// - Throws: `ChartError` for a part or a shape that the type of chart does not have.
  public init(
    _ chart: Chart, parts: [Part]? = nil, shape: ChartShape = .tidy, width: Double = 720
  ) throws(ChartError) {
    let wanted = parts ?? Part.allCases
    var files: [File] = []
    for part in Part.allCases where part != .html {
      let isAsked = parts?.contains(part) == true
      // The page has links to all of them.
      guard isAsked || wanted.contains(.html) || parts == nil else { continue }
      if part == .vegaLite, chart.plots.isEmpty, !isAsked { continue }
      let text =
        switch part {
        case .csv: try chart.csv(shape)
        case .metadata: chart.metadata
        case .vegaLite: try chart.vegaLite(width: width)
        case .svg: chart.svg(width: width)
        case .html, .alternativeText: chart.words + "\n"
        }
      files.append(File(part: part, text: text))
    }
    if wanted.contains(.html) {
      files.append(File(part: .html, text: ChartPage(chart, files: files, width: width).text))
    }
    self.files = Part.allCases.filter(wanted.contains).flatMap { part in
      files.filter { $0.part == part }
    }
  }
}

extension Holdings {
  /// What becomes of several charts that are made at the same time, on all processors.
  ///
  /// ```swift
  /// let requests = ["Canada", "Mexico"].map { ChartRequest("migrant-stock", areas: [$0]) }
  /// let rows = holdings.charts(requests) { _, chart in try? chart.get().data.rows.count }
  /// print(rows.map { $0 ?? 0 })  // [7, 7]
  /// ```
  ///
  /// - Parameters:
  ///   - requests: the charts that are asked for.
  ///   - use: is called with the place of each among the requests and the chart, or why there is
  ///     none; several calls run at the same time.
  /// - Returns: what the calls gave, in the order of the requests.
  public func charts<Value>(
    _ requests: [ChartRequest], _ use: @Sendable (Int, Result<Chart, any Error>) -> Value
  ) -> [Value] {
    Threads.map(requests.count, least: 1) { range -> [Value] in
      var holdings = self
      return range.map { index in
        use(index, Result { try holdings.chart(requests[index]) })
      }
    }.flatMap(\.self)
  }
}
