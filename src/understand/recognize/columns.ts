/** A raw table's columns -> what each is: a key that identifies rows, an amount with its meaning, or text. */
import { ownYear } from '../../../schemas/phase.js'
import type { ColumnKey, ColumnRole, RawTable } from '../../../schemas/stages.js'
import {
  type Content,
  contentOf,
  holdsAmounts,
  holdsCodedNames,
  holdsCodes,
  holdsUnitCodes,
  holdsWords,
  isMost,
} from './content.js'
import { type Draft, isNaming } from './draft.js'
import { splitLists } from './lists.js'
import { type HeaderMeaning, readHeader, readPath } from './meaning.js'
import { settleNames } from './names.js'
import { separateClassifications, settleUnitCodes } from './sets.js'

/** Columns in groups: each a list of its own, with its keys and its amounts. */
export function readColumns(table: RawTable): ColumnRole[][] {
  const drafts = table.columns.map(({ path }, index): Draft => {
    const [header, content] = [readPath(path), contentOf(table, index)]
    const key = keyOf(header, content)
    return { index, path, header, content, key, type: typeOf(path, header, content) }
  })
  splitCodes(drafts)
  const lists = splitLists(table, drafts)
  for (const list of lists) {
    settleUnitCodes(list)
    separateClassifications(table, list)
    settleNames(table, list)
  }
  const times = timesOf(table, drafts)
  return lists.map((list) => list.map((draft) => toRole(draft, times)))
}

/** What a header calls a key is one, unless its cells say otherwise; a column of codes is one, whatever it is called. */
function keyOf({ key }: HeaderMeaning, content: Content): ColumnKey | null {
  if (key === 'unit_name' && holdsUnitCodes(content)) return 'unit_code'
  if ((key === null || key === 'name' || key === 'unit_code') && holdsCodes(content)) return 'code'
  if (key === null || content.filled === 0) return key
  if (holdsAmounts(content)) return null
  if (key === 'unit_name' && content.measures >= MEASURES * content.filled) return null
  return isNaming(key) && holdsWholeAmounts(content) ? null : key
}

/** The share of a column's cells that are measures of things (台, 项): 单位 heads them beside a number of things. */
const MEASURES = 0.8

/** Whole yuan under a head of names, where they are nearly all of it and too many to be chance. */
function holdsWholeAmounts({ filled, amounts, codes, pure }: Content): boolean {
  const coded = codes + pure.size
  return !isMost(coded, filled) && amounts > WHOLE_AMOUNTS * filled && amounts > FEW_AMOUNTS
}

const WHOLE_AMOUNTS = 0.8
const FEW_AMOUNTS = 2

/** By the header, and where it leaves a choice by the cells; figures that do not parse are figures all the same. */
function typeOf(path: string[], header: HeaderMeaning, content: Content): Draft['type'] {
  const { type, figures, unknown } = header
  const untold = header.key === null && type === null && figures === null
  if (type === 'serial' || (untold && content.counts)) return 'serial'
  if (type === 'percent' || type === 'count') return type
  if (type === 'text') return content.filled > 0 && holdsAmounts(content) ? 'amount' : 'text'
  if (content.filled === 0) return figures !== null || MONEY.test(path.join('')) ? 'amount' : 'text'
  if (!holdsWords(content)) return isMost(content.percents, content.filled) ? 'percent' : 'amount'
  const meant =
    unknown === '' && (figures === 'sure' || (figures === 'likely' && isGarbled(content)))
  return meant ? 'amount' : 'text'
}

/** How headers of figures end, of words that no term explains: an empty column takes its class from them. */
const MONEY = /(?:数|额|费|款|金|收入|支出|补助|经费|资金|结转|结余|元\))$/

function isGarbled({ filled, garbled }: Content): boolean {
  return isMost(garbled, filled)
}

const LEVELS = ['class', 'section', 'item'] as const

/** One header over two or three columns of digits: they are 类, 款 and 项 (putuo/财政局2024 决算 p8). */
function splitCodes(drafts: Draft[]): void {
  const path = (i: number) => drafts[i]?.path.join('/')
  for (let i = 0; i < drafts.length; i++) {
    let end = i
    while (drafts[i].key === 'code' && drafts[end + 1]?.key === 'code' && path(end + 1) === path(i))
      end++
    if (end > i && end - i < LEVELS.length)
      for (let k = i; k <= end; k++) drafts[k].key = LEVELS[k - i]
    i = end
  }
}

/** What sets columns of one table apart in time: several years, and plan beside outturn of one year. */
interface Times {
  latest: number
  several: boolean
  phases: boolean
}

function timesOf({ title }: RawTable, drafts: Draft[]): Times {
  const [years, phases] = [new Set<number>(), new Set<string>()]
  for (const { header } of drafts) {
    const { year, phase } = header
    if (year !== null) years.add(year)
    if (phase) phases.add(`${year} ${phase}`)
  }
  return {
    latest: ownYear(years, readHeader(title).year) ?? 0,
    several: years.size > 1,
    phases: [...phases].some(
      (one) => phases.has(one.replace('budgeted', 'executed')) && one.endsWith('budgeted'),
    ),
  }
}

function toRole({ index, path, header, content, key, type }: Draft, times: Times): ColumnRole {
  const role: ColumnRole = {
    index,
    id: '',
    path,
    type: 'text',
    meaning: null,
    key,
    panel: null,
    coded: holdsCodedNames(content),
  }
  if (key !== null) return { ...role, type: isNaming(key) || key === 'period' ? 'name' : 'code' }
  if (type === 'serial' || type === 'text') return role
  return { ...role, type, meaning: meaningOf(path, header, times) }
}

/** Null where a word is unknown, or where the header calls the figures something that they are not. */
function meaningOf(path: string[], header: HeaderMeaning, times: Times): string | null {
  const { unknown, key, type, year, phase } = header
  if (unknown !== '' || path.length === 0 || key !== null || type === 'text') return null
  const earlier = times.several && year !== null && year < times.latest
  const planned = times.phases && phase === 'budgeted'
  const atoms = [
    ...(earlier ? ['previous_year'] : []),
    ...(planned ? ['budgeted'] : []),
    ...header.atoms,
  ]
  return [...new Set(atoms)].join('.') || 'amount'
}
