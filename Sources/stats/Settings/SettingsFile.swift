import MigrationStats

/// What one `stats.json` tells.
struct SettingsFile {
  let told: [Setting: Settings.Told]

  /// - Throws: `SettingsError` where it is not JSON, has a name that is no setting, or a value that
  ///   the setting cannot have.
  init(_ text: String, path: String) throws(SettingsError) {
    guard case .object(let members) = try JSONText.value(of: text, name: path).value else {
      throw SettingsError(
        "is no object of settings", at: Position(file: path, line: 1),
        remedy:
          "Write it as { \"level\": 0.9 }; or run with --no-config, which reads no stats.json.")
    }
    var told: [Setting: Settings.Told] = [:]
    for member in members where member.name != "$schema" {
      let place = Position(file: path, line: member.line)
      guard let setting = Setting(rawValue: member.name) else {
        let names = Setting.allCases.map(\.rawValue)
        throw SettingsError(
          "‘\(member.name)’ is no setting", at: place,
          remedy: Suggestion.didYouMean(member.name, among: names)
            ?? "The settings are \(names.joined(separator: ", ")). If the file is another "
            + "program's, --no-config leaves it alone.")
      }
      guard let words = Self.words(member.item, setting.shape) else {
        throw SettingsError(
          "‘\(setting.rawValue)’ has a value of another kind", at: place,
          remedy: "Write it as \"\(setting.rawValue)\": \(Self.example(of: setting)).")
      }
      if let (summary, remedy) = setting.complaint(about: words) {
        throw SettingsError(summary, at: place, remedy: remedy)
      }
      told[setting] = Settings.Told(
        words: setting == .catalog ? words.map { Self.path($0, beside: path) } : words,
        origin: .file(path, line: member.line))
    }
    self.told = told
  }

  /// A value in words; nil where it has not the shape of its setting.
  private static func words(_ item: JSONText.Item, _ shape: Setting.Shape) -> [String]? {
    switch (shape, item.value) {
    case (.text, .text(let text)): [text]
    case (.number, .number(let number)): [number]
    case (.flag, .flag(let flag)): ["\(flag)"]
    case (.list, .list(let items)): texts(items.map(\.value))
    case (.pairs, .object(let members)):
      texts(members.map(\.item.value)).map { texts in
        zip(members, texts).map { "\($0.name)=\($1)" }
      }
    default: nil
    }
  }

  private static func texts(_ values: [JSONText.Value]) -> [String]? {
    let texts = values.compactMap { value -> String? in
      if case .text(let text) = value { return text }
      return nil
    }
    return texts.count == values.count ? texts : nil
  }

  /// A folder is meant as it is seen from the file.
  private static func path(_ folder: String, beside file: String) -> String {
    guard !folder.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return folder }
    return file[...slash] + folder
  }

  private static func example(of setting: Setting) -> String {
    switch setting.shape {
    case .text: "\"\(setting.choices?.last ?? "folder")\""
    case .number: "0.9"
    case .flag: "true"
    case .list: "[\"n/a\"]"
    case .pairs: "{ \"world-migrant-stock\": \"un-2019\" }"
    }
  }
}
