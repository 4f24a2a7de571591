/** A folded text -> its tokens: numbers, marks, the longest words of the lexicon, and what no list knows. */
import { longestWord } from './lexicon.js'
import type { Mark, Sense, Token } from './token.js'

const MARKS: Record<string, Mark> = {
  ',': 'comma',
  '、': 'dun',
  ';': 'semi',
  '；': 'semi',
  '。': 'stop',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '"': 'quote',
  ' ': 'gap',
}

/** A comma is part of a number only before exactly three digits, and not behind a decimal point. */
const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)/y
const CHINESE = '[一二三四五六七八九十]{1,3}'
/** A list ordinal: "2.2032年" is the second and then a year, "1.2010301行政运行" the first and then a code. */
const ORDINAL = new RegExp(
  `(?:${CHINESE}、|\\(${CHINESE}\\)|\\(\\d{1,2}\\)|\\d{1,2}(?:[、.](?!\\d)|\\.(?=(?:19|20)\\d\\d年|[235]\\d{4}(?:\\d\\d)?[^\\d.,])|\\))|[①-⑳])`,
  'y',
)
const ORDINAL_BEGINS = /[一二三四五六七八九十(\d①-⑳]/
/** Where an ordinal may stand: at the head of a text, and behind a mark or a unit. */
const BEFORE_ORDINAL = /[。;；:,、)元%台辆个套\s]/

/**
 * @param text folded, character for character as printed
 * @param owner names that stand for the document's owner
 */
export function lex(text: string, owner: readonly string[]): Token[] {
  const tokens: Token[] = []
  let unknown = 0
  for (let i = 0; i < text.length; ) {
    const token = tokenAt(text, i, owner)
    if (token === null) i += 1
    else {
      if (unknown < i) tokens.push(make(text, unknown, i, 'text'))
      if (token.is !== 'quote') tokens.push(token)
      i = token.to
      unknown = i
    }
  }
  if (unknown < text.length) tokens.push(make(text, unknown, text.length, 'text'))
  return joinBodies(tokens, text)
}

const BODY_ENDS = /^(?:[局院馆所站队厂署]|中心|学校|支队|大队)$/
/** A body that is called after an item is one name: 水务工程质量 + 安全监督 + 站. */
function joinBodies(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    let from = token.from
    const body = token.is === 'text' && BODY_ENDS.test(token.text) && joined.at(-1)?.sense?.code
    while (body && joined.at(-1)?.to === from && isName(joined.at(-1)!)) from = joined.pop()!.from
    joined.push(from < token.from ? make(text, from, token.to, 'text') : token)
  }
  return joined
}

const isName = ({ is, sense }: Token) =>
  is === 'text' ||
  (!!(sense?.code || sense?.nouns) && !sense.word && !sense.fund && !sense.side && !sense.filler)

function make(text: string, from: number, to: number, is: Token['is'], sense?: Sense): Token {
  return { from, to, text: text.slice(from, to), is, sense, by: NONE }
}
const NONE: readonly string[] = []

/** @returns null where no list knows what begins here */
function tokenAt(text: string, i: number, owner: readonly string[]): Token | null {
  const char = text[i]
  return (
    ordinalAt(text, i, char) ??
    numberAt(text, i, char) ??
    wordAt(text, i, owner) ??
    (MARKS[char] === undefined ? null : make(text, i, i + 1, MARKS[char]))
  )
}

function ordinalAt(text: string, i: number, char: string): Token | null {
  if (!ORDINAL_BEGINS.test(char) || (i > 0 && !BEFORE_ORDINAL.test(text[i - 1]))) return null
  ORDINAL.lastIndex = i
  const match = ORDINAL.exec(text)
  return match && make(text, i, i + match[0].length, 'ordinal')
}

function numberAt(text: string, i: number, char: string): Token | null {
  if (char < '0' || char > '9') return null
  NUMBER.lastIndex = i
  const match = NUMBER.exec(text)
  return match && make(text, i, i + match[0].length, 'number')
}

function wordAt(text: string, i: number, owner: readonly string[]): Token | null {
  for (const name of owner)
    if (text.startsWith(name, i)) return make(text, i, i + name.length, 'word', OWNER)
  const found = longestWord(text, i)
  if (!found || (isMeasure(found) && i > 0 && !BEFORE_MEASURE.test(text[i - 1]))) return null
  const is = found.sense.word === 'enumerator' ? 'comma' : 'word'
  return make(text, i, i + found.length, is, found.sense)
}
/** 人 counts people behind a number, and opens 人力资源 elsewhere. */
const isMeasure = ({ length, sense }: { length: number; sense: Sense }) =>
  length === 1 && sense.unit !== undefined && Object.keys(sense).length === 1
const BEFORE_MEASURE = /[\d\s为一二两三四五六七八九十百千万亿)]/
const OWNER: Sense = { owner: true }
