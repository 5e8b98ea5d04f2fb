/// The names nearest to a mistyped one.
///
/// ```swift
/// print(Suggestion.didYouMean("grwoth", among: ["growth", "fit"]) ?? "")
/// // Did you mean ‘growth’?
/// ```
public enum Suggestion {
  /// The candidates close enough to be what was meant, nearest first, at most `limit`.
  ///
  /// ```swift
  /// print(Suggestion.nearest(to: "Canda", among: ["Canada", "Chad", "Panama"]))  // ["Canada"]
  /// ```
  ///
  /// Near is a Damerau–Levenshtein distance (optimal string alignment) of at most a third of the
  /// name's length, or a candidate that contains the name. Case does not count.
  public static func nearest(to name: String, among candidates: [String], limit: Int = 3)
    -> [String]
  {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty else { return [] }
    var ranked: [(distance: Int, order: Int, name: String)] = []
    var seen = Set<String>()
    for (order, candidate) in candidates.enumerated() where seen.insert(candidate).inserted {
      let letters = Array(candidate.lowercased())
      let contains = wanted.count >= 3 && candidate.lowercased().contains(name.lowercased())
      let distance = contains ? 1 : Self.distance(wanted, letters)
      if distance <= max(1, max(wanted.count, letters.count) / 3) {
        ranked.append((distance, order, candidate))
      }
    }
    ranked.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return ranked.prefix(limit).map(\.name)
  }

  /// ‘Did you mean …?’ with the nearest names, or nil where nothing is near.
  public static func didYouMean(_ name: String, among candidates: [String]) -> String? {
    didYouMean(nearest(to: name, among: candidates))
  }

  /// ‘Did you mean …?’ with some names, or nil where there is none.
  static func didYouMean(_ near: [String]) -> String? {
    let names = near.map { "‘\($0)’" }
    guard let last = names.last else { return nil }
    let list = names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
    return "Did you mean \(list)?"
  }

  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for i in 1...first.count {
      var current = [Int](repeating: i, count: second.count + 1)
      for j in 1...second.count {
        let cost = first[i - 1] == second[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
