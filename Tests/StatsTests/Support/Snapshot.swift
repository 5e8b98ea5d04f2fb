import Foundation
import Testing

/// Expects a text to be the one kept in `Snapshots`.
///
/// With `SNAPSHOTS=record` in the environment the text is kept; the run fails all the same, so that
/// a new snapshot is looked at before it counts.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Tool.root.appending(path: "Tests/StatsTests/Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["SNAPSHOTS"] == "record" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    return
  }
  let kept = String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
  #expect(text == kept, "\(name) has changed", sourceLocation: sourceLocation)
}
