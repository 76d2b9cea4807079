/// Cells of vocabulary tables that hold several names.
enum VocabularyCell {
  /// The names in a cell that holds several, apart from blanks around them.
  static func names(
    of cell: some StringProtocol, separatedBy separator: Character = ";"
  )
    -> [String]
  {
    cell.split(separator: separator).map { name in
      var name = name
      while name.first == " " { name.removeFirst() }
      while name.last == " " { name.removeLast() }
      return String(name)
    }
  }
}
