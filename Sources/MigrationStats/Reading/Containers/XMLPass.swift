internal import CExpat

/// An element as it begins: its name and attributes, prefixes left out.
struct XMLElement {
  /// The name without its prefix.
  let name: UnsafePointer<CChar>
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// Whether it has a name.
  func isNamed(_ name: StaticString) -> Bool { XMLPass.equal(self.name, name) }

  /// The bytes of an attribute, prefix or not; nil where there is none.
  func bytes(_ attribute: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard var pair = attributes else { return nil }
    while let key = pair[0], let value = pair[1] {
      if XMLPass.equal(XMLPass.localName(key), attribute) {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeRawBufferPointer(start: value, count: count).bindMemory(to: UInt8.self)
      }
      pair += 2
    }
    return nil
  }

  /// The text of an attribute; nil where there is none.
  subscript(attribute: StaticString) -> String? {
    bytes(attribute).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// What is done with the elements and the text of a document as it goes by.
protocol XMLHandler {
  /// Takes the beginning of an element; returns whether to go on.
  mutating func begin(_ element: XMLElement) -> Bool
  /// Takes the end of an element with a name; returns whether to go on.
  mutating func end(_ name: UnsafePointer<CChar>) -> Bool
  /// Takes a piece of text.
  mutating func take(_ text: UnsafeBufferPointer<UInt8>)
}

/// One pass over a document in XML, which is never held as a tree.
enum XMLPass {
  /// The version of the library.
  static var version: String {
    String(cString: XML_ExpatVersion()).split(separator: "_").last.map(String.init) ?? ""
  }

  /// What is wrong with a document.
  struct Fault: Error {
    /// What, in expat's words.
    let summary: String
    /// The line, from 1.
    let line: Int
  }

  /// Gives the parts of a document to a handler, until it has enough.
  ///
  /// Document types, and with them entities of one's own, are refused: no workbook has them, and they
  /// can unfold to anything.
  ///
  /// - Throws: `Fault` where the document is not well-formed.
  /// - Complexity: O(n) in the bytes.
  static func read<Handler: XMLHandler>(
    _ bytes: [UInt8], _ handler: inout Handler
  ) throws(Fault) {
    guard let parser = XML_ParserCreate(nil) else {
      throw Fault(summary: "there is no memory to read it", line: 1)
    }
    defer { XML_ParserFree(parser) }
    var pass = Pass(handler: handler, parser: parser)
    let status = withUnsafeMutablePointer(to: &pass) { pass in
      XML_SetUserData(parser, pass)
      connect(parser)
      return parse(bytes, parser)
    }
    if let read = pass.handler as? Handler { handler = read }
    if pass.hasDocumentType {
      throw Fault(
        summary: "it declares a document type, which no workbook does",
        line: Int(XML_GetCurrentLineNumber(parser)))
    }
    guard status == XML_STATUS_OK || pass.isEnough else {
      throw Fault(
        summary: XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "",
        line: Int(XML_GetCurrentLineNumber(parser)))
    }
  }

  /// The name behind the prefix.
  fileprivate static func localName(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var (index, start) = (0, 0)
    while name[index] != 0 {
      if name[index] == CChar(bitPattern: UInt8(ascii: ":")) { start = index + 1 }
      index += 1
    }
    return name + start
  }

  /// Whether a name is another.
  static func equal(_ name: UnsafePointer<CChar>, _ other: StaticString) -> Bool {
    let count = other.utf8CodeUnitCount
    for index in 0..<count
    where name[index] == 0 || UInt8(bitPattern: name[index]) != other.utf8Start[index] {
      return false
    }
    return name[count] == 0
  }

  private struct Pass {
    var handler: any XMLHandler
    let parser: XML_Parser
    var hasDocumentType = false
    var isEnough = false

    mutating func stop() { XML_StopParser(parser, 0) }
  }

  private static func connect(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let pass = data?.assumingMemoryBound(to: Pass.self), let name, !pass.pointee.isEnough
        else { return }
        let element = XMLElement(name: XMLPass.localName(name), attributes: attributes)
        if !pass.pointee.handler.begin(element) {
          pass.pointee.isEnough = true
          pass.pointee.stop()
        }
      },
      { data, name in
        guard let pass = data?.assumingMemoryBound(to: Pass.self), let name, !pass.pointee.isEnough
        else { return }
        if !pass.pointee.handler.end(XMLPass.localName(name)) {
          pass.pointee.isEnough = true
          pass.pointee.stop()
        }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let pass = data?.assumingMemoryBound(to: Pass.self), let text, !pass.pointee.isEnough
      else { return }
      pass.pointee.handler.take(
        UnsafeRawBufferPointer(start: text, count: Int(count)).bindMemory(to: UInt8.self))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let pass = data?.assumingMemoryBound(to: Pass.self) else { return }
      pass.pointee.hasDocumentType = true
      pass.pointee.stop()
    }
  }

  private static func parse(_ bytes: [UInt8], _ parser: XML_Parser) -> XML_Status {
    bytes.withUnsafeBytes { bytes in
      var (offset, status) = (0, XML_STATUS_OK)
      repeat {
        let count = min(bytes.count - offset, 1 << 24)
        let piece = bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
        offset += count
        status = XML_Parse(parser, piece, Int32(count), offset == bytes.count ? 1 : 0)
      } while status == XML_STATUS_OK && offset < bytes.count
      return status
    }
  }
}
