import ArgumentParser

/// A level of confidence, between 0 and 1.
struct ConfidenceLevel {
  /// The level that is taken unless another is told.
  static let usual = ConfidenceLevel(value: 0.95)

  let value: Double

  /// The level that is told, or configured, or the usual one.
  static func inForce(_ told: ConfidenceLevel?) -> Double {
    (told ?? Settings.inForce.level() ?? .usual).value
  }

  private init(value: Double) { self.value = value }

  init(_ text: String) throws {
    guard let level = Double(text), level > 0, level < 1 else {
      throw ValidationError(
        "‘\(text)’ is not a level of confidence: give one between 0 and 1, such as 0.95.")
    }
    value = level
  }
}

extension ConfidenceLevel: CustomStringConvertible {
  var description: String { "\(value)" }
}
