// Makes the two files of Benchmarks/reading: the same bytes each time, by whole numbers alone.
//   generate tidy AREAS FILE     origin × destination × year × sex × age, a figure a row
//   generate wide AREAS FILE     325,000 series, a row each, a year a column, with gaps
// AREAS is a text of lines `CODE Name`. To try things out, a third argument limits the rows.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// A whole number from 0 to one below the limit.
  mutating func below(_ limit: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: limit).high
  }

  /// A whole number whose logarithm is about uniform from `first` to `last` bits.
  mutating func figure(bits first: UInt64, _ last: UInt64) -> UInt64 {
    let size: UInt64 = 1 << (first + below(last - first))
    return size + below(size)
  }
}

/// Bytes gathered and written in large pieces.
struct Output {
  private let file: UnsafeMutablePointer<FILE>
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 22)
  private var count = 0

  init(path: String) {
    guard let opened = fopen(path, "wb") else {
      fail("\(path): \(String(cString: strerror(errno)))")
    }
    file = opened
  }

  mutating func write(_ text: [UInt8]) {
    if count + text.count + 32 > 1 << 22 { flush() }
    text.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      (bytes + count).update(from: start, count: source.count)
    }
    count += text.count
  }

  /// Writes a whole number with the given number of decimals: 12345 with 2 is 123.45.
  mutating func write(_ number: UInt64, decimals: Int = 0) {
    if count + 32 > 1 << 22 { flush() }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      var rest = number
      var place = 32
      var written = 0
      repeat {
        if written == decimals && decimals > 0 {
          place -= 1
          digits[place] = UInt8(ascii: ".")
        }
        place -= 1
        digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        written += 1
      } while rest > 0 || written <= decimals
      for digit in place..<32 { bytes[count + digit - place] = digits[digit] }
      count += 32 - place
    }
  }

  mutating func write(_ byte: Unicode.Scalar) {
    bytes[count] = UInt8(ascii: byte)
    count += 1
  }

  mutating func flush() {
    guard fwrite(bytes, 1, count, file) == count, fflush(file) == 0 else {
      fail("the file could not be written: \(String(cString: strerror(errno)))")
    }
    count = 0
  }
}

func fail(_ message: String) -> Never {
  fputs(message + "\n", stderr)
  exit(1)
}

struct Area {
  let code: String
  let name: String

  /// The areas of a text of lines `CODE Name`.
  static func read(_ path: String) -> [Area] {
    guard let file = fopen(path, "rb") else {
      fail("\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var areas: [Area] = []
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, 512, file) != nil {
      let bytes = line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:))
      let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ", maxSplits: 1)
      areas.append(Area(code: String(parts[0]), name: String(parts[1])))
    }
    return areas
  }
}

/// A cell and a comma, in quotes where it holds a comma itself.
func cell(_ text: String) -> [UInt8] {
  Array((text.contains(",") ? "\"\(text)\"," : text + ",").utf8)
}

func writeTidy(_ areas: [Area], to path: String, limit: Int) {
  var output = Output(path: path)
  var random = Random(state: 1990)
  let names = areas.map { cell($0.name) }
  let years = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2022, 2023, 2024].map { cell("\($0)") }
  let sexes = ["female", "male"].map(cell)
  let ages = (0..<15).map { cell("\($0 * 5)-\($0 * 5 + 4)") } + [cell("75+")]
  output.write(Array("origin,destination,year,sex,age,migrants,weight\n".utf8))
  var rows = 0
  for destination in names.indices {
    for origin in names.indices where origin != destination {
      let pair = names[origin] + names[destination]
      for year in years {
        for sex in sexes {
          for age in ages {
            output.write(pair)
            output.write(year)
            output.write(sex)
            output.write(age)
            if random.below(200) > 0 { output.write(random.figure(bits: 0, 20) - 1) }
            output.write(",")
            output.write(2000 + random.below(28_000), decimals: 4)
            output.write("\n")
            rows += 1
            if rows == limit { return output.flush() }
          }
        }
      }
    }
  }
  output.flush()
}

func writeWide(_ areas: [Area], to path: String, limit: Int) {
  var output = Output(path: path)
  var random = Random(state: 1960)
  let first = 1960
  let years = 66
  let series = min(325_000, limit)
  let origins = [
    ("Eastern Africa", "EAF"), ("Western Africa", "WAF"), ("Northern Africa", "NAF"),
    ("Central America", "CAM"), ("South America", "SAM"), ("Central Asia", "CAS"),
    ("Eastern Asia", "EAS"), ("Southern Asia", "SAS"), ("Western Asia", "WAS"),
    ("Eastern Europe", "EEU"), ("Southern Europe", "SEU"), ("Pacific islands", "PIS"),
    ("the Caribbean", "CAR"),
  ]
  var indicators: [[UInt8]] = []
  for (origin, code) in origins {
    for sex in ["female", "male"] {
      for age in 15..<65 {
        indicators.append(
          cell("Migrants from \(origin), aged \(age), \(sex) (persons)")
            + cell("SM.POP.\(code).\(age).\(sex.prefix(2).uppercased())"))
      }
    }
  }
  let header =
    ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]
    + (first..<first + years).map(String.init)
  output.write(Array((header.joined(separator: ",") + "\n").utf8))
  var rows = 0
  for area in areas {
    let place = cell(area.name) + cell(area.code)
    for indicator in indicators {
      output.write(place)
      output.write(indicator)
      // Millionths of a person: estimates of a model carry decimals.
      var level = random.figure(bits: 7, 20) * 1_000_000 + random.below(1_000_000)
      let drift = 63_500 + random.below(6_000)
      let start = random.below(8) == 0 ? random.below(40) : 0
      for year in 0..<UInt64(years) {
        // From 0.94 to 1.10 of the year before.
        level = level / 65_536 * (drift - 1_500 + random.below(3_000)) + random.below(65_536)
        if year >= start && random.below(12) > 0 { output.write(level, decimals: 6) }
        if year < UInt64(years) - 1 { output.write(",") }
      }
      output.write("\n")
      rows += 1
      if rows == series { return output.flush() }
    }
  }
  output.flush()
}

let arguments = CommandLine.arguments
guard arguments.count >= 4 else { fail("usage: generate tidy|wide AREAS FILE [ROWS]") }
let areas = Area.read(arguments[2])
let limit = arguments.count > 4 ? Int(arguments[4]) ?? .max : .max
switch arguments[1] {
case "tidy": writeTidy(areas, to: arguments[3], limit: limit)
case "wide": writeWide(areas, to: arguments[3], limit: limit)
default: fail("tidy or wide, not \(arguments[1])")
}
