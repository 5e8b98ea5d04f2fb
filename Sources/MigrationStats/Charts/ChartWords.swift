/// The alternative text of a chart: what is shown, then as many of its figures as there is room for.
struct ChartWords {
  /// The text, under 600 characters.
  let text: String

  static let limit = 600

  init(_ draft: ChartDraft, _ figures: [Figure]) {
    let head = Self.cut("\(draft.kind): \(draft.title).", to: 240)
    let remarks = draft.remarks.map { Self.cut($0, to: 160) }
    var sentences: [String] = []
    var used = head.count
    // What limits the reading comes last but is reserved first.
    var kept: [String] = []
    for remark in remarks where used + remark.count + 1 < Self.limit - 120 {
      kept.append(remark)
      used += remark.count + 1
    }
    for figure in figures {
      let sentence = figure.sentence.text
      guard used + sentence.count + 1 < Self.limit else { continue }
      sentences.append(sentence)
      used += sentence.count + 1
    }
    text = ([head] + sentences + kept).joined(separator: " ")
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}
