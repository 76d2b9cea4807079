/// A code page of one byte a character, in which UTF-8 was read by mistake.
struct CodePage: Sendable {
  /// What it shows for the bytes from 0x80.
  private let upper: [UInt32]
  /// Pairs of these bytes and one more stand for the letters of the page's own language.
  private let homeLeads: Set<UInt8>
  /// What begins with these bytes is damage: pairs inside a word, longer rows anywhere.
  private let sureLeads: Set<UInt8>

  private init(
    _ upper: String, homeLeads: Set<UInt8> = [], sureLeads: Set<UInt8> = [0xC3, 0xE2, 0xF0]
  ) {
    self.upper = upper.unicodeScalars.map(\.value)
    self.homeLeads = homeLeads
    self.sureLeads = sureLeads
  }

  static let all = [macRoman, dos, dosLatin, windows1251, windows1250]

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

  /// Code page 850, that of the same consoles in Western Europe.
  static let dosLatin = CodePage(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """)

  static let windows1251 = CodePage(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
    """, homeLeads: [0xD0, 0xD1])

  /// That of Central Europe; it shows signs as Windows-1252 does, whose own rules know when those
  /// are quoted on purpose.
  static let windows1250 = CodePage(
    """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
    """, sureLeads: [0xC3, 0xC5, 0xC8])

  func isHome(_ lead: UInt8) -> Bool { homeLeads.contains(lead) }

  var hasHome: Bool { !homeLeads.isEmpty }

  func isSure(_ lead: UInt8) -> Bool { sureLeads.contains(lead) }

  func byte(of scalar: UInt32) -> UInt8? {
    guard scalar >= 0x80 else { return nil }
    // What the page leaves empty comes as the control character of that byte.
    if scalar < 0xA0, upper[Int(scalar) - 0x80] == 0xFFFD { return UInt8(scalar) }
    return upper.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
  }
}
