extension Drawing {
  /// The picture as SVG 1.1: text as text, no style sheet, no script, the same bytes on any machine.
  ///
  /// - Parameters:
  ///   - title: what a screen reader says first.
  ///   - description: what it says then.
  func svg(title: String, description: String) -> String {
    let size = "\(Self.number(width)) \(Self.number(height))"
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.number(width))" \
      height="\(Self.number(height))" viewBox="0 0 \(size)" role="img" \
      font-family="sans-serif" font-size="12">
      <title>\(Self.escaped(title))</title>
      <desc>\(Self.escaped(description))</desc>
      <rect width="100%" height="100%" fill="\(Palette.ground.text)"/>

      """
    for shape in shapes { Self.write(shape, to: &text) }
    return text + "</svg>\n"
  }

  /// - Parameter mark: what the shape stands for, where it is a mark of data; programs that compare
  ///   pictures read it.
  private static func write(_ shape: Shape, mark: String? = nil, to text: inout String) {
    let mark = mark.map { " data-mark=\"\($0)\"" } ?? ""
    switch shape {
    case .line(let places, let pen):
      text += "<path\(mark) d=\"\(line(places))\" fill=\"none\"\(attributes(pen))/>\n"
    case .area(let places, let colour, let opacity):
      text += "<path\(mark) d=\"\(line(places))Z\"\(filled(colour, opacity))/>\n"
    case .path(let commands, let colour, let opacity):
      text += "<path\(mark) d=\"\(commands)\"\(filled(colour, opacity))/>\n"
    case .circle(let centre, let radius, let fill, let pen):
      text +=
        "<circle\(mark) cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(radius))\" "
        + "fill=\"\(fill.text)\"\(attributes(pen))/>\n"
    case .rectangle(let box, let colour):
      text +=
        "<rect\(mark) x=\"\(number(box.left))\" y=\"\(number(box.top))\" width=\"\(number(box.width))\" "
        + "height=\"\(number(box.height))\" fill=\"\(colour.text)\"/>\n"
    case .text(let lettering): write(lettering, to: &text)
    case .group(let name, let attributes, let shapes):
      let further = attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
      text += "<g class=\"\(escaped(name))\"\(further)>\n"
      for shape in shapes { write(shape, mark: markOf(name), to: &text) }
      text += "</g>\n"
    }
  }

  /// The mark that the shapes of a group are: `line` of `mark line dashed`; nil for other groups.
  private static func markOf(_ name: String) -> String? {
    let words = name.split(separator: " ")
    return words.count > 1 && words[0] == "mark" ? String(words[1]) : nil
  }

  private static func write(_ lettering: Lettering, to text: inout String) {
    text += "<text x=\"\(number(lettering.at.x))\" y=\"\(number(lettering.at.y))\""
    if lettering.size != 12 { text += " font-size=\"\(number(lettering.size))\"" }
    if lettering.isBold { text += " font-weight=\"bold\"" }
    if lettering.anchor != .start { text += " text-anchor=\"\(lettering.anchor.rawValue)\"" }
    text += " fill=\"\(lettering.colour.text)\""
    if lettering.hasRim {
      text +=
        " stroke=\"\(Palette.ground.text)\" stroke-width=\"3\" stroke-linejoin=\"round\" "
        + "paint-order=\"stroke\""
    }
    text += ">\(escaped(lettering.text))</text>\n"
  }

  private static func attributes(_ pen: Pen) -> String {
    var text = " stroke=\"\(pen.colour.text)\" stroke-width=\"\(number(pen.width))\""
    if !pen.dashes.isEmpty {
      text += " stroke-dasharray=\"\(pen.dashes.map(number).joined(separator: " "))\""
    } else if pen.width > 1 {
      text += " stroke-linejoin=\"round\" stroke-linecap=\"round\""
    }
    return text
  }

  private static func filled(_ colour: Colour, _ opacity: Double) -> String {
    " fill=\"\(colour.text)\"" + (opacity < 1 ? " fill-opacity=\"\(number(opacity))\"" : "")
  }

  private static func line(_ places: [Pixel]) -> String {
    places.enumerated().map { index, place in
      "\(index == 0 ? "M" : "L")\(number(place.x)) \(number(place.y))"
    }.joined()
  }

  /// A length with at most two decimals.
  static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    let whole = Int(hundredths)
    let sign = whole < 0 ? "-" : ""
    let (units, rest) = abs(whole).quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return units == 0 ? "0" : "\(sign)\(units)" }
    return rest % 10 == 0
      ? "\(sign)\(units).\(rest / 10)"
      : "\(sign)\(units).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A text for XML: its signs escaped, and what XML has no place for left out.
  static func escaped(_ text: String) -> String {
    let allowed = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    return Markup.html(String(String.UnicodeScalarView(allowed)))
  }
}
