/// What a source holds once it is unpacked and decoded.
struct SourceContent {
  /// A text, or the records of a sheet.
  enum Body { case text(DecodedText), sheet(Sheet) }

  /// What it holds.
  let body: Body
  /// How it came about.
  let origin: Origin
  /// Where it is, for messages: the file, and the member or sheet in it.
  let place: Position
  /// What its reader ought to know.
  let notes: [Note]
  /// What an archive says of the areas beside the data.
  let countries: CountryMetadata

  /// Unpacks and decodes the bytes of a file.
  ///
  /// - Throws: `ReadingError`.
  /// - Complexity: O(n) in the bytes unpacked.
  init(_ bytes: [UInt8], name: String, options: ReadingOptions) throws(ReadingError) {
    var (bytes, place, origin) = (bytes, Position(file: name), Origin())
    var (workbook, notes, countries): (Workbook?, [Note], CountryMetadata) = (nil, [], .none)
    // A member that is an archive itself may be told with what is in it, as a path.
    var (told, outer) = (options.member, "")
    while workbook == nil, Self.isPacked(bytes) {
      guard origin.steps.count < Self.deepest else {
        throw ReadingError(
          .unpacking, "it is packed more than \(Self.deepest) times over", at: place,
          remedy: "Unpack it and pass the file itself.")
      }
      if bytes.starts(with: Gzip.magic) {
        bytes = try Gzip.unpacked(bytes, at: place)
        origin.steps.append(
          Origin.Step(container: "gzip file", chosen: nil, reason: "", others: []))
        continue
      }
      let archive = try ZipArchive(bytes, at: place)
      if let signature = try Signature.ofArchive(archive) { throw signature.error(at: place) }
      workbook = try Workbook(archive)
      if workbook != nil { break }
      let choice = try ArchiveChoice(archive, told: told, within: outer)
      (told, outer) = (choice.rest, outer + choice.member.name + "/")
      origin.steps.append(choice.step)
      if let member = choice.countries {
        countries = CountryMetadata(try archive.unpacked(member))
      }
      bytes = try archive.unpacked(choice.member)
      place = archive.position(of: choice.member)
    }
    try Self.refuseNeedless(options, origin, isWorkbook: workbook != nil, at: place)
    if let told, !outer.isEmpty {
      throw ReadingError(
        .noPart, "there is no member ‘\(told)’: ‘\(outer.dropLast())’ is no archive", at: place,
        remedy: "Tell the member alone: --member '\(outer.dropLast())'.")
    }
    if let workbook {
      let choice = try SheetChoice(workbook, told: options.sheet, at: place)
      origin.steps.append(choice.step)
      place.sheet = choice.listing.name
      notes += choice.sheet.oddities.notes { line in
        var position = place
        position.line = line
        return position
      }
      if let note = choice.note { notes.insert(Note(note, at: Position(file: place.file)), at: 0) }
      body = .sheet(choice.sheet)
    } else {
      if let signature = Signature.ofBytes(bytes) { throw signature.error(at: place) }
      let text = try Encoding.decoded(bytes, told: options.encoding, at: place)
      (origin.encoding, origin.encodingReason) = (text.encoding, text.reason)
      origin.hasByteOrderMark = text.hasByteOrderMark
      notes += text.notes
      body = .text(text)
    }
    (self.origin, self.place, self.notes, self.countries) = (origin, place, notes, countries)
  }

  /// Whether bytes have to be unpacked before there is a text.
  static func isPacked(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Gzip.magic) || bytes.starts(with: ZipArchive.magic)
  }

  /// How many times over a table may be packed: a workbook in an archive in a gzip file.
  private static let deepest = 3

  /// What is told and has no meaning for the file is a mistake.
  private static func refuseNeedless(
    _ options: ReadingOptions, _ origin: Origin, isWorkbook: Bool, at place: Position
  ) throws(ReadingError) {
    if let sheet = options.sheet, !isWorkbook {
      throw ReadingError(
        .noPart, "there is no sheet ‘\(sheet)’: this is no workbook", at: place,
        remedy: "Leave out --sheet.")
    }
    let isArchive = origin.steps.contains { $0.container == ArchiveChoice.container }
    if let member = options.member, !isArchive {
      throw ReadingError(
        .noPart, "there is no member ‘\(member)’: this is no archive", at: place,
        remedy: "Leave out --member.")
    }
    if isWorkbook, options.encoding != nil || options.delimiter != nil {
      throw ReadingError(
        .noPart, "a workbook has neither an encoding nor a delimiter of its own", at: place,
        remedy: "Leave out --encoding and --delimiter.")
    }
  }
}
