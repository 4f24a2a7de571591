/** One thing has one label in all outputs: it stands in schemas/, and no printer has another. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as labels from '../../schemas/labels.js'
import { ATOM_LABELS, MEASURE_LABELS, meaningLabel } from '../../schemas/meaning-labels.js'

const ROOT = new URL('../../', import.meta.url).pathname
const PRINTERS = ['src/publish', 'src/panel', 'src/batch', 'src/cli']

const all: labels.Label[] = [
  ...Object.values(labels).flatMap((table) =>
    typeof table === 'object' ? Object.values<labels.Label>(table) : [],
  ),
  ...ATOM_LABELS.values(),
  ...Object.values(MEASURE_LABELS),
]

/** Words that are a label of one thing and name another one too. */
const HOMONYMS: Record<string, string> = {
  年度: 'a period, and a column of the sheet of targets',
  财政拨款: 'a source of money, and a column of the sheet of targets',
  单位: 'the unit of amounts, and whose document it is',
  说明: 'the first sheet, and what a finding says',
  'The three public expenses': 'a kind of table, and a view of its items',
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(path.join(ROOT, file)).isDirectory() ? filesBelow(file) : file
  })
}

/** What a file says in quotes, comments left out. */
function literalsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].flatMap((found) =>
    found.slice(1).filter((text) => text !== undefined),
  )
}

describe('labels', () => {
  test('a printer that says one again is seen', () => {
    expect(
      literalsOf(`const a = ['尾差', "不符"] // '相符'\n/* '待复核' */ const b = \`正常\``),
    ).toEqual(['尾差', '不符', '相符', '正常'])
  })

  test('no printer has a second one', () => {
    // A single English word is a name in the code as often as a label.
    const words = all.flatMap(({ zh, en }) => [zh, ...(en.includes(' ') ? [en] : [])])
    const known = new Set(words.filter((word) => HOMONYMS[word] === undefined))
    const again = PRINTERS.flatMap(filesBelow).flatMap((file) =>
      literalsOf(readFileSync(path.join(ROOT, file), 'utf8'))
        .filter((text) => known.has(text))
        .map((text) => `${file}: ${text}`),
    )
    expect(again).toEqual([])
  })

  test('each is in Chinese and in English', () => {
    for (const { zh, en } of all) {
      expect(zh).toMatch(/[\u4e00-\u9fff]|^%$/)
      expect(en.replace(/（?[类款项]）?/, '')).toMatch(/^[\x20-\x7e]+$/)
      expect(en).not.toMatch(/[a-z]_[a-z]/)
    }
  })

  test('every word of the vocabulary has an English one of its own', () => {
    const bare = [...ATOM_LABELS].filter(([atom, { en }]) => en === atom)
    expect(bare).toEqual([])
  })
})

test('a measure is called as the headers that it is read from', () => {
  expect(MEASURE_LABELS.general_public_budget).toEqual(ATOM_LABELS.get('general_budget'))
  expect(MEASURE_LABELS.basic).toEqual({ zh: '基本支出', en: 'Basic expenditure' })
})

test('a meaning is called by its atoms, outermost first', () => {
  expect(meaningLabel('previous_year.basic')).toEqual({
    zh: '上年：基本支出',
    en: 'Last year, basic expenditure',
  })
  expect(meaningLabel('amount')).toEqual({ zh: '金额', en: 'Amount' })
})
