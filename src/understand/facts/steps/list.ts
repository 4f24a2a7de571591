/** Lists, brackets and colons: what is a part of what. */
import { readPhrase } from '../phrase.js'
import { type Ref, refTo, sideOf } from '../ref.js'
import type { Token } from '../token.js'
import { clauseOf, contextOf, FIGURES, type List, sectionFund, type Walk } from '../walk.js'
import { isAmongProjects, PROJECT, splitAt } from './subject.js'

/** 其中, 包括: what follows are parts of what the words before name, or of what was named last. */
export function openList(walk: Walk): void {
  const { state, sentence } = walk
  const clause = clauseOf(walk)
  const named = clause.length > 0 ? readPhrase(clause, contextOf(walk))?.ref : null
  const host = named && sideOf(state.current) === 'both' ? state.current : null
  state.current = named ?? state.current
  if (sentence.purpose || walk.lead.length === 0) walk.sentence = { ...sentence, reason: null }
  state.lists = [...state.lists, { ...list(walk, 'among'), host }]
  walk.lead = []
}

const list = ({ state, sentence, lead, paragraph }: Walk, kind: List['kind']): List => ({
  kind,
  whole: state.current,
  host: null,
  parts: 0,
  lead: kind === 'bracket' ? lead : [],
  sentence,
  level: paragraph.under.at(-1)?.level ?? -1,
  across: false,
})

export function openBracket(walk: Walk): void {
  walk.state.lists = [...walk.state.lists, list(walk, 'bracket')]
  walk.sentence = { ...walk.sentence, reason: null, purpose: false, comparison: null }
  walk.lead = []
}

/** 会议费、培训费分别为 N、M: each figure is of the name in its place, where there are as many. */
export function openRespective(walk: Walk, i: number): boolean {
  const { tokens } = walk
  if (!tokens[i].text.startsWith('分别')) return false
  const stop = tokens.findIndex(({ is }, j) => j > i && (is === 'stop' || is === 'semi'))
  const behind = tokens.slice(i + 1, stop < 0 ? undefined : stop)
  const other = behind.findIndex((token) => !token.piece && !JOINTS.has(token.text))
  const figures = behind.slice(0, other < 0 ? undefined : other).filter(({ piece }) => piece)
  const names = splitAt(clauseOf(walk), 'dun').flatMap(splitJoined)
  if (figures.length < 2 || figures.length !== names.length) return false
  walk.respective = names
  return true
}
const JOINTS = new Set(['、', ',', '，', '和', '及', '与', '为'])

/** 甲和乙: two names, where both are some. */
function splitJoined(name: Token[]): Token[][] {
  const at = name.findIndex(({ text }) => text === '和' || text === '及' || text === '与')
  return at > 0 && at < name.length - 1 ? [name.slice(0, at), name.slice(at + 1)] : [name]
}

/** Behind a bracket the whole goes on, though full stops stood in it. */
export function closeBracket(walk: Walk, i: number): void {
  const { state } = walk
  const at = state.lists.findLastIndex(({ kind }) => kind === 'bracket')
  if (at < 0) return
  const closed = state.lists[at]
  state.lists = state.lists.slice(0, at)
  state.current = closed.whole
  walk.lead = [...closed.lead, bracketToken(walk, i)]
  walk.sentence = closed.sentence
}

/** A closed bracket is one word of the clause that it stands in. */
function bracketToken({ tokens, paragraph }: Walk, i: number): Token {
  const { to } = tokens[i]
  let depth = 0
  let j = i
  for (; j > 0; j--) {
    if (tokens[j].is === 'close') depth++
    if (tokens[j].is === 'open' && --depth === 0) break
  }
  const { from } = tokens[j]
  return { from, to, text: paragraph.text.slice(from, to), is: 'bracket', by: [] }
}

/** A colon behind a figure opens a list; a name before the first one is what the paragraph speaks of. */
export function seeColon(walk: Walk, i: number): void {
  const { state, tokens, lead } = walk
  const before = tokens[i - 1]
  if (before?.piece && FIGURES.has(before.piece.kind)) {
    state.lists = [...state.lists, list(walk, 'among')]
    return
  }
  const first = tokens[tokens.indexOf(lead[0]) - 1]
  const heads = lead.length > 0 && (!first || HEADS.has(first.is))
  const named = heads ? labelled(walk, i) : null
  if (!named) return
  state.current = named
  walk.lead = []
}

/** Where a label may begin. */
const HEADS = new Set<Token['is']>(['ordinal', 'semi', 'stop'])
const PROJECT_NAME = /^(?:收费)?项目名称$/

function labelled(walk: Walk, i: number): Ref | null {
  const { lead, paragraph, tokens, state } = walk
  const fund = sectionFund(walk)
  const label = paragraph.text.slice(lead[0]?.from ?? 0, tokens[i].from)
  if (PROJECT_NAME.test(label)) return refTo('project', paragraph.text.slice(tokens[i].to), fund)
  const phrase = readPhrase(lead, contextOf(walk))
  if (phrase?.ref) return ofProject({ ...phrase.ref, fund: phrase.ref.fund ?? fund }, state.current)
  const projects = PROJECT.test(phrase?.noun ?? '') || isAmongProjects(paragraph)
  return phrase && projects ? refTo('project', phrase.noun, fund) : null
}

/** 项目名称：X …… 收入预计：N: the charge is X. */
const ofProject = (ref: Ref, current: Ref | null): Ref =>
  ref.subject === 'administrative_charges' && current?.subject === 'project'
    ? { ...ref, qualifier: current.qualifier }
    : ref

/** 机关运行经费指……: the definition has no figure, and its noun is spoken of from here. */
export function seeDefinition(walk: Walk): void {
  const phrase = readPhrase(walk.lead, contextOf(walk))
  if (phrase?.ref) walk.state.current = phrase.ref
  walk.sentence = { ...walk.sentence, purpose: true }
  walk.lead = []
}
