/// What tells the series of a chart apart, and what they share.
struct SeriesNames {
  /// A name a series.
  let names: [String]
  /// What all of them are of: `Canada`, `un-2019`; empty where nothing is shared.
  let shared: [String]

  init(_ series: [Series]) {
    let parts: [[String?]] = series.map { series in
      [series.area == .unnamed ? nil : series.area.name] + series.keys.map(\.value)
        + [series.vintage]
    }
    let count = parts.map(\.count).max() ?? 0
    func values(_ index: Int) -> [String?] {
      parts.map { index < $0.count ? $0[index] : nil }
    }
    let varying = (0..<count).filter { Set(values($0)).count > 1 }
    names = parts.enumerated().map { index, parts in
      let own = varying.compactMap { $0 < parts.count ? parts[$0] : nil }
      if own.isEmpty { return parts.compactMap(\.self).first ?? "value" }
      return own.joined(separator: ", ")
    }
    shared = (0..<count).filter { !varying.contains($0) }.compactMap { index in
      values(index).first.flatMap(\.self)
    }
  }
}
