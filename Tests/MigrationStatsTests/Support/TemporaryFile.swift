import Foundation

/// Lets a body have a file of some text, which goes afterwards.
func withFile<Result>(
  _ text: String, named name: String = "stock.csv", _ body: (String) throws -> Result
) throws -> Result {
  try withFile(Array(text.utf8), named: name, body)
}

/// Lets a body have a file of some bytes, which goes afterwards.
func withFile<Result>(
  _ bytes: [UInt8], named name: String = "stock.csv", _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(bytes).write(to: file)
  return try body(file.path())
}
