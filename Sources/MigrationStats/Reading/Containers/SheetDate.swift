/// The days of a workbook, which counts them from 1900 or from 1904.
struct SheetDate {
  /// Whether the count begins in 1904, as in workbooks from older Macs.
  let countsFrom1904: Bool

  /// The day of a number as text: `2019-07-01`, `2019-07` or `2019`; nil where there is no such day.
  ///
  /// In the count from 1900, day 60 is 29 February 1900, which never was (ECMA-376, part 1, 18.17.4.1).
  func text(_ number: Double, showing kind: CellFormats.Kind) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    let day = Int(number)
    if !countsFrom1904, day == 60 || day == 0 { return nil }
    // Days from 1 March of the year 0 on (Howard Hinnant, days_from_civil): 1900-01-01 is 693901.
    let epoch = countsFrom1904 ? 695_361 : day < 60 ? 693_900 : 693_899
    let date = Self.civil(epoch + day)
    let month = "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))"
    switch kind {
    case .year: return Self.padded(date.year, 4)
    case .month: return month
    case .date: return "\(month)-\(Self.padded(date.day, 2))"
    case .plain, .percent: return nil
    }
  }

  /// The date of a day counted from 1 March of the year 0.
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let era = day / 146_097
    let ofEra = day - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
