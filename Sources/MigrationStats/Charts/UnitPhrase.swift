/// A unit as a reader of a picture wants it: `million people` rather than `persons`.
struct UnitPhrase: Sendable, Hashable {
  /// The noun that numbers are of.
  private let noun: String
  /// Whether large numbers are counted in millions: not where the unit counts millions itself, nor
  /// for percentages and years.
  private let isScaled: Bool

  init(_ unit: String) {
    isScaled =
      Figure.multiplier(of: unit) == nil && !unit.hasPrefix("per cent")
      && !unit.hasPrefix("percentage") && !unit.hasPrefix("index") && !unit.hasPrefix("years")
    switch unit {
    case "persons": noun = "people"
    case Unit.notStated.name: noun = "unit not stated"
    default: noun = unit
    }
  }

  /// What numbers of some size are divided by.
  func divisor(of size: Double) -> Double {
    guard isScaled else { return 1 }
    return size >= 2e9 ? 1e9 : size >= 2e6 ? 1e6 : size >= 20_000 ? 1e3 : 1
  }

  /// The unit of numbers that were divided.
  func phrase(_ divisor: Double) -> String {
    switch divisor {
    case 1e9: "billion \(noun)"
    case 1e6: "million \(noun)"
    case 1e3: "thousand \(noun)"
    default: noun
    }
  }
}
