/** All words that the grammar knows, as a tree of their characters. */
import { listedCodes } from '../../../schemas/codes.js'
import { COUNTED, NOUNS, type NounTerm } from '../../../schemas/prose/nouns.js'
import {
  FILLERS,
  type Filler,
  FUND_WORDS,
  type Fund,
  SIDE_WORDS,
  type Side,
  UNITS,
  type UnitClass,
  WORDS,
  type WordClass,
} from '../../../schemas/prose/words.js'
import { fold } from '../../../schemas/text.js'
import type { Sense } from './token.js'

/** A character of a word, and the words that go on from it. */
interface Node {
  next: Map<string, Node>
  /** Of a word that ends here. */
  sense: Sense | null
}

let root: Node | null = null

/** @returns the longest word that begins at a place; the list is built where there is prose to read */
export function longestWord(text: string, i: number): { length: number; sense: Sense } | null {
  root ??= treeOf(senses())
  let node: Node | undefined = root
  let found: { length: number; sense: Sense } | null = null
  for (let j = i; j < text.length; j++) {
    node = node.next.get(text[j])
    if (!node) break
    if (node.sense) found = { length: j + 1 - i, sense: node.sense }
  }
  return found
}

function treeOf(words: Map<string, Sense>): Node {
  const tree: Node = { next: new Map(), sense: null }
  for (const [word, sense] of words) {
    let node = tree
    for (const char of word) {
      const next = node.next.get(char) ?? { next: new Map(), sense: null }
      node.next.set(char, next)
      node = next
    }
    node.sense = sense
  }
  return tree
}

function senses(): Map<string, Sense> {
  const known = new Map<string, Sense>()
  const add = (word: string, sense: Sense) => {
    const before = known.get(word)
    const nouns = [...(before?.nouns ?? []), ...(sense.nouns ?? [])]
    known.set(word, { ...before, ...sense, ...(nouns.length > 0 ? { nouns } : {}) })
  }
  for (const term of [...NOUNS, ...COUNTED]) addNoun(term, add)
  for (const [word, list] of Object.entries(WORDS))
    for (const each of list) add(each, { word: word as WordClass })
  for (const [filler, list] of Object.entries(FILLERS))
    for (const each of list) add(each, { filler: filler as Filler })
  for (const [fund, list] of Object.entries(FUND_WORDS))
    for (const each of list) add(each, { fund: fund as Fund })
  for (const [side, list] of Object.entries(SIDE_WORDS))
    for (const each of list) add(each, { side: side as Side })
  for (const [unit, list] of Object.entries(UNITS))
    for (const each of list) add(each, { unit: unit as UnitClass })
  addCodes(known)
  return known
}

function addNoun(term: NounTerm, add: (word: string, sense: Sense) => void): void {
  for (const word of term.words) add(word, { nouns: [term] })
}

/** Names of classes, sections and items as published; what the grammar knows already stays what it is. */
function addCodes(words: Map<string, Sense>): void {
  for (const { system, code, names } of listedCodes())
    for (const { name } of names) {
      const word = fold(name).replace(/"/g, '')
      if (word.length > 2 && !words.has(word) && !isFundTotal(word))
        words.set(word, { code: codeSubject(system, code) })
    }
}

/** 国有资本经营预算支出 is a class of its own, and what all speak of who name the fund. */
function isFundTotal(name: string): boolean {
  return Object.values(FUND_WORDS).some((list) =>
    list.some((fund) => name.startsWith(fund) && /^(?:支出|收入)?$/.test(name.slice(fund.length))),
  )
}

function codeSubject(system: string, code: string): NonNullable<Sense['code']> {
  if (system !== 'functional') return 'expenditure_by_economic'
  return code.length === 3 ? 'expenditure_by_function' : 'expenditure_item'
}
