#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, which turns bytes of one kind into bytes of another.
struct ChildProgram {
  /// Its name, by which it is found on the path.
  let name: String
  /// The package that has it, in Debian.
  let package: String

  /// Why there is no result.
  enum Failure: Error {
    /// There is no program of that name.
    case absent
    /// It ended with another code than 0.
    case failed
    /// The system gave no pipe or no file.
    case short(Int32)
  }

  /// How to get the program.
  var remedy: String { "Install it: apt-get install \(package)." }

  /// What an error of the system is called.
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Whether it is there.
  var isInstalled: Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// What it writes to standard output; no shell stands between.
  ///
  /// - Parameters:
  ///   - input: what it reads from standard input; ours where nil.
  ///   - environment: variables beside our own.
  func output(
    _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:]
  ) throws(Failure) -> [UInt8] {
    let source = try input.map(Self.file)
    defer { if let source { close(source) } }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .short(errno) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let source { posix_spawn_file_actions_adddup2(&actions, source, 0) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    let words = Self.list([name] + arguments)
    let variables = Self.list(Self.variables(and: environment))
    defer { for word in words + variables { free(word) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, &actions, nil, words, variables)
    close(ends[1])
    guard code == 0 else { throw .absent }
    let bytes = Self.all(from: ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw .failed }
    return bytes
  }

  /// Copies of some texts for C, ended by none.
  private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func variables(and further: [String: String]) -> [String] {
    var variables: [String] = []
    var place = environ
    while let variable = place.pointee {
      let text = String(cString: variable)
      if !further.keys.contains(where: { text.hasPrefix("\($0)=") }) { variables.append(text) }
      place += 1
    }
    return variables + further.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// A file without a name that holds some bytes, open at its begin: unlike a pipe it never waits for
  /// its reader.
  private static func file(_ bytes: [UInt8]) throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/stats-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .short(errno) }
    unlink(path)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { rest in
        rest.baseAddress.map { platformWrite(descriptor, $0, rest.count) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        close(descriptor)
        throw .short(code)
      }
      offset += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// What comes through a pipe, to its end.
  private static func all(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += block[..<count]
    }
  }
}
