/// The areas that the toolkit knows, by code and by name.
///
/// Codes are ISO 3166-1 alpha-3, M49 numbers, and the World Bank's for its groups. Names are
/// compared without case, diacritics and punctuation. ‘NA’ is not a missing value but Namibia's
/// alpha-2 code, ‘SUN’ is not Russia, and the Commonwealth is not the CIS.
///
/// ```swift
/// let area = Concordance.standard.area(name: nil, code: "NAM")
/// print(area.name, area.kind)  // Namibia country
/// print(Concordance.standard.entry(named: "cote d'ivoire")?.code ?? "")  // CIV
/// ```
public struct Concordance: Sendable {
  /// One area with its codes and names.
  public struct Entry: Sendable, Hashable {
    /// The code by which series are known.
    public let code: String
    /// ISO 3166-1 alpha-2; empty for groups.
    public let alpha2: String
    /// The UN's M49 number, without leading zeros; empty where there is none.
    public let m49: String
    /// What kind of place it is.
    public let kind: Area.Kind
    /// The World Bank's region and income group of 2025; empty for groups.
    public let groups: [String]
    /// The name used where a file gives only a code.
    public let name: String
    /// Other names in use.
    public let otherNames: [String]
  }

  /// The concordance in the project.
  public static let standard = Concordance(lines: areas)

  /// All areas: the world, countries, groups, former states, remainders.
  public let entries: [Entry]
  private let byCode: [String: Int]
  private let byAlpha2: [String: Int]
  private let byName: [String: Int]
  /// Names that two groups share, such as the UN's and the World Bank's Sub-Saharan Africa.
  private let sharedNames: Set<String>

  init(lines: String) {
    // Most commands read one data set and wait for this, hence bytes of an array.
    entries = Array(lines.utf8).split(separator: UInt8(ascii: "\n")).map { line in
      let cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      let parts = cells.map { String(decoding: $0, as: UTF8.self) }
      return Entry(
        code: parts[0], alpha2: parts[1], m49: parts[2],
        kind: Area.Kind(rawValue: parts[3]) ?? .unknown,
        groups: [parts[4], parts[5]].filter { !$0.isEmpty }, name: parts[6],
        otherNames: cells[7].split(separator: UInt8(ascii: ";")).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
    var alpha2 = [String: Int](minimumCapacity: entries.count)
    var codes = [String: Int](minimumCapacity: 2 * entries.count)
    var names = [String: Int](minimumCapacity: 3 * entries.count)
    var shared: Set<String> = []
    for (index, entry) in entries.enumerated() {
      codes[entry.code] = index
      if !entry.alpha2.isEmpty, alpha2[entry.alpha2] == nil { alpha2[entry.alpha2] = index }
      if !entry.m49.isEmpty, codes[entry.m49] == nil { codes[entry.m49] = index }
      for name in [entry.name] + entry.otherNames {
        let folded = Self.folded(name)
        if let known = names[folded], known != index {
          shared.insert(folded)
        } else {
          names[folded] = index
        }
      }
    }
    for (m49, code) in Self.groupsOfM49 where codes[m49] == nil { codes[m49] = codes[code] }
    // Eurostat's codes for Greece and the United Kingdom.
    for (own, iso) in [("EL", "GR"), ("UK", "GB")] { alpha2[own] = alpha2[iso] }
    (byCode, byAlpha2, byName, sharedNames) = (codes, alpha2, names, shared)
  }

  /// The area with a code: alpha-3, M49 (with or without leading zeros) or a group's.
  public func entry(code: String) -> Entry? {
    if let index = byCode[code] { return entries[index] }
    guard code.first == "0", code.allSatisfy(\.isNumber) else { return nil }
    return byCode[String(code.drop { $0 == "0" })].map { entries[$0] }
  }

  /// The numbers that M49 gives to groups, and the codes under which the UN's population data have
  /// them.
  private static let groupsOfM49 = [
    "1": "WLD", "2": "903", "9": "909", "142": "935", "150": "908", "419": "904", "21": "905",
    "5": "931", "13": "916", "29": "915", "14": "910", "17": "911", "15": "912", "18": "913",
    "11": "914", "202": "947", "143": "5500", "30": "906", "34": "5501", "35": "920", "145": "922",
    "151": "923", "154": "924", "39": "925", "155": "926", "53": "927", "54": "928", "57": "954",
    "61": "957",
  ]

  /// The country with an ISO 3166-1 alpha-2 code, Eurostat's EL and UK among them.
  ///
  /// Two letters mean many things besides: use it only where a whole column holds such codes.
  public func entry(alpha2 code: String) -> Entry? { byAlpha2[code].map { entries[$0] } }

  /// The area with a name; of two groups that share one, the first.
  public func entry(named name: String) -> Entry? {
    byName[Self.folded(name)].map { entries[$0] }
  }

  /// What a file means by a name and a code, either of which may be absent.
  ///
  /// A code that is known decides; the file's own name is kept.
  public func area(name: String?, code: String?) -> Area {
    let coded = code.flatMap { entry(code: $0) ?? entry(named: $0) }
    guard let known = coded ?? name.flatMap({ entry(code: $0) ?? entry(named: $0) }) else {
      return Area(name: name ?? code ?? "", code: code, kind: .unknown)
    }
    // A code in the place of the name, as in `CAN`, is replaced by the name.
    let ownName = name.flatMap { $0 == known.code || $0 == known.m49 || isCode($0) ? nil : $0 }
    let isShared = coded == nil && name.map { sharedNames.contains(Self.folded($0)) } == true
    return Area(name: ownName ?? known.name, code: isShared ? code : known.code, kind: known.kind)
  }

  /// The country that a name means where the code beside it means another area.
  func country(named name: String, against code: String) -> (meant: Entry, coded: Entry)? {
    guard let meant = entry(named: name), meant.kind == .country,
      let coded = entry(code: code), coded.code != meant.code
    else { return nil }
    return (meant, coded)
  }

  private func isCode(_ text: String) -> Bool {
    text.hasPrefix("OWID_") || entry(code: text) != nil
  }

  /// Whether the text is a code or name that the concordance holds.
  ///
  /// ```swift
  /// print(Concordance.standard.knows("Türkiye"), Concordance.standard.knows("Atlantis"))
  /// // true false
  /// ```
  public func knows(_ text: String) -> Bool {
    entry(code: text) != nil || entry(named: text) != nil
  }

  /// Whether a name that the concordance holds begins with the text.
  func isBeginning(_ text: String) -> Bool {
    let folded = Self.folded(text)
    return byName.keys.contains { $0.hasPrefix(folded) }
  }

  /// A name without case, diacritics, punctuation and the word ‘the’; ‘&’ is ‘and’.
  static func folded(_ name: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count + 8)
    // Where the word that is being read begins.
    var start = 0
    func endWord() {
      if folded[start...].elementsEqual("the".utf8) { folded.removeLast(3) }
      guard folded.count > start else { return }
      folded.append(UInt8(ascii: " "))
      start = folded.count
    }
    for scalar in name.unicodeScalars {
      guard scalar.value < 0x80 else {
        if let letter = plainLetter(scalar) {
          folded.append(contentsOf: letter.lowercased().utf8)
        } else if scalar.properties.isWhitespace
          || scalar.properties.generalCategory == .dashPunctuation
        {
          endWord()
        }
        continue
      }
      let byte = UInt8(scalar.value)
      switch scalar {
      case "a"..."z", "0"..."9": folded.append(byte)
      case "A"..."Z": folded.append(byte | 0x20)
      case "&":
        endWord()
        folded.append(contentsOf: "and".utf8)
        endWord()
      case "'", ".": continue
      default: endWord()
      }
    }
    endWord()
    return String(decoding: folded.dropLast(), as: UTF8.self)
  }

  /// The letter under a diacritic, told by the character's Unicode name.
  private static func plainLetter(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.properties.isAlphabetic, let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else {
      return String(scalar)
    }
    return String(words[3])
  }
}
