import Foundation
import Testing

/// A CSV file of the fixtures without quotes: a header, then rows of as many cells.
///
/// It is read without the library's parser, so that neither vouches for the other.
struct Fixture {
  let header: [String]
  let rows: [[String]]

  /// Reads a file of the folder of fixtures.
  init(_ name: String) throws {
    let text = try String(contentsOfFile: "\(Project.fixtures)/\(name)", encoding: .utf8)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let isRectangular = lines.allSatisfy { $0.count == header.count }
    try #require(isRectangular, "\(name) has rows of different lengths")
    self.header = header
    rows = Array(lines.dropFirst())
  }

  /// The numbers of a column.
  func numbers(_ column: Int) throws -> [Double] {
    try rows.map { try #require(Double($0[column])) }
  }
}
