/// How wide text is, without asking a font.
///
/// The advance widths are the largest of three common sans-serif families (DejaVu Sans, Liberation
/// Sans, Noto Sans), in thousandths of the size, so that what is set apart here is apart everywhere.
enum TextMetrics {
  /// The width of a text in pixels.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let units = text.unicodeScalars.reduce(0) { $0 + advance($1) }
    return Double(units) / 1000 * size * (isBold ? 1.12 : 1)
  }

  /// A text in lines that are no wider than a width; a word that is wider is parted.
  static func wrapped(
    _ text: String, size: Double, isBold: Bool = false, width: Double
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if Self.width(longer, size: size, isBold: isBold) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, Self.width(line + String(character), size: size, isBold: isBold) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A text cut to a number of lines, the last of which then ends in an ellipsis.
  static func wrapped(
    _ text: String, size: Double, width: Double, lines count: Int
  ) -> [String] {
    let lines = wrapped(text, size: size, width: width)
    guard lines.count > count else { return lines }
    var last = lines[count - 1]
    while !last.isEmpty, Self.width(last + "…", size: size) > width { last.removeLast() }
    return lines.prefix(count - 1) + [last + "…"]
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    switch value {
    case 0x20...0x7E: return printable[value - 0x20]
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F, 0x202A...0x202E: return 0
    case 0xA0, 0x2009, 0x202F: return 318
    case 0x2013: return 500
    case 0x2018, 0x2019: return 318
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .uppercaseLetter: return value < 0x250 ? 800 : 1000
    case .lowercaseLetter: return value < 0x250 ? 640 : 820
    default: return value < 0x2E80 ? 1000 : 1300
    }
  }

  private static let printable = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 551, 838, 318, 361, 318, 372, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 339, 500, 667, 557, 907, 760, 787, 667, 787, 722, 667, 611, 732, 684, 989, 685,
    667, 685, 390, 372, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 413, 521, 392, 634, 592, 818, 592, 592, 525, 636, 551, 636, 838,
  ]
}
