/// A stretch of time as headers and cells write it: a year, a span of years, or a part of a year.
struct Period: Sendable, Hashable {
  /// How long it is.
  enum Length: Sendable, Hashable {
    /// One year.
    case year
    /// The years from the given one to the period's year.
    case span(from: Int)
    /// One of two, four or twelve parts of the year, from 1.
    case half(Int), quarter(Int), month(Int)
  }

  /// The year; of a span the last.
  let year: Int
  /// How long it is.
  var length = Length.year

  /// The span as it is written to be read again: `1990-1995`; nil where it is none.
  var span: String? {
    if case .span(let first) = length { "\(first)-\(year)" } else { nil }
  }

  /// The further column that tells parts of a year apart, and which part it is; nil for whole years.
  var part: (name: String, value: String)? {
    switch length {
    case .year, .span: nil
    case .half(let number): ("half", "H\(number)")
    case .quarter(let number): ("quarter", "Q\(number)")
    case .month(let number): ("month", "\(number < 10 ? "0" : "")\(number)")
    }
  }
}

/// The ways in which publishers write a period.
///
/// ```
/// 1990            1990 [YR1990]    YR1990
/// 1990-1995       1990–1995        1990/91      1990-95
/// 2015-Q1         2015Q1           Q1 2015
/// 2015-S1         2015-H1
/// 2015-03         2015M03          Mar 2015
/// ```
enum PeriodText {
  /// What a text may be: nothing, one period, or two where it is a month and a span alike.
  ///
  /// `2005-10` may be October 2005 or the years from 2005 to 2010: the other periods of its file
  /// decide.
  static func readings(of text: String) -> [Period] {
    if let year = YearText.year(in: text) { return [Period(year: year)] }
    let text = text.filter { $0 != "\u{A0}" }
    guard text.utf8.count <= 24, text.contains(where: \.isNumber) else { return [] }
    let (head, tail) = parted(text)
    guard let head, let tail else { return [] }
    if let year = YearText.year(in: head) { return readings(year: year, tail) }
    // `Q1 2015`, `Mar 2015`
    if let year = YearText.year(in: tail.text), tail.separator == " " || tail.separator == "-",
      let part = part(head)
    {
      return [Period(year: year, length: part)]
    }
    return []
  }

  /// Whether a text is a period.
  static func isPeriod(_ text: String) -> Bool { !readings(of: text).isEmpty }

  private typealias Tail = (separator: String, text: String)

  /// A text parted behind its first four digits, or before its last four.
  private static func parted(_ text: String) -> (String?, Tail?) {
    let separators = ["-", "–", "—", "/", " to ", " - ", " – ", " ", ":"]
    let isFirst = text.prefix(4).allSatisfy(\.isNumber)
    let year = isFirst ? text.prefix(4) : text.suffix(4)
    let rest = isFirst ? text.dropFirst(4) : text.dropLast(4)
    guard !rest.isEmpty else { return (nil, nil) }
    let found = separators.sorted { $0.count > $1.count }.first {
      isFirst ? rest.hasPrefix($0) : rest.hasSuffix($0)
    }
    if isFirst {
      return (String(year), (found ?? "", String(rest.dropFirst((found ?? "").count))))
    }
    return (String(rest.dropLast((found ?? "").count)), (found ?? "", String(year)))
  }

  private static func readings(year: Int, _ tail: Tail) -> [Period] {
    let digits = tail.text.allSatisfy { $0.isASCII && $0.isNumber }
    if let part = part(tail.text), tail.separator.count <= 1, tail.separator != "/" {
      return [Period(year: year, length: part)]
    }
    guard digits, !tail.separator.isEmpty, tail.separator != " ", tail.separator != ":" else {
      return []
    }
    if let last = YearText.year(in: tail.text) {
      return year < last && last - year <= 200
        ? [Period(year: last, length: .span(from: year))] : []
    }
    guard tail.text.count == 2, let number = Int(tail.text) else { return [] }
    var found: [Period] = []
    let last = year - year % 100 + number + (number <= year % 100 ? 100 : 0)
    // With a slash only one year and the next are written: `1990/91`.
    if last - year <= (tail.separator == "/" ? 1 : 30) {
      found.append(Period(year: last, length: .span(from: year)))
    }
    if tail.separator == "-", (1...12).contains(number) {
      found.append(Period(year: year, length: .month(number)))
    }
    return found
  }

  /// `Q1`, `S2`, `H2`, `M03`, `Mar`.
  private static func part(_ text: String) -> Period.Length? {
    let lowered = text.lowercased()
    guard let letter = lowered.first else { return nil }
    if let month = months.firstIndex(where: { lowered == $0 || lowered == $0.prefix(3) }) {
      return .month(month + 1)
    }
    let digits = lowered.dropFirst()
    guard digits.count <= 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits)
    else { return nil }
    switch letter {
    case "q" where (1...4).contains(number) && digits.count == 1: return .quarter(number)
    case "s" where (1...2).contains(number) && digits.count == 1,
      "h" where (1...2).contains(number) && digits.count == 1:
      return .half(number)
    case "m" where (1...12).contains(number): return .month(number)
    default: return nil
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

/// The periods of one header or one column, each read as all of them together allow.
struct Periods: Sendable {
  /// A text that may be a month or a span, where nothing decides.
  struct Ambiguity: Error {
    /// The text.
    let text: String
    /// The month and the span that it may be.
    let month: Period
    /// The span.
    let span: Period
  }

  private let found: [String: Period]

  /// Reads the texts of periods; others among them are not read.
  ///
  /// - Throws: `Ambiguity` where all of them may be months and spans alike.
  init(_ texts: some Sequence<String>) throws(Ambiguity) {
    var (found, open) = ([String: Period](), [(text: String, readings: [Period])]())
    var (hasMonth, hasSpan) = (false, false)
    for text in texts where found[text] == nil {
      let readings = PeriodText.readings(of: text)
      guard let first = readings.first else { continue }
      if readings.count > 1 {
        open.append((text, readings))
        continue
      }
      found[text] = first
      if case .month = first.length { hasMonth = true }
      // A span of four digits a year says nothing of what two digits are.
      if first.span != nil, text.filter(\.isNumber).count == 6 { hasSpan = true }
    }
    for (text, readings) in open {
      guard hasMonth != hasSpan else {
        throw Ambiguity(text: text, month: readings[1], span: readings[0])
      }
      found[text] = readings[hasSpan ? 0 : 1]
    }
    self.found = found
  }

  /// The kinds of parts of the year that occur: `quarter`, `month`, `half`.
  var partNames: [String] { Set(found.values.compactMap(\.part?.name)).sorted() }

  /// The period that a text is; nil where it is none.
  subscript(text: String) -> Period? { found[text] }
}
