import Foundation
import Testing

/// The Swift code of a page of the documentation, word for word, with what it needs around it.
struct Example: Sendable, CustomTestStringConvertible {
  /// The page, from the package's folder: an article, or a source file with comments.
  let page: String
  /// The file in which the code stands here.
  let file: String
  /// The code; what it prints goes to the printer.
  let body: @Sendable (Printer) throws -> Void

  init(
    _ page: String, file: String = #filePath,
    _ body: @escaping @Sendable (_ print: Printer) throws -> Void
  ) {
    (self.page, self.file, self.body) = (page, file, body)
  }

  var testDescription: String { page }

  /// Keeps what an example prints.
  final class Printer {
    private(set) var lines: [String] = []

    func callAsFunction(_ items: Any...) {
      let text = items.map { String(describing: $0) }.joined(separator: " ")
      lines += text.components(separatedBy: "\n")
    }
  }
}

/// The blocks of code of a page, without the imports, which stand at the head of the examples.
struct CodeBlocks {
  /// The blocks, each as its lines without the space before them.
  let blocks: [[String]]

  /// The blocks fenced with `swift`, in Markdown or in comments on declarations.
  init(page: String) throws {
    let text = try String(contentsOfFile: Project.root + "/" + page, encoding: .utf8)
    var (found, block): ([[String]], [String]?) = ([], nil)
    for line in text.components(separatedBy: "\n") {
      var line = line.trimmingCharacters(in: .whitespaces)
      if page.hasSuffix(".swift") {
        guard line.hasPrefix("///") else { continue }
        line = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
      }
      if line == "```swift" {
        block = []
      } else if line.hasPrefix("import ") {
        continue
      } else if line == "```", let whole = block {
        found.append(Array(whole.drop { $0.isEmpty }))
        block = nil
      } else {
        block?.append(line)
      }
    }
    blocks = found
  }

  /// What the page says that its code prints: the comments behind and below each `print`.
  ///
  /// A line without one is missing, as an empty string.
  var outputs: [String] {
    var lines: [String] = []
    for block in blocks {
      var (isPrinting, hasOutput) = (false, true)
      for line in block {
        if line.hasPrefix("print(") {
          if !hasOutput { lines.append("") }
          isPrinting = true
          let comment = line.range(of: "  // ")
          hasOutput = comment != nil
          if let comment { lines.append(String(line[comment.upperBound...])) }
        } else if isPrinting, line.hasPrefix("// ") {
          hasOutput = true
          lines.append(String(line.dropFirst(3)))
        } else if line != "}" {
          isPrinting = false
        }
      }
      if !hasOutput { lines.append("") }
    }
    return lines
  }

  /// Whether a line is what a page says, where … stands for digits and words left out.
  static func matches(_ line: String, _ said: String) -> Bool {
    let parts = said.components(separatedBy: "…")
    guard parts.contains(where: { !$0.isEmpty }) else { return false }
    var rest = line[...]
    for (index, part) in parts.enumerated() {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(part)
      } else {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty
  }
}
