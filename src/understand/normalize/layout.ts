/** What a whole list shows of its layout, for placing one row below another. */
import { BALANCE_WORDS } from '../../../schemas/row-words.js'
import { codeLevel } from './code.js'
import type { Draft } from './draft.js'
import { SAME_INDENT, widthOf } from './indent.js'
import { LEAD } from './name.js'

/** Beside ordinals, which show the levels, indents are typed carelessly: the reference's table 4 puts half a blank too much. */
const SAME_INDENT_BESIDE_ORDINALS = 0.75

export interface Layout {
  isCoded: boolean
  /** Units hold the rows below them. */
  unitsOutside: boolean
  /** Each name of a unit's column stands in one block of rows. */
  isContiguous: boolean
  /** By the length of a code: units whose codes are longer stand below. */
  longestUnit: number
  /** The deepest level that a code prints: what has no code below it is a part of it. */
  deepest: number
  /** By column: how far in names begin says nothing, as a class beside them says what they are of. */
  silent: ReadonlySet<number>
  /** By column: names begin at more than one depth. */
  stepped: ReadonlySet<number>
  /** Indents nearer than this, in ems, are one. */
  sameIndent: number
  /** Rows before the first with an ordinal. */
  leading: ReadonlySet<Draft>
}

export function layoutOf(drafts: readonly Draft[]): Layout {
  const codes = drafts.flatMap(({ row }) => row.code ?? [])
  const named = drafts.filter(({ row }) => row.role !== 'total' && row.role !== 'blank')
  const ordered =
    codes.length === 0 ? named : named.filter(({ row }) => row.code !== null || row.role === 'unit')
  const ranks = [...new Set(named.map(({ rank }) => rank))]
  const inRank = (rank: number) => named.filter((draft) => draft.rank === rank)
  const numbered = drafts.findIndex(({ ordinal }) => ordinal !== '')
  return {
    isCoded: codes.length > 0,
    unitsOutside: ordered[0]?.row.role === 'unit',
    isContiguous: standTogether(drafts.flatMap(({ row }) => row.unitName ?? [])),
    longestUnit: Math.max(0, ...drafts.map(({ row }) => row.unitCode?.length ?? 0)),
    deepest: Math.max(0, ...codes.map(codeLevel)),
    silent: new Set(ranks.filter((rank) => haveClasses(inRank(rank)))),
    stepped: new Set(ranks.filter((rank) => areStepped(inRank(rank)))),
    sameIndent: numbered < 0 ? SAME_INDENT : SAME_INDENT_BESIDE_ORDINALS,
    leading: new Set(drafts.slice(0, Math.max(0, numbered))),
  }
}

function haveClasses(drafts: readonly Draft[]): boolean {
  return drafts.some(({ rank, labels }) => [...labels.keys()].some((other) => other < rank))
}

function standTogether(names: readonly string[]): boolean {
  const blocks = names.filter((name, i) => name !== names[i - 1])
  return blocks.length === new Set(blocks).size
}

function areStepped(drafts: readonly Draft[]): boolean {
  const indents = drafts.map(({ indent }) => indent)
  return Math.max(...indents) - Math.min(...indents) > SAME_INDENT
}

/** Whether a name begins further in than another; null where the page cannot tell. */
export function isDeeper(below: Draft, above: Draft, layout: Layout): boolean | null {
  const { rank } = below
  if (rank !== above.rank || layout.silent.has(rank) || !layout.stepped.has(rank)) return null
  return below.indent > beginOf(above) + layout.sameIndent
}

export function isLeftOf(below: Draft, above: Draft, layout: Layout): boolean {
  return isDeeper({ ...above, ordinal: '' }, below, layout) === true
}

/** Where a name begins: behind 其中, below which further parts are aligned. */
function beginOf({ indent, ordinal }: Draft): number {
  return indent + widthOf(LEAD.exec(ordinal)?.[0] ?? '')
}

export function isLead({ ordinal }: Draft): boolean {
  return /^[(（]?(?:其中|另)/.test(ordinal)
}

/** 上年结转 and the like belong to no item above them. */
export function balances({ row }: Draft): boolean {
  return BALANCE_WORDS.test(row.name)
}
