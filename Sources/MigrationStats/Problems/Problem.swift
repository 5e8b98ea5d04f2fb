/// Something that went wrong, told so that a person can mend it: what, where and how.
///
/// ```swift
/// do {
///   _ = try Table(contentsOf: URL(filePath: "examples/my.cvs"))
/// } catch let problem as any Problem {
///   print(problem.summary)  // there is no such file
///   print(problem.remedy ?? "")  // Did you mean ‘my.csv’?
/// }
/// ```
///
/// Every stage throws one error type of its own that conforms to this protocol, so that whoever
/// catches it at the edge prints all of them alike.
public protocol Problem: Error, CustomStringConvertible {
  /// What is wrong, in one clause without a full stop, quoting the offending text.
  var summary: String { get }
  /// Where it is wrong, as far as it is known.
  var position: Position { get }
  /// How to mend it, as a sentence.
  var remedy: String? { get }
}

extension Problem {
  /// The place and the summary, such as `stock.csv:14, column ‘2015’: ‘..’ is not a number`.
  public var description: String {
    let place = position.description
    return place.isEmpty ? summary : "\(place): \(summary)"
  }
}
