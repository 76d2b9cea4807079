import Configuration
import Foundation
import Testing

@Suite struct KeyFileTests {
  private func file(_ text: String, mode: Int) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID()).toml")
      .path(percentEncoded: false)
    _ = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
    return path
  }

  @Test func keysComeFromAFileOfTheOwnerAlone() throws {
    let path = try file(
      "# mine\nadzuna_app_id = \"me\"\nadzuna_app_key=s3cret\nother = 1\n", mode: 0o600)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let keys = KeyFile(["adzuna_app_id", "adzuna_app_key"], path: path, environment: [:])
    #expect(keys.keys == ["adzuna_app_id": "me", "adzuna_app_key": "s3cret"])
    #expect(keys.problem == nil)
  }

  @Test(arguments: [0o644, 0o640, 0o604])
  func aFileThatOthersMayReadIsRefused(mode: Int) throws {
    let path = try file("usajobs_key = \"s3cret\"\n", mode: mode)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let keys = KeyFile(["usajobs_key"], path: path, environment: [:])
    #expect(keys.keys.isEmpty)
    #expect(
      keys.problem?.contains("chmod 600") == true && keys.problem?.contains("s3cret") == false)
  }

  @Test func theEnvironmentGoesFirst() throws {
    let path = try file("usajobs_key = \"file\"\n", mode: 0o600)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let keys = KeyFile(
      ["usajobs_key"], path: path, environment: ["SHORTLIST_USAJOBS_KEY": "environment"])
    #expect(keys.keys == ["usajobs_key": "environment"])
  }

  @Test func lineEndsNeverGetIntoAKey() {
    let keys = KeyFile(
      ["usajobs_key"], path: "/nonexistent",
      environment: ["SHORTLIST_USAJOBS_KEY": "a\r\nCookie: b"])
    #expect(keys.keys.isEmpty)
  }
}
