import MigrationStats

/// Why what is configured cannot be taken.
struct SettingsError: Problem {
  let summary: String
  let position: Position
  let remedy: String?

  init(_ summary: String, at position: Position, remedy: String?) {
    self.summary = summary
    self.position = position
    self.remedy = remedy
  }
}
