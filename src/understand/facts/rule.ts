/**
 * A rule of the grammar: the tokens it reads, and the piece it makes of them. Rules speak of
 * tokens, never of sentences; each has a name, so that "why was this read so" has an answer,
 * and examples that are its tests.
 */
import type { Filler, UnitClass, WordClass } from '../../../schemas/prose/words.js'
import type { Mark, Piece, PieceKind, Token } from './token.js'

export interface Part {
  test: (token: Token) => boolean
  min: number
  max: number
}

export interface Example {
  [sentence: string]: readonly object[]
}

export interface Rule {
  name: string
  /** What a text must print for the rule to be tried on it. */
  sign?: RegExp
  reads: readonly Part[]
  /** @returns null where the tokens are none of it after all */
  makes: (groups: Token[][], text: string) => Piece | null
  /** A sentence and the facts that it gives, field by field. */
  examples: Example
  /** Sentences that look like it and give no fact. */
  not: readonly string[]
  /** Where only some of the tokens become the piece: how many groups stay before and behind it. */
  keep?: { before?: number; after?: number }
}

export const defineRule = (rule: Rule): Rule => rule

const part = (test: Part['test']): Part => ({ test, min: 1, max: 1 })
export const word = (...classes: WordClass[]): Part =>
  part((token) => token.sense?.word !== undefined && classes.includes(token.sense.word))
export const filler = (...kinds: Filler[]): Part =>
  part(({ sense }) => !!sense?.filler && (kinds.length === 0 || kinds.includes(sense.filler)))
export const literal = (...texts: string[]): Part => part(({ text }) => texts.includes(text))
export const matching = (pattern: RegExp): Part => part(({ text }) => pattern.test(text))
export const number = (pattern = /./): Part =>
  part(({ is, text }) => is === 'number' && pattern.test(text))
export const unit = (...of: UnitClass[]): Part =>
  part(({ sense }) => !!sense?.unit && (of.length === 0 || of.includes(sense.unit)))
export const mark = (...marks: Mark[]): Part => part(({ is }) => (marks as string[]).includes(is))
export const piece = (...kinds: PieceKind[]): Part =>
  part((token) => token.piece !== undefined && kinds.includes(token.piece.kind))
export const figure = (of?: UnitClass): Part =>
  part((token) => token.piece?.kind === 'figure' && (of === undefined || token.piece.of === of))
export const either = (...parts: Part[]): Part =>
  part((token) => parts.some(({ test }) => test(token)))
export const but = (wanted: Part, ...unwanted: Part[]): Part =>
  part((token) => wanted.test(token) && !unwanted.some(({ test }) => test(token)))
export const anything: Part = part(() => true)
export const optional = (wanted: Part): Part => ({ ...wanted, min: 0 })
export const some = (wanted: Part, max: number): Part => ({ ...wanted, min: 0, max })

/** Runs the rules one after the other, each over the whole sentence. */
export function applyRules(rules: readonly Rule[], tokens: Token[], text: string): Token[] {
  let read = tokens
  for (const rule of rules)
    if (!rule.sign || rule.sign.test(text)) read = applyRule(rule, read, text)
  return read
}

function applyRule(rule: Rule, tokens: Token[], text: string): Token[] {
  const [first] = rule.reads
  let out: Token[] | null = null
  for (let i = 0; i < tokens.length; ) {
    const made = first.min === 0 || first.test(tokens[i]) ? tryAt(rule, tokens, i, text) : null
    if (made) {
      out ??= tokens.slice(0, i)
      out.push(...made.tokens)
    } else out?.push(tokens[i])
    i = made ? made.next : i + 1
  }
  return out ?? tokens
}

function tryAt(
  rule: Rule,
  tokens: Token[],
  at: number,
  text: string,
): { tokens: Token[]; next: number } | null {
  const counts = match(rule.reads, 0, tokens, at)
  if (!counts) return null
  const groups: Token[][] = []
  let next = at
  for (const count of counts) {
    groups.push(tokens.slice(next, next + count))
    next += count
  }
  if (next === at) return null
  const made = rule.makes(groups, text)
  if (!made) return null
  const before = groups.slice(0, rule.keep?.before ?? 0).flat()
  const after = rule.keep?.after ? groups.slice(-rule.keep.after).flat().length : 0
  const used = groups.flat().slice(before.length, after > 0 ? -after : undefined)
  // What stays behind may begin the next: 在建工程 1 项 12 万元.
  return { tokens: [...before, join(used, made, rule.name, text)], next: next - after }
}

function join(used: Token[], piece: Piece, name: string, text: string): Token {
  const from = used[0].from
  const to = used[used.length - 1].to
  const by = [...new Set(used.flatMap((token) => token.by)), name]
  return { from, to, text: text.slice(from, to), is: 'piece', piece, by }
}

/** @returns how many tokens each part takes, as many as it can; null where they do not fit */
function match(parts: readonly Part[], p: number, tokens: Token[], at: number): number[] | null {
  if (p === parts.length) return []
  const { test, min, max } = parts[p]
  let most = 0
  while (most < max && at + most < tokens.length && test(tokens[at + most])) most++
  for (let count = most; count >= min; count--) {
    const rest = match(parts, p + 1, tokens, at + count)
    if (rest) return [count, ...rest]
  }
  return null
}
