/// Text as it stands in Markdown and HTML without being taken for their own signs.
enum Markup {
  /// A text in which Markdown finds nothing to set, on one line.
  static func markdown(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", "*", "_", "`", "<", "[", "]", "|": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// A text for the body or an attribute of HTML.
  static func html(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
