/// Starting values of a curve's parameters, as they are written: `b1=500, b2=1e-4`.
///
/// ```swift
/// let start = try CurveStart("a=150, r=0.02")
/// print(start.values["r"] ?? .nan)  // 0.02
/// let model = CurveModel(try Curve("a*exp(r*(year - 1990))"), start: start)
/// print(try world.fit(model).coefficients[1].estimate)  // 0.0217…
/// ```
public struct CurveStart: Sendable, Hashable {
  /// The values by the parameters' names.
  public let values: [String: Double]

  /// No starting values: all are found.
  public init() { values = [:] }

  /// Reads starting values; those of parameters that are not named are found.
  ///
  /// - Throws: `FittingError` (`syntax`) with the place marked.
  public init(_ text: String) throws(FittingError) {
    var values: [String: Double] = [:]
    var place = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      defer { place += part.count + 1 }
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
      let name =
        sides[0].hasPrefix("`") && sides[0].hasSuffix("`") && sides[0].count > 2
        ? String(sides[0].dropFirst().dropLast()) : sides[0]
      guard sides.count == 2, !name.isEmpty, let value = Double(sides[1]), value.isFinite else {
        throw .syntax(
          "‘\(Self.trimmed(part))’ is no starting value", in: text,
          at: place + part.prefix { $0 == " " }.count,
          remedy: "Write names and numbers, parted by commas: --start 'b1=500, b2=1e-4'.")
      }
      guard values[name] == nil else {
        throw .syntax(
          "‘\(name)’ has two starting values", in: text,
          at: place + part.prefix { $0 == " " }.count,
          remedy: "Give one.")
      }
      values[name] = value
    }
    self.values = values
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
