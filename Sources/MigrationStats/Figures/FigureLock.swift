#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the figures of a text were when it was written: `figures.lock.json` beside the text.
///
/// With it the numbers can be made again after the data have been revised, and told apart: what
/// moved, from what to what, and why.
///
/// ```swift
/// var lock = FigureLock()
/// lock.add(figure)
/// print(lock.figures.count, FigureLock.path(beside: "texts/briefing.md"))
/// // 1 texts/figures.lock.json
/// let movements = lock.movements(in: &holdings)
/// print(movements[0].reason)  // unchanged
/// ```
public struct FigureLock: Codable, Sendable, Hashable {
  /// A figure as it was.
  public struct Entry: Codable, Sendable, Hashable {
    /// How it is made.
    public let recipe: Recipe
    /// Its value.
    public let value: Double
    /// What the value counts.
    public let unit: String
    /// The number as printed.
    public let display: String
    /// How it was rounded.
    public let rounding: Rounding
    /// The vintage; nil where the data name none.
    public let vintage: String?
    /// The flags of its caveats, each once, in alphabetical order.
    public let caveats: [String]

    /// A figure as it is now.
    public init(_ figure: Figure) {
      recipe = figure.recipe
      value = figure.value
      unit = figure.unit
      display = figure.display
      rounding = figure.rounding
      vintage = figure.provenance.vintage
      caveats = Set(figure.caveats.map(\.kind)).sorted()
    }
  }

  /// The version of the form.
  public let version: Int
  /// The figures by id.
  public private(set) var figures: [String: Entry]

  /// The version that is written.
  static let current = 1

  /// A lock without figures.
  public init() {
    version = Self.current
    figures = [:]
  }

  /// The lock that lies beside a text.
  public static func path(beside text: String) -> String {
    guard let slash = text.lastIndex(of: "/") else { return "figures.lock.json" }
    return "\(text[...slash])figures.lock.json"
  }

  /// A lock as it was written.
  ///
  /// - Throws: `FigureError` (`malformed`) where it is no lock, of a newer version, or holds a recipe
  ///   under an id that is not its own.
  public init(_ bytes: [UInt8], name: String) throws(FigureError) {
    struct Head: Decodable { let version: Int }
    let place = Position(file: name)
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(bytes)) else {
      throw FigureError(
        .malformed, "it is not a lock of figures", at: place,
        remedy: "Restore the file, or remove it and bind the numbers anew: stats check --bind.")
    }
    guard head.version == Self.current else {
      throw FigureError(
        .malformed,
        "the lock is of version \(head.version), and this program knows version \(Self.current)",
        at: place, remedy: "Use the newer program that wrote it.")
    }
    do {
      self = try JSONDecoder().decode(FigureLock.self, from: Data(bytes))
    } catch {
      throw FigureError(
        .malformed, "the lock cannot be read: a figure lacks a member or has one of another type",
        at: place, remedy: "Restore the file, or remove it and bind the numbers anew.")
    }
    for (id, entry) in figures.sorted(by: { $0.key < $1.key }) where entry.recipe.id != id {
      throw FigureError(
        .malformed, "the recipe under \(id) is that of \(entry.recipe.id)", at: place,
        remedy: "The file was edited by hand: restore it, or bind the numbers anew.")
    }
  }

  /// The lock with one more figure.
  public mutating func add(_ figure: Figure) { figures[figure.id] = Entry(figure) }

  /// Keeps only the figures of some ids.
  ///
  /// ```swift
  /// lock.keep([])
  /// print(lock.figures.isEmpty)  // true
  /// ```
  public mutating func keep(_ ids: Set<String>) {
    figures = figures.filter { ids.contains($0.key) }
  }

  /// The lock as JSON, its members in alphabetical order.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
  }
}

/// What became of a figure since it was locked.
public struct Movement: Sendable {
  /// Why a figure moved.
  public enum Reason: String, Sendable, Hashable {
    /// The data are the same to the byte, or other rows were revised.
    case unchanged
    /// The rows that it is made from were revised.
    case revision
    /// A break is known now that was not.
    case breakInSeries = "break"
    /// The coverage changed.
    case coverage
    /// It cannot be made any more.
    case gone
  }

  /// The id in the text.
  public let id: String
  /// The figure as it was.
  public let entry: FigureLock.Entry
  /// The figure as it is now; nil where it cannot be made.
  public let figure: Figure?
  /// Why it cannot be made.
  public let problem: String?
  /// What became of it.
  public let reason: Reason
}

extension FigureLock {
  /// Each figure made again on the data held now, by id.
  public func movements(in holdings: inout Holdings) -> [Movement] {
    figures.sorted { $0.key < $1.key }.map { id, entry in
      do {
        let figure = try holdings.figure(entry.recipe)
        return Movement(
          id: id, entry: entry, figure: figure, problem: nil, reason: Self.reason(entry, figure))
      } catch {
        let words = (error as? any Problem)?.description ?? "\(error)"
        return Movement(id: id, entry: entry, figure: nil, problem: words, reason: .gone)
      }
    }
  }

  private static func reason(_ entry: Entry, _ figure: Figure) -> Movement.Reason {
    let now = Set(figure.caveats.map(\.kind))
    let new = now.subtracting(entry.caveats)
    if new.contains("break") { return .breakInSeries }
    if new.contains("coverage") { return .coverage }
    return figure.value == entry.value ? .unchanged : .revision
  }
}
