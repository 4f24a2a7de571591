/** Spellings that mean the same: one form for comparing, never for output. */

const FORMS: Record<string, string> = {
  '（': '(',
  '）': ')',
  '：': ':',
  '，': ',',
  '“': '"',
  '”': '"',
  '＂': '"',
  '〃': '"',
  '「': '"',
  '」': '"',
  '﹒': '.',
  '．': '.',
  '－': '-',
  '—': '-',
  '–': '-',
  '−': '-',
  '―': '-',
  '﹣': '-',
  '／': '/',
  '％': '%',
  '＋': '+',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '﹝': '[',
  '﹞': ']',
  '﹙': '(',
  '﹚': ')',
  '＊': '*',
}

/** Nothing to fold: most cells are amounts. */
const PLAIN = /^[!-&(-~]*$/

/** Full-width digits, letters and punctuation to their plain forms; all blanks out. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(/[\s\u3000]+/g, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, halfWidth)
    .replace(/[^\u0000-\u007f\u4e00-\u9fff]/g, plainForm)
    .replace(/''|‘’|[‘’]/g, '"')
}

/** What `fold` may change; most characters of a sentence are none of them. */
const FOLDS = /[^\u4e00-\u9fff\u0000-\u007e、。；]/g
const FOLDED = new Map<string, string>()

/** One plain form for each character, blanks too: places in the text stay what they are. */
export function foldInPlace(text: string): string {
  return text.replace(FOLDS, formOf)
}

function formOf(char: string): string {
  let form = FOLDED.get(char)
  if (form === undefined) {
    form = fold(char) || char
    FOLDED.set(char, form)
  }
  return form
}

const halfWidth = (char: string) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)
const plainForm = (char: string) => FORMS[char] ?? char

const CHINESE = '[一二三四五六七八九十百]+'

/** A list ordinal at the head of a label: 一、 （一） 1. 1、 (1) ① — but not an amount or a code. */
export const ORDINAL = new RegExp(
  `^(?:\\(?${CHINESE}[、.)]|\\(${CHINESE}\\)|\\(?\\d{1,2}[、)](?!\\d)|\\d{1,2}\\.(?!\\d)|\\(\\d{1,2}\\)|[①-⑳])`,
)

/** An amount as printed, a sign and commas allowed; commas are put in by hand (上海/人力资源和社会保障局 prints 5980,791). */
export const AMOUNT = /^[-+]?\d+(?:,\d{3})*(?:\.\d+)?$|^\.\d+$/
/** One that no code, ordinal or year can be mistaken for. */
export const SURE_AMOUNT = /^[-+]?(?:\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$/
export const DASH = /^[-—–－]+$/
