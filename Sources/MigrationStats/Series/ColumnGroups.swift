/// What the labels of a header of two lines say of the columns under them.
struct ColumnGroups {
  /// The groups by their labels.
  let groups: [String: Layout.ColumnGroup]

  /// Reads the labels of one header.
  ///
  /// Where every label has a sex of its own, they are told apart by it, and what is left of each is
  /// what is measured; otherwise each label is.
  init(_ labels: [String]) {
    let labels = orderedUnique(labels.filter { !$0.isEmpty }.map(\.self))
    let parted = labels.map { Self.parted(Self.withoutMark($0)) }
    let sexes = parted.compactMap(\.sex)
    let isBySex = labels.count > 1 && sexes.count == labels.count && Set(sexes).count == sexes.count
    let rests = Set(parted.map(\.rest))
    groups = Dictionary(
      uniqueKeysWithValues: zip(labels, parted).map { label, parts in
        let whole = Self.withoutMark(label)
        return (
          label,
          isBySex
            ? Layout.ColumnGroup(quantity: rests.count == 1 ? parts.rest : whole, sex: parts.sex)
            : Layout.ColumnGroup(quantity: whole, sex: nil)
        )
      })
  }

  /// The label without the mark of a footnote: `(thousands)g`, `(a)`.
  private static func withoutMark(_ label: String) -> String {
    var text = label
    if let close = text.lastIndex(of: ")"), close != text.indices.last {
      let mark = text[text.index(after: close)...]
      if mark.count <= 2, mark.allSatisfy({ $0.isLetter || $0.isNumber }) {
        text.removeSubrange(mark.startIndex...)
      }
    }
    return text
  }

  /// The words for a sex, the longer before those that they contain.
  private static let words: [(word: String, sex: String)] = [
    ("of both sexes", "both"), ("both sexes", "both"), ("both", "both"), ("total", "both"),
    ("females", "female"), ("female", "female"), ("women", "female"), ("males", "male"),
    ("male", "male"), ("men", "male"),
  ]

  /// The sex in a label, and the label without it.
  ///
  /// ‘Total’ is a sex only as a whole label or in parentheses: ‘Total male population’ is of men.
  private static func parted(_ label: String) -> (sex: String?, rest: String) {
    let words = label.split(separator: " ").map(String.init)
    for (word, sex) in Self.words {
      let wanted = word.split(separator: " ").map(String.init)
      guard wanted.count <= words.count else { continue }
      for start in 0...(words.count - wanted.count) {
        let found = words[start..<start + wanted.count].joined(separator: " ").lowercased()
        let isWhole = found == word && (word != "total" || words.count == 1)
        guard isWhole || found == "(\(word))" else { continue }
        let rest = words[..<start] + words[(start + wanted.count)...]
        return (sex, rest.joined(separator: " "))
      }
    }
    return (nil, label)
  }
}
