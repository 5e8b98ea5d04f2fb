import MigrationStats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a chart, or a part of it, to where it was asked for.
struct ChartWriter: Sendable {
  private let format: [ChartFormat]
  private let shape: ChartShape
  private let width: Double
  private let place: TextOutputOptions
  private let folder: String

  init(_ options: ChartOutputOptions) {
    format = options.format
    shape = options.shape ?? .tidy
    width = options.width ?? 720
    place = options.place
    folder = options.folder ?? ""
  }

  private static let converter = ChildProgram(name: "rsvg-convert", package: "librsvg2-bin")

  // MARK: One form

  /// Writes one form to a file or to standard output.
  func write(_ chart: Chart, as form: ChartFormat) throws {
    let name = place.output ?? "standard output"
    if form.isBinary, place.output == nil, isatty(1) == 1 {
      throw WritingError(
        "\(form.rawValue.uppercased()) is no text for a terminal", at: name,
        remedy: "Name a file: -o \(form.fileName).")
    }
    let bytes = try bytes(of: chart, as: form, name: name)
    if let output = place.output {
      try OutputFile(path: output).write(bytes)
    } else {
      try StandardOutput().write(bytes)
    }
  }

  private func bytes(of chart: Chart, as form: ChartFormat, name: String) throws -> [UInt8] {
    guard let part = form.part else {
      return try Self.converted(chart.svg(width: width), to: form, name: name)
    }
    return try ChartBundle(chart, parts: [part], shape: shape, width: width).files
      .flatMap { Array($0.text.utf8) }
  }

  /// A picture as PNG, with two pixels for one, or as PDF.
  private static func converted(
    _ picture: String, to form: ChartFormat, name: String
  ) throws(WritingError) -> [UInt8] {
    let zoom = form == .png ? ["--zoom", "2"] : []
    do {
      return try converter.output(
        ["--format", form.rawValue] + zoom, input: Array(picture.utf8),
        // A document without the time at which it was made, so that the same chart is the same bytes.
        environment: ["SOURCE_DATE_EPOCH": "0"])
    } catch {
      let kind = form.rawValue.uppercased()
      switch error {
      case .absent:
        throw WritingError(
          "\(converter.name), which makes \(kind) of the picture, is not installed", at: name,
          remedy: converter.remedy + " Or take --format svg.")
      case .failed:
        throw WritingError(
          "\(converter.name) could not make \(kind) of the picture", at: name,
          remedy: "Take --format svg, and convert it with another program.")
      case .short(let code):
        throw WritingError(code, to: name)
      }
    }
  }

  // MARK: Bundles

  /// Writes all parts of a chart, or those asked for, to the folder.
  func write(_ chart: Chart, to folder: String) throws {
    var forms = format.isEmpty ? ChartFormat.allCases : format
    if format.isEmpty {
      if case .flows = chart.body {
        forms.removeAll { $0 == .vegaLite }
        say("chart.vl.json is left out: Vega-Lite has no mark for flows")
      }
      if !Self.converter.isInstalled {
        forms.removeAll(where: \.isBinary)
        say(
          "chart.png and chart.pdf are left out: \(Self.converter.name) is not installed. "
            + Self.converter.remedy)
      }
    }
    let stale = try write(chart, as: forms, to: folder)
    if !stale.isEmpty {
      say("\(stale.joined(separator: ", ")) of a former chart taken away")
    }
  }

  /// - Returns: the files of a former chart that were taken away.
  private func write(
    _ chart: Chart, as forms: [ChartFormat], to folder: String
  ) throws -> [String] {
    let bundle = try ChartBundle(
      chart, parts: forms.compactMap(\.part), shape: shape, width: width)
    var files = bundle.files.map {
      OutputFolder.File(name: $0.part.fileName, bytes: Array($0.text.utf8))
    }
    let picture = bundle.files.first { $0.part == .svg }?.text
    for form in forms where form.isBinary {
      files.append(
        OutputFolder.File(
          name: form.fileName,
          bytes: try Self.converted(
            picture ?? chart.svg(width: width), to: form, name: form.fileName)))
    }
    // What is left of a former chart would stand beside this one as if it were the same.
    // Where single parts are asked for, the others stay.
    let stale = ChartFormat.allCases.map(\.fileName).filter { name in
      format.isEmpty && !files.contains { $0.name == name }
    }
    return try OutputFolder(path: folder).write(files, replacing: stale)
  }

  /// Writes a bundle for each area, in a folder that is called by its code or name.
  func writeEach(_ asked: ChartOptions, _ holding: Holdings.Holding, _ holdings: Holdings) throws {
    let series = try holding.panel.selecting(
      areas: asked.series.area, vintages: asked.series.vintage, keys: asked.series.further.keys
    ).series
    let areas = series.reduce(into: [Area]()) { if !$0.contains($1.area) { $0.append($1.area) } }
    let names = Self.folderNames(areas)
    let forms =
      format.isEmpty ? ChartFormat.allCases.filter { !$0.isBinary } : format
    // Says early, and once, what would fail for every area.
    if areas.count > 0 { try OutputFolder(path: folder).write([]) }
    let requests = areas.map { area in
      asked.request(data: holding.name, areas: [area.code ?? area.name])
    }
    let failures = holdings.charts(requests) { index, chart -> (any Error)? in
      do {
        let chart = try chart.get()
        var forms = forms
        if format.isEmpty, case .flows = chart.body { forms.removeAll { $0 == .vegaLite } }
        let path = folder.hasSuffix("/") ? folder : folder + "/"
        _ = try write(chart, as: forms, to: path + names[index])
        return nil
      } catch {
        return error
      }
    }
    try report(failures, areas)
  }

  /// Says for which areas there is no chart; what keeps files from being written ends the run.
  private func report(_ failures: [(any Error)?], _ areas: [Area]) throws {
    if let error = failures.lazy.compactMap({ $0 as? WritingError }).first { throw error }
    let found = zip(areas, failures).compactMap { area, error in error.map { (area, $0) } }
    if found.count == areas.count, let first = found.first { throw first.1 }
    for (area, error) in found {
      let reason = (error as? any Problem)?.summary ?? "\(error)"
      say("no chart of \(area.name): \(reason)")
    }
  }

  /// Names for folders: the codes, or the names of areas without what a path could take otherwise.
  static func folderNames(_ areas: [Area]) -> [String] {
    var seen: Set<String> = []
    return areas.map { area in
      let name = plain(area.code ?? area.name)
      var unique = name
      var count = 1
      while !seen.insert(unique.lowercased()).inserted {
        count += 1
        unique = "\(name)-\(count)"
      }
      return unique
    }
  }

  private static func plain(_ name: String) -> String {
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    let text = words.joined(separator: "-").prefix(60)
    return text.isEmpty ? "area" : String(text)
  }

  private func say(_ text: String) {
    guard !place.quiet else { return }
    Terminal.say("note", text, emphasis: .note)
  }
}
