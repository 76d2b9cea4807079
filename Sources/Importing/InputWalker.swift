import Foundation

/// One thing to import.
package enum ImportInput: Hashable, Sendable {
  /// A file or a folder, which is read with all below it.
  case path(String)
  case standardInput
  /// An http or https address.
  case url(String)
  /// Bytes that the program carries, such as the samples.
  case bytes(name: String, [UInt8])
}

/// A readable file, its name as problems show it.
struct InputFile: Hashable, Sendable {
  let path: String
  let size: Int
}

/// Lists the files of a path, folders recursively, in the order of their names.
struct InputWalker {
  private(set) var files: [InputFile] = []
  private(set) var problems: [ImportProblem] = []
  /// Files that are not read though a folder holds them: the store's own.
  private let omitted: Set<String>

  init(omitting paths: [String] = []) {
    omitted = Set(paths.map(Self.resolved))
  }

  mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      problems.append(ImportProblem(file: path, reason: reason(errno)))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: addFolder(path)
    case S_IFREG where omitted.contains(Self.resolved(path)): break
    case S_IFREG, S_IFIFO: files.append(InputFile(path: path, size: Int(status.st_size)))
    default: problems.append(ImportProblem(file: path, reason: "is neither a file nor a folder"))
    }
  }

  private mutating func addFolder(_ folder: String) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      problems.append(ImportProblem(file: folder, reason: "can't list the folder"))
      return
    }
    // Names that begin with a dot are an editor's or a tool's own, never postings.
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      var status = stat()
      // A link to a folder may lead in a circle; links to files are followed.
      if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, isFolder(path) { continue }
      // Nobody may ever write into a pipe that merely lies there.
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
        problems.append(ImportProblem(file: path, reason: "is a pipe, which is read only by name"))
        continue
      }
      add(path)
    }
  }

  private static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EACCES: "permission denied"
    default: String(cString: strerror(code))
    }
  }
}
