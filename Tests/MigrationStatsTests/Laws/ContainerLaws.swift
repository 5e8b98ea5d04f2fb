import Testing

@testable import MigrationStats

/// What holds of packed files however they are damaged.
@Suite("Laws of containers")
struct ContainerLaws {
  private static let text = (1990..<2020).map { "World,\($0),\($0 * 7919 % 1000)\n" }.joined()
  private static let csv = "area,year,value\n" + text

  private static var workbook: [UInt8] {
    WorkbookBuilder(
      csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    ).bytes
  }

  @Test("A damaged file is refused or gives the same cells, and never traps", arguments: 0..<3)
  func damage(kind: Int) throws {
    let sound = [
      gzipped(Self.csv), ZipBuilder([("a.csv", Self.csv)]).bytes, Self.workbook,
    ][kind]
    let cells = try table(sound).cells
    var generator = RepeatableGenerator(seed: UInt64(kind) + 1)
    var (refused, same) = (0, 0)
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 2..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place...)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        }
        if bytes.count < 4 { break }
      }
      do throws(ReadingError) {
        let read = try Table(.bytes(bytes, name: "damaged"), options: ReadingOptions())
        #expect(read.cells == cells)
        same += 1
      } catch {
        #expect(error.remedy != nil)
        refused += 1
      }
    }
    #expect(refused > 100)
    #expect(refused + same == 400)
  }

  @Test("Damaged XML of a sheet is refused or read, and never traps")
  func sheets() throws {
    var generator = RepeatableGenerator(seed: 7)
    let members = WorkbookBuilder(
      Self.csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    ).members
    var outcomes = 0
    for _ in 0..<400 {
      let damaged = members.map { name, content -> (String, String) in
        var bytes = Array(content.utf8)
        if Int.random(in: 0..<4, using: &generator) == 0 {
          let place = Int.random(in: 60..<bytes.count, using: &generator)
          bytes[place] = Array("<>/\"=0123456789ABZ&;: ".utf8).randomElement(using: &generator) ?? 0
        }
        return (name, String(decoding: bytes, as: UTF8.self))
      }
      do throws(ReadingError) {
        outcomes +=
          try Table(
            .bytes(ZipBuilder(damaged).bytes, name: "damaged"), options: ReadingOptions()
          ).rowCount > 0 ? 1 : 0
      } catch {
        #expect(error.remedy != nil)
        outcomes += 1
      }
    }
    #expect(outcomes == 400)
  }
}
