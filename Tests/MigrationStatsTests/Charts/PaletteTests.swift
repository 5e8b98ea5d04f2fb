import Testing

@testable import MigrationStats

@Suite("Colours")
struct PaletteTests {
  @Test("of series stand out from the ground, those of text can be read")
  func contrast() {
    for colour in Palette.series {
      #expect(colour.contrast(with: Palette.ground) >= 3, "\(colour.text)")
    }
    for text in [Palette.ink, Palette.note] {
      #expect(text.contrast(with: Palette.ground) >= 7, "\(text.text)")
    }
    for index in Palette.series.indices {
      #expect(Palette.labelColour(.series(index)).contrast(with: Palette.ground) >= 4.5)
    }
    #expect(Palette.rule.contrast(with: Palette.ground) >= 3)
    #expect(Palette.focus.contrast(with: Palette.context) >= 3)
  }

  /// Dichromatic vision by the matrices of Machado, Oliveira and Fernandes (IEEE TVCG 15, 2009,
  /// doi:10.1109/TVCG.2009.113), severity 1, on linear sRGB.
  static let visions: [(name: String, matrix: [Double])] = [
    ("full", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
    (
      "protanopia",
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    ),
    (
      "deuteranopia",
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    ),
    (
      "tritanopia",
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    ),
  ]

  // A difference of 2.3 in CIE L*a*b* is just noticeable (Mahy, Van Eycken and Oosterlinck, Color
  // Research & Application 19, 1994): twice that is seen without looking for it.
  @Test("of series are told apart by all eyes", arguments: visions.indices)
  func distance(index: Int) {
    let seen = Palette.series.map { Self.lab($0, Self.visions[index].matrix) }
    for one in seen.indices {
      for other in seen.indices where one < other {
        let distance = zip(seen[one], seen[other]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          .squareRoot()
        #expect(
          distance >= 4.6,
          "\(Palette.series[one].text) and \(Palette.series[other].text), \(Self.visions[index].name)"
        )
      }
    }
  }

  /// CIE L*a*b* (D65) of a colour as seen through a matrix.
  private static func lab(_ colour: Colour, _ matrix: [Double]) -> [Double] {
    let linear = [colour.red, colour.green, colour.blue].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : Numerics.pow((share + 0.055) / 1.055, 2.4)
    }
    func product(_ matrix: [Double], _ vector: [Double]) -> [Double] {
      (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[3 * row + $1] * vector[$1] } }
    }
    let seen = product(matrix, linear).map { min(max($0, 0), 1) }
    let xyz = product(
      [
        0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920,
        0.9503041,
      ],
      seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
      let t = value / white
      return t > 216.0 / 24389 ? Numerics.pow(t, 1.0 / 3) : (24389.0 / 27 * t + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }
}
