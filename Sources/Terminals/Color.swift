/// A color as a theme names it; a terminal with fewer shows the nearest it has.
package enum Color: Hashable, Sendable {
  /// One of the terminal's own sixteen, 8 to 15 the bright ones.
  case basic(UInt8)
  /// One of 256: the sixteen, a cube of six levels a side, and grays.
  case indexed(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The number to give to a terminal that has so many colors.
  func number(of colors: Int) -> Int {
    switch self {
    case .basic(let index): colors >= 16 || index < 8 ? Int(index) : Int(index) - 8
    case .indexed(let index):
      switch colors {
      case 256: Int(index)
      case 257...: Color.direct(Color.components(of: index))
      default: Color.nearestBasic(Color.components(of: index), colors: colors)
      }
    case .rgb(let red, let green, let blue):
      switch colors {
      case 257...: Color.direct((Int(red), Int(green), Int(blue)))
      case 256: Color.nearestIndexed((Int(red), Int(green), Int(blue)))
      default: Color.nearestBasic((Int(red), Int(green), Int(blue)), colors: colors)
      }
    }
  }
}

private extension Color {
  typealias Components = (red: Int, green: Int, blue: Int)

  static func direct(_ color: Components) -> Int {
    color.red << 16 | color.green << 8 | color.blue
  }

  /// The values that xterm gives its 256 colors.
  static func components(of index: UInt8) -> Components {
    let index = Int(index)
    if index >= 232 {
      let gray = 8 + (index - 232) * 10
      return (gray, gray, gray)
    }
    if index >= 16 {
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    }
    return basicComponents[index]
  }

  static func nearestIndexed(_ color: Components) -> Int {
    nearest(color, in: (16..<256).map { ($0, components(of: UInt8($0))) })
  }

  static func nearestBasic(_ color: Components, colors: Int) -> Int {
    let isGray =
      max(color.red, color.green, color.blue) - min(color.red, color.green, color.blue) < 24
    // By distance alone a gray would turn olive.
    if isGray {
      let grays = colors >= 16 ? [0, 8, 7, 15] : [0, 7]
      return nearest(color, in: grays.map { ($0, basicComponents[$0]) })
    }
    return nearest(color, in: (0..<(colors >= 16 ? 16 : 8)).map { ($0, basicComponents[$0]) })
  }

  static func nearest(_ color: Components, in palette: [(Int, Components)]) -> Int {
    func distance(_ other: Components) -> Int {
      let red = color.red - other.red
      let green = color.green - other.green
      let blue = color.blue - other.blue
      return red * red + green * green + blue * blue
    }
    return palette.min { distance($0.1) < distance($1.1) }?.0 ?? 7
  }

  static let basicComponents: [Components] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
