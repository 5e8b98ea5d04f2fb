import ArgumentParser
import MigrationStats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a shell offers for a word that is being typed.
///
/// Each function takes the words of the command line, the place of the one that is typed, and what of
/// it stands before the cursor.
enum Completion {
  /// Data sets, and files that can be read.
  @Sendable static func inputs(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    written(datasets(words, index, prefix) + files(prefix, endings: SourceOptions.endings))
  }

  /// Data sets.
  @Sendable static func datasets(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    (catalog(words)?.ids ?? []).filter { $0.hasPrefix(prefix) }
  }

  /// The areas of the data set or file among the words; their codes for a word in capitals.
  @Sendable static func areas(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let areas = orderedOnce(panel(words)?.series.map(\.area) ?? [])
    let isCode = !prefix.isEmpty && prefix.allSatisfy { $0.isASCII && $0.isUppercase }
    let names = areas.map(\.name) + (isCode ? areas.compactMap(\.code) : [])
    return written(names.filter { $0.hasPrefix(prefix) })
  }

  /// The vintages of the data set among the words.
  @Sendable static func vintages(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let vintages = orderedOnce(panel(words)?.series.compactMap(\.vintage) ?? [])
    return (vintages.isEmpty ? [] : vintages + ["all"]).filter { $0.hasPrefix(prefix) }
  }

  /// The catalogue that the words name, or the one that is found without them.
  static func catalog(_ words: [String]) -> Catalog? {
    let place = words.firstIndex(of: "--catalog").map { $0 + 1 }
    let told = place.flatMap { words.indices.contains($0) ? words[$0] : nil }
    return try? CatalogOptions.located(told: told, isSaid: false)
  }

  /// The series of the first word that is a data set or a file; nil where there is none.
  private static func panel(_ words: [String]) -> Panel? {
    let catalog = catalog(words)
    for word in words.dropFirst(2) {
      if let catalog, catalog.ids.contains(word) { return try? catalog.dataset(word).panel() }
      if SourceOptions.isFile(word), let size = Source.file(word).size, size < 8 << 20 {
        return try? Table(.file(word)).tidied()
      }
    }
    return nil
  }

  /// Folders, and files with some endings, whose paths begin with what is typed.
  private static func files(_ prefix: String, endings: [String]) -> [String] {
    let slash = prefix.lastIndex(of: "/").map { prefix.index(after: $0) } ?? prefix.startIndex
    let (folder, begin) = (String(prefix[..<slash]), prefix[slash...])
    let home = ProcessInfo.processInfo.environment["HOME"] ?? "~"
    let place = folder.hasPrefix("~/") ? home + folder.dropFirst() : folder.isEmpty ? "." : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.sorted().compactMap { name in
      guard name.hasPrefix(begin), begin.hasPrefix(".") || !name.hasPrefix(".") else { return nil }
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(place)/\(name)", isDirectory: &isFolder)
      // Bash puts the slash itself, and no space after it.
      if isFolder { return folder + name + (CompletionShell.requesting == .bash ? "" : "/") }
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return endings.contains(ending) ? folder + name : nil
    }
  }

  /// Words as the shell wants them: Bash takes quotes and the like in them for its own.
  private static func written(_ words: [String]) -> [String] {
    guard CompletionShell.requesting == .bash else { return words }
    return words.map { word in
      word.reduce(into: "") { text, character in
        if "\\\"'`$(){}[]<>|&;*?!#~ ".contains(character) { text.append("\\") }
        text.append(character)
      }
    }
  }

  private static func orderedOnce<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
