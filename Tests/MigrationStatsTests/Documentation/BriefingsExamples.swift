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

      let checker = BriefingChecker(holdings)
      for number in ["7.96", "9.2"] {
        let text = "Canada had \(number) million migrants in 2019."
        print(number, BriefingCheck(text, with: checker).findings[0].verdict)
      }
      // 7.96 confirmedRounded
      // 9.2 off
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
    Example("Sources/MigrationStats/Briefings/BriefingPage.swift") { print in
      var holdings = Holdings(try Catalog(folder: "datasets"))
      let template = try BriefingTemplate(
        Array("Canada: {{ migrant-stock CAN }} people.\n".utf8), name: "template.md")
      let briefing = try template.filled(
        lock: nil, renewed: { try holdings.figure($0) },
        { try holdings.figure(FigureRequest($0.words[0], area: $0.words[1], of: .level)) })

      let page = briefing.page()
      print(page.map { BriefingPage.isOwn($0.text.utf8) } ?? false, page?.omissions ?? 0)
      // true 0
    },
    Example("Sources/MigrationStats/Briefings/BriefingTemplate.swift") { print in
      let text = "Canada had {{ migrant-stock CAN --years 2019 }} migrants in 2019."
      let template = try BriefingTemplate(Array(text.utf8), name: "template.md")
      print(template.placeholders[0].words)  // ["migrant-stock", "CAN", "--years", "2019"]
    },
    Example("Sources/MigrationStats/Briefings/MarkedNumbers.swift") { print in
      var holdings = try Holdings.all(of: Catalog(folder: "datasets"))
      let checker = BriefingChecker(holdings)
      var lock = FigureLock()
      lock.add(
        try holdings.figure(
          FigureRequest("migrant-stock", area: "Canada", of: .level, years: 2019...2019)))

      let text = "In 2019 Canada had <!--stat:5b56f9cf53b5-->9 million<!--/stat--> migrants."
      let check = try checker.check(Array(text.utf8), name: "a.md", lock: lock, holdings: &holdings)
      print(check.findings[0].verdict, check.findings[0].value ?? .nan)  // off 7960657.0

      let plain = "In 2019 Canada had 7.96 million migrants."
      let found = BriefingCheck(plain, with: checker)
      let bindings = checker.bindings(found, in: Array(plain.utf8), holdings: &holdings)
      print(String(decoding: BriefingChecker.edited(Array(plain.utf8), bindings), as: UTF8.self))
      // In 2019 Canada had <!--stat:5b56f9cf53b5-->7.96 million<!--/stat--> migrants.

      let mendings = try checker.mendings(
        in: Array(text.utf8), name: "a.md", lock: lock, holdings: &holdings)
      print(mendings[0].before, "→", mendings[0].after)
      // 9 million → <!--stat:5b56f9cf53b5-->7.96 million<!--/stat-->
    },
    Example("Sources/MigrationStats/Reports/BriefingCheck+SARIF.swift") { print in
      let holdings = try Holdings.all(of: Catalog(folder: "datasets"))
      let check = BriefingCheck("Canada had 9.2 million migrants in 2019.", against: holdings)
      print(check.sarif(failing: [.off]).contains(#""level" : "error""#))  // true
    },
  ]
}
