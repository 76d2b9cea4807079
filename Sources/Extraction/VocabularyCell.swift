/// Cells of vocabulary tables that hold several names.
enum VocabularyCell {
  /// The names in a cell that holds several, apart from blanks around them.
  static func names(
    of cell: some StringProtocol, separatedBy separator: Unicode.Scalar = ";"
  )
    -> [String]
  {
    // By bytes: characters are slow, and these tables are read whenever something is imported.
    let mark = UInt8(ascii: separator)
    return cell.utf8.split(separator: mark).map { name in
      var name = name
      while name.first == 32 { name.removeFirst() }
      while name.last == 32 { name.removeLast() }
      return String(decoding: name, as: UTF8.self)
    }
  }
}
