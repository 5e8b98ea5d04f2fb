import ArgumentParser
import MigrationStats

/// The forms of a chart.
enum ChartFormat: String, CaseIterable, ExpressibleByArgument {
  case csv
  case vegaLite = "vega-lite"
  case svg, png, pdf, html, alt, metadata

  /// The part of a bundle that it is; nil for what another program makes of the picture.
  var part: ChartBundle.Part? { ChartBundle.Part(rawValue: rawValue) }

  /// The name of its file in a bundle.
  var fileName: String { part?.fileName ?? "chart.\(rawValue)" }

  /// Whether its bytes are no text.
  var isBinary: Bool { part == nil }

  /// The form that the name of a file means; nil where it could be several or none.
  init?(fileName: String) {
    let name = fileName.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let endings: [(String, ChartFormat)] = [
      (".vl.json", .vegaLite), (".metadata.json", .metadata), (".csv", .csv), (".svg", .svg),
      (".png", .png), (".pdf", .pdf), (".html", .html), (".htm", .html), (".txt", .alt),
    ]
    guard let found = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
    self = found.1
  }
}

/// Which parts of a chart are written, and where.
struct ChartOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "csv, vega-lite, svg, png, pdf, html, alt or metadata; repeatable for a folder. By the ending "
        + "of the output file; else csv.", valueName: "format"))
  var format: [ChartFormat] = []

  @Option(
    help: ArgumentHelp(
      "The rows of the CSV: tidy, wide (a column a series) or source-target-value.",
      valueName: "shape"))
  var shape: ChartShape?

  @Option(
    help: ArgumentHelp("The picture's width in pixels; 720 unless told.", valueName: "pixels"))
  var width: Double?

  @Flag(help: "A chart of each area, in a folder of its own under -o FOLDER/.")
  var each = false

  @OptionGroup var place: TextOutputOptions

  var quiet: Bool { place.quiet }

  /// The folder that a bundle is written to; nil for one file or standard output.
  var folder: String? {
    guard let output = place.output, output.hasSuffix("/") || OutputFolder.exists(output) else {
      return nil
    }
    return output
  }

  /// The one form that is written to a file or to standard output.
  var single: ChartFormat {
    format.first ?? place.output.flatMap(ChartFormat.init(fileName:)) ?? .csv
  }

  /// The forms that are written, whatever the place.
  private var forms: [ChartFormat] {
    folder == nil ? [single] : format.isEmpty ? ChartFormat.allCases : format
  }

  func validate() throws {
    if folder == nil {
      if each { throw ValidationError("--each writes a folder for each area: -o FOLDER/.") }
      if format.count > 1 {
        throw ValidationError("Several formats need a folder: -o FOLDER/.")
      }
      if let output = place.output, format.isEmpty, ChartFormat(fileName: output) == nil {
        throw ValidationError(
          "‘\(output)’ has no ending that tells a format: write \(output)/ for a folder with all "
            + "parts, end it in .csv, .vl.json, .metadata.json, .svg, .png, .pdf, .html or .txt, or "
            + "give --format.")
      }
    }
    if shape != nil, !forms.contains(.csv), !forms.contains(.html) {
      throw ValidationError("--shape goes with --format csv.")
    }
    if let width {
      guard (240...2400).contains(width) else {
        throw ValidationError(
          "‘\(width)’ is not a width in pixels: give one from 240 to 2400.")
      }
      if Set(forms).isSubset(of: [.csv, .alt, .metadata]) {
        throw ValidationError(
          "--width goes with a picture: --format svg, png, pdf, html or vega-lite.")
      }
    }
  }
}
