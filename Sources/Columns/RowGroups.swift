import Listings

/// Found listings put together by a group; a folded group stands in the list by its first listing.
package struct GroupedListings: Sendable {
  /// What stands in the list.
  package private(set) var shown: [ListingID] = []
  /// The group of each, and its place in it.
  private var groupOf: [Int32] = []
  private var groups: [Group] = []
  /// The listings of all groups, one group after the other.
  private var ids: [ListingID] = []

  private struct Group {
    let members: Range<Int>
    let key: String
    let name: String?
    let new: Int
    let isFolded: Bool
  }
}

/// A group's key, which folding is remembered by, and its name; nil for one that has none.
package struct GroupName: Hashable, Sendable {
  package let key: String
  package let name: String?

  package init(key: String, name: String?) {
    self.key = key
    self.name = name
  }
}

extension GroupedListings {
  /// Groups come in the order of their first listings, which is the order of `found`.
  ///
  /// `number` is a listing's group, nil for one that stands for itself.
  package init(
    _ found: [ListingID], number: (ListingID) -> Int?, name: (Int) -> GroupName,
    isNew: (ListingID) -> Bool, isFolded: (String) -> Bool
  ) {
    var places: [Int: Int] = [:]
    var sizes: [Int] = []
    var numbers: [Int?] = []
    let placeOf = found.map { id -> Int in
      let number = number(id)
      if let number, let known = places[number] {
        sizes[known] += 1
        return known
      }
      if let number { places[number] = sizes.count }
      numbers.append(number)
      sizes.append(1)
      return sizes.count - 1
    }
    var starts = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let bounds = starts
    ids = Array(repeating: ListingID(0), count: found.count)
    for (id, place) in zip(found, placeOf) {
      ids[starts[place]] = id
      starts[place] += 1
    }
    for (place, number) in numbers.enumerated() {
      let members = bounds[place]..<bounds[place + 1]
      let name = number.map(name) ?? GroupName(key: "", name: nil)
      let isFolded = members.count > 1 && isFolded(name.key)
      groups.append(
        Group(
          members: members, key: name.key, name: name.name,
          new: members.count > 1 ? members.count { isNew(ids[$0]) } : 0, isFolded: isFolded))
      let listed = isFolded ? members.prefix(1) : members[...]
      shown += ids[listed]
      groupOf += repeatElement(Int32(place), count: listed.count)
    }
  }

  /// Nil for a listing that is alone in its group.
  package func group(at position: Int) -> RowGroup? {
    let group = groups[Int(groupOf[position])]
    guard group.members.count > 1 else { return nil }
    let isFirst = position == 0 || groupOf[position - 1] != groupOf[position]
    return RowGroup(
      key: group.key, name: group.name, count: group.members.count, new: group.new,
      isFolded: group.isFolded, isFirst: isFirst)
  }

  /// Where a listing stands, or the group that it is folded into.
  package func position(of id: ListingID) -> Int? {
    if let position = shown.firstIndex(of: id) { return position }
    guard let index = ids.firstIndex(of: id),
      let place = groups.firstIndex(where: { $0.members.contains(index) })
    else { return nil }
    return groupOf.firstIndex(of: Int32(place))
  }

  package func members(at position: Int) -> ArraySlice<ListingID> {
    ids[groups[Int(groupOf[position])].members]
  }
}
