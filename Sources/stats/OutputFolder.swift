#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder whose files of ours are replaced together; whatever else is in it stays.
struct OutputFolder {
  let path: String

  /// A file of the folder.
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  /// Whether there is a folder of that name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Writes files and puts them in their places once all of them are whole.
  ///
  /// - Parameter stale: names of files that would belong to another chart than these.
  /// - Returns: the stale files that were taken away.
  @discardableResult
  func write(_ files: [File], replacing stale: [String] = []) throws(WritingError) -> [String] {
    try make()
    var staged: [StagedFile] = []
    do throws(WritingError) {
      for file in files {
        staged.append(try OutputFile(path: place(of: file.name)).staged(file.bytes))
      }
    } catch {
      staged.forEach { $0.discard() }
      throw error
    }
    for (index, file) in staged.enumerated() {
      do throws(WritingError) {
        try file.put()
      } catch {
        staged[index...].forEach { $0.discard() }
        throw error
      }
    }
    return stale.filter { unlink(place(of: $0)) == 0 }
  }

  private func place(of name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Makes the folder and those that it lies in.
  private func make() throws(WritingError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, 0o777) != 0, !Self.exists(made) {
        let code = errno
        guard code == EEXIST || code == ENOTDIR else { throw WritingError(code, to: made) }
        throw WritingError(
          "is a file, and a folder is to be written", at: made,
          remedy: "Name another folder: -o FOLDER/.")
      }
      made += "/"
    }
  }
}
