/**
 * What became of a code when its name changed: only what the documents prove.
 *
 * A name that a code bears over several years is `same`. Where one name ends and another begins,
 * the code was `renamed` if both names are attested, the old one does not live on under another code,
 * nor did the new one stand there before, and a code below it has one name on both sides: what the
 * code held, it still holds. 20805 is such a one: 2080505 stands below 行政事业单位离退休 and below
 * 行政事业单位养老支出. Everything else has no relation, and a doubt that says why. 30311 is such a one: 住房公积金
 * lives on as 30113, so 代缴社会保险费 is another thing under an old code.
 *
 * Of splits and mergers names alone tell nothing; no rule here claims one.
 */
import type { DOUBTS, RELATIONS } from '../../schemas/panel/derived.js'
import {
  documentsOf,
  isAttested,
  type Name,
  ownersOf,
  type Sight,
  type Spell,
  seen,
  sightsOf,
  spellsOf,
  usualName,
} from './spells.js'

export interface Crossing {
  system: string
  code_from: string
  code_to: string
  from_year: number
  to_year: number
  name_from: string
  name_to: string
  relation: (typeof RELATIONS)[number] | null
  doubt: (typeof DOUBTS)[number] | null
  /** Codes that show it: those below with one name on both sides, or those that bear the name elsewhere. */
  evidence_codes: string[]
  documents_from: number
  owners_from: number
  documents_to: number
  owners_to: number
  /** Up to two of each side, of different owners. */
  evidence_documents: string[]
}

/** @returns a row for each name that lasts over years and each change of name, sorted by code and year */
export function crosswalk(names: readonly Name[]): Crossing[] {
  const spells = spellsOf(names)
  const all = [...spells.values()].flat()
  return [...spells.values()].flatMap((ofCode) => [
    ...ofCode.filter(({ first, last }) => last > first).map(lasting),
    ...changesOf(ofCode).flatMap(([from, to]) => changed(from, to, all)),
  ])
}

/** A name within the years of another is a slip or a variant, and no change: it stands in `codes` alone. */
function changesOf(spells: Spell[]): [Spell, Spell][] {
  const lead = spells.filter((spell) => !spells.some((other) => isWithin(spell, other)))
  return lead.slice(1).map((to, i) => [lead[i], to])
}

function isWithin(spell: Spell, other: Spell): boolean {
  if (spell === other || other.first > spell.first || spell.last > other.last) return false
  const isShorter = other.first < spell.first || spell.last < other.last
  const isRarer = other.count - spell.count || (other.key < spell.key ? 1 : -1)
  return isShorter || isRarer > 0
}

function lasting(spell: Spell): Crossing {
  const { first, last } = spell
  return crossing(sideOf(spell, first, first), sideOf(spell, last, last), { relation: 'same' })
}

function changed(from: Spell, to: Spell, all: Spell[]): Crossing[] {
  const elsewhere = [...livesOn(from, all), ...cameFrom(from, to, all)]
  const common = commonBelow(from, to, all)
  const doubt = doubtOf(from, to, elsewhere, common)
  const row = crossing(sideOf(from), sideOf(to), {
    relation: doubt === null ? 'renamed' : null,
    doubt,
    evidence_codes: doubt === 'name_elsewhere' ? codesOf(elsewhere) : codesOf(common),
  })
  return doubt === 'name_elsewhere' ? [row, ...moved(from, to, all)] : [row]
}

function doubtOf(from: Spell, to: Spell, elsewhere: Spell[], common: Spell[]): Crossing['doubt'] {
  if (from.last >= to.first) return 'overlap'
  if (elsewhere.length > 0) return 'name_elsewhere'
  if (!isAttested(from.names) || !isAttested(to.names)) return 'one_owner'
  return common.length === 0 ? 'no_common_code' : null
}

/** The old name under other codes of its level that did not bear it before: 住房公积金, 30311 then 30113. */
function livesOn(from: Spell, all: Spell[]): Spell[] {
  return bearing(from, all).filter(({ first }) => first > from.last)
}

/** The new name under other codes of its level, before this code took it. */
function cameFrom(from: Spell, to: Spell, all: Spell[]): Spell[] {
  return bearing(to, all).filter(({ first, last }) => first <= from.last && last < to.first)
}

function bearing({ system, code, key }: Spell, all: Spell[]): Spell[] {
  return all.filter(
    (spell) =>
      spell.system === system &&
      spell.key === key &&
      spell.code !== code &&
      spell.code.length === code.length,
  )
}

/** Codes below that bear one name on both sides of the change, attested on each. */
function commonBelow(from: Spell, to: Spell, all: Spell[]): Spell[] {
  return all.filter(
    (spell) =>
      spell.system === from.system &&
      spell.code.length > from.code.length &&
      spell.code.startsWith(from.code) &&
      isAttested(seen(spell, spell.first, from.last)) &&
      isAttested(seen(spell, to.first, spell.last)),
  )
}

/**
 * The old name's own row where it has gone to one other code, and to one only: the same name, the code
 * changed. That the old code was seen since under another name is what proves that it left.
 */
function moved(from: Spell, to: Spell, all: Spell[]): Crossing[] {
  const others = bearing(from, all)
  if (others.length !== 1 || others[0].first <= from.last) return []
  const proved = [from, to, others[0]].every(({ names }) => isAttested(names))
  const findings: Partial<Crossing> = proved ? { relation: 'same' } : { doubt: 'one_owner' }
  return [crossing(sideOf(from), sideOf(others[0]), findings)]
}

/** A spell in some of its years. */
interface Side {
  spell: Spell
  names: Name[]
  from: number
  to: number
}

function sideOf(spell: Spell, from = spell.first, to = spell.last): Side {
  return { spell, names: seen(spell, from, to), from, to }
}

function crossing(from: Side, to: Side, findings: Partial<Crossing>): Crossing {
  return {
    system: from.spell.system,
    code_from: from.spell.code,
    code_to: to.spell.code,
    from_year: from.to,
    to_year: to.from,
    name_from: usualName(from.names),
    name_to: usualName(to.names),
    relation: null,
    doubt: null,
    evidence_codes: [],
    documents_from: documentsOf(from.names).size,
    owners_from: ownersOf(from.names).size,
    documents_to: documentsOf(to.names).size,
    owners_to: ownersOf(to.names).size,
    evidence_documents: [...new Set([...twoOf(from.names), ...twoOf(to.names)])],
    ...findings,
  }
}

/** A document each of the first two owners, in the order of their names: the first of its first year. */
function twoOf(names: readonly Name[]): string[] {
  const byOwner = new Map<string, Sight>()
  for (const sight of sightsOf(names)) {
    const before = byOwner.get(sight.owner ?? '')
    if (sight.document !== null && (!before || isBefore(sight, before)))
      byOwner.set(sight.owner ?? '', sight)
  }
  return [...byOwner]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { document }]) => document as string)
    .slice(0, 2)
}

function isBefore(a: Sight, b: Sight): boolean {
  return a.year - b.year < 0 || (a.year === b.year && (a.document ?? '') < (b.document ?? ''))
}

function codesOf(spells: Spell[]): string[] {
  return [...new Set(spells.map(({ code }) => code))].toSorted()
}
