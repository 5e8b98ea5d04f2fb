import Testing

@testable import MigrationStats

@Suite("The status of an observation")
struct StatusTests {
  /// The order in which SDMX puts the codes where several meet.
  private static let order = [
    "B", "O", "M", "L", "H", "Q", "J", "S", "D", "K", "W", "I", "F", "E", "P", "N", "U", "V", "G",
    "A",
  ]

  @Test("Codes stand from the worst to the normal")
  func codes() {
    #expect(Status.allCases.map(\.rawValue) == Self.order)
    #expect(Set(Status.allCases.map(\.name)).count == Self.order.count)
  }

  @Test("Of two the one that comes first wins, in either order")
  func worstOfTwo() {
    for (place, first) in Status.allCases.enumerated() {
      for second in Status.allCases[place...] {
        #expect(Status.worst(of: [first, second]) == first)
        #expect(Status.worst(of: [second, first]) == first)
      }
    }
  }

  @Test("Nothing is normal, and normal is what is left")
  func ends() {
    #expect(Status.worst(of: []) == .normal)
    #expect(Status.worst(of: [.normal, .normal]) == .normal)
    #expect(Status.worst(of: Status.allCases.reversed()) == .breakInSeries)
    #expect(Status.worst(of: [.normal, .estimated, .provisional]) == .estimated)
  }
}
