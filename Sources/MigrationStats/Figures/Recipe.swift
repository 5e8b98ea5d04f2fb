internal import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a figure is made: from which data, of which series, by which operation.
///
/// The same recipe on the same data gives the same figure, on any machine. Its `id` is what a text
/// carries to say which figure a number is.
public struct Recipe: Codable, Sendable, Hashable {
  /// What is done to a series to get a number.
  public enum Operation: String, Codable, Sendable, Hashable, CaseIterable {
    /// The value of a year.
    case level
    /// The value of the last year less that of the first.
    case change
    /// The change as a percentage of the first value.
    case changePercent = "change-percent"
    /// The last value over the first.
    case ratio
    /// The average annual rate of growth, by a definition.
    case annualRate = "annual-rate"
    /// ln 2 over the log rate; negative where the series halves.
    case doublingTime = "doubling-time"
    /// The value as a percentage of another: of a population, of a group, of both sexes.
    case share
    /// The place among all countries and areas, the largest first.
    case rank
    /// The last value where the first is 100.
    case index
    /// The value of a year ahead, by a model.
    case forecast

    /// Whether it runs from one year to another.
    public var isOverSpan: Bool {
      switch self {
      case .change, .changePercent, .ratio, .annualRate, .doublingTime, .index: true
      case .level, .share, .rank, .forecast: false
      }
    }
  }

  /// A further column's name and value.
  public struct Key: Codable, Sendable, Hashable {
    /// The column.
    public let name: String
    /// The value.
    public let value: String
  }

  /// Data by name and digest.
  public struct Data: Codable, Sendable, Hashable {
    /// The id of a data set, or the name of a file.
    public let name: String
    /// `sha256:` and the digest of its bytes in hexadecimal.
    public let digest: String
    /// What the reader of a file was told, by the names of the command line's options; nil where it was
    /// told nothing.
    public let told: [String: [String]]?

    init(name: String, digest: String, told: [String: [String]]? = nil) {
      (self.name, self.digest, self.told) = (name, digest, told)
    }
  }

  /// What the value is a share of: the same area in other data, another area, or other keys.
  public struct Whole: Codable, Sendable, Hashable {
    /// The other data set; nil for the same.
    public let data: Data?
    /// The other area; nil for the same.
    public let area: String?
    /// The other keys; nil for the same.
    public let keys: [Key]?
  }

  /// The data.
  public let data: Data
  /// The area: its code, or its name where it has none.
  public let area: String
  /// The values of the further columns.
  public let keys: [Key]
  /// The vintage; nil where the data name none.
  public let vintage: String?
  /// What is done.
  public let operation: Operation
  /// The year, or the first and the last.
  public let years: [Int]
  /// The definition of an annual rate.
  public let definition: String?
  /// `published`, or `matched` for like for like.
  public let basis: String
  /// How a year between two observations is made; nil where it is not.
  public let interpolation: String?
  /// What a share is of.
  public let whole: Whole?
  /// The model of a forecast.
  public let model: String?

  /// `stat:` and the first 12 hexadecimal digits of the SHA-256 of the canonical JSON: keys in
  /// alphabetical order, no spaces, absent members left out.
  public var id: String {
    "stat:" + String(SHA256.hash(data: canonicalJSON).hexadecimal.prefix(12))
  }

  /// The bytes that the id is the digest of.
  var canonicalJSON: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) } ?? []
  }

  /// The recipe with the digests of other data.
  func on(_ digests: [String: String]) -> Recipe {
    func renewed(_ data: Data) -> Data {
      Data(name: data.name, digest: digests[data.name] ?? data.digest, told: data.told)
    }
    return Recipe(
      data: renewed(data), area: area, keys: keys, vintage: vintage, operation: operation,
      years: years, definition: definition, basis: basis, interpolation: interpolation,
      whole: whole.map { whole in
        Whole(data: whole.data.map(renewed), area: whole.area, keys: whole.keys)
      }, model: model)
  }
}

extension Digest {
  /// The digest in hexadecimal.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
