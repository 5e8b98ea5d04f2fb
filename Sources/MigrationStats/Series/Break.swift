/// A year from which a series no longer measures the same thing.
///
/// ```swift
/// let dissolution = Break(
///   year: 1990, kind: "territory", text: "The Soviet Union dissolved.", effect: 27_000_000)
/// print(dissolution.year, dissolution.effect ?? 0)  // 1990 27000000.0
/// ```
public struct Break: Sendable, Hashable {
  /// The first year of the new borders, definition or coverage.
  public let year: Int
  /// `territory`, `definition` or `coverage`.
  public let kind: String
  /// What changed.
  public let text: String
  /// How much of the values after the break is due to it alone, in the series' unit.
  public let effect: Double?
  /// How the effect is known, and how well.
  public let effectText: String?
  /// The codes of the areas whose sum after the break continues the area before it.
  public let successors: [String]

  /// A break.
  public init(
    year: Int, kind: String, text: String, effect: Double? = nil, effectText: String? = nil,
    successors: [String] = []
  ) {
    self.year = year
    self.kind = kind
    self.text = text
    self.effect = effect
    self.effectText = effectText
    self.successors = successors
  }
}
