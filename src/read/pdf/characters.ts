/**
 * Characters that look like others and are printed for them: radicals of the
 * Kangxi and CJK supplements and compatibility ideographs, which some producers
 * map their glyphs to (a browser's print of Noto CJK gives ⼀ for 一).
 */
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\u6236\u81f5]/g
// Radicals that Unicode gives no decomposition.
const SUPPLEMENT: Record<string, string> = {
  '⺠': '民',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⺟': '母',
  '⺎': '尢',
  '⺍': '小',
  '⺝': '月',
  '⺫': '目',
  '⻁': '虎',
  '⻄': '西',
  '⻑': '長',
  '⻣': '骨',
  // Unicode decomposes the radical to the traditional form; a browser maps the simplified one to it.
  '⼾': '户',
  戶: '户',
  // Word maps 置 of 仿宋_GB2312 so (北京/政府办公厅 2026 p7 shows 设置).
  臵: '置',
}

/** Digits of old style, by the numbers that Adobe's list of glyphs gives them. */
const OLD_STYLE = /[\uf730-\uf739]/g

/** ASCII that shows, and Chinese characters but for the two lookalikes among them: most glyphs. */
const PLAIN = /^[!-~\u4e00-\u6235\u6237-\u81f4\u81f6-\u9fff]$/

/** A glyph's text without lookalikes, controls and zero-width marks; every kind of blank is one. */
export function cleanText(unicode: string): string {
  if (PLAIN.test(unicode)) return unicode
  return unicode
    .replace(LOOKALIKE, plainForm)
    .replace(OLD_STYLE, plainDigit)
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\u0000-\u001f\u007f\u00a0\u2000-\u200a\u202f]/g, plainBlank)
}

const plainForm = (char: string) => SUPPLEMENT[char] ?? char.normalize('NFKC')
const plainDigit = (char: string) => String.fromCharCode(char.charCodeAt(0) - 0xf700)
const plainBlank = (char: string) => (char === '\u3000' ? char : ' ')
