/// A colour in sRGB.
struct Colour: Sendable, Hashable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(_ hexadecimal: UInt32) {
    red = UInt8(hexadecimal >> 16 & 0xFF)
    green = UInt8(hexadecimal >> 8 & 0xFF)
    blue = UInt8(hexadecimal & 0xFF)
  }

  /// As it is written in SVG: `#12436D`.
  var text: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The relative luminance by WCAG 2.2, from 0 for black to 1 for white.
  var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : Numerics.pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast with another colour by WCAG 2.2, from 1 to 21.
  func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }
}

/// The colours of charts: the palette of the United Kingdom's Government Analysis Function, made to be
/// told apart by people who see colours differently and to print.
///
/// Source: <https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/>.
enum Palette {
  /// Those of series, in their order.
  static let series = [
    Colour(0x12436D), Colour(0x28A197), Colour(0x801650), Colour(0xF46A25), Colour(0x3D3D3D),
    Colour(0xA285D1),
  ]
  /// That of the one series which matters.
  static let focus = Colour(0x12436D)
  /// That of those which do not.
  static let context = Colour(0xBFBFBF)
  /// That of titles and labels.
  static let ink = Colour(0x1A1A1A)
  /// That of units, notes and sources.
  static let note = Colour(0x3D3D3D)
  /// That of axes and rules.
  static let rule = Colour(0x6B6B6B)
  /// That of lines behind the marks.
  static let grid = Colour(0xE0E0E0)
  /// The ground.
  static let ground = Colour(0xFFFFFF)

  static func colour(_ ink: Layer.Ink) -> Colour {
    switch ink {
    case .series(let index): series[index % series.count]
    case .focus: focus
    case .context: context
    case .plain: rule
    }
  }

  /// The colour of a series' name: its own where that can be read, otherwise that of labels.
  static func labelColour(_ ink: Layer.Ink) -> Colour {
    let own = colour(ink)
    return own.contrast(with: ground) >= 4.5 ? own : Palette.ink
  }
}
