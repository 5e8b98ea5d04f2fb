import Foundation
import MigrationStats
import Testing

extension Example {
  /// The examples of the comments on briefings.
  static let briefings: [Example] = [
    Example("Sources/MigrationStats/Briefings/BriefingCheck.swift") { print in
      let holdings = try Holdings.all(of: Catalog(folder: "datasets"))
      let check = BriefingCheck("Canada had 7.96 million migrants in 2019.", against: holdings)
      print(check.findings[0].verdict)  // confirmedRounded
    },
    Example("Sources/MigrationStats/Briefings/Briefing.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let bytes = Array("Canada: {{ migrant-stock CAN }} people.\n".utf8)

      let template = try BriefingTemplate(bytes, name: "template.md")
      let briefing = try template.filled(
        lock: nil, renewed: { try holdings.figure($0) },
        { try holdings.figure(FigureRequest($0.words[0], area: $0.words[1], of: .level)) })
      print(briefing.markdown().isEmpty)  // false
      let page = briefing.page()  // one HTML page

      #expect(page != nil)
    },
  ]
}
