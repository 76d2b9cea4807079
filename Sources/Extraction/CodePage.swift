/// A code page of one byte a character, in which UTF-8 was read by mistake.
struct CodePage: Sendable {
  /// What it shows for the bytes from 0x80.
  private let upper: [UInt32]
  /// Pairs of these bytes and one more stand for the letters of the page's own language.
  private let homeLeads: Set<UInt8>

  private init(_ upper: String, homeLeads: Set<UInt8> = []) {
    self.upper = upper.unicodeScalars.map(\.value)
    self.homeLeads = homeLeads
  }

  static let all = [macRoman, dos, windows1251]

  static let macRoman = CodePage(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\u{FB01}\u{FB02}‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """)

  /// Code page 437, which consoles of Windows still write.
  static let dos = CodePage(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """)

  static let windows1251 = CodePage(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """, homeLeads: [0xD0, 0xD1])

  func isHome(_ lead: UInt8) -> Bool { homeLeads.contains(lead) }

  func byte(of scalar: UInt32) -> UInt8? {
    guard scalar >= 0x80 else { return nil }
    return upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }
}
