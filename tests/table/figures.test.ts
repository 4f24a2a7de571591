import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Exact } from '../../schemas/decimal.js'
import type { BudgetDocument, BudgetRow, BudgetTable } from '../../schemas/document.js'
import { DOUBT, DOUBTS } from '../../schemas/flat/columns.js'
import { cell, column, document, row, table } from '../helpers/document.js'
import { flat, folder, wish } from '../helpers/flat.js'
import { structured } from '../helpers/structured.js'

/** code, the code above, the amount in 万元. */
type Line = readonly [code: string | null, above: string | null, amount: string]

const PRINTED: readonly Line[] = [
  [null, null, '100.50'],
  ['201', null, '60.50'],
  ['20103', '201', '60.50'],
  ['2010301', '20103', '50.25'],
  ['2010302', '20103', '10.25'],
  ['208', null, '40.00'],
  ['20805', '208', '40.00'],
  ['2080505', '20805', '40.00'],
]

function rowsOf(lines: readonly Line[]): BudgetRow[] {
  return lines.map(([code, above, amount], i) => {
    const parent = above === null ? null : `r${lines.findIndex((line) => line[0] === above)}`
    const shared = { parent, code, name: code === null ? '合计' : `科目${code}` }
    const level = code === null ? 0 : (code.length - 1) / 2
    const role = code === null ? ('total' as const) : ('item' as const)
    return row(`r${i}`, { ...shared, level, role, cells: { total: cell(amount) } })
  })
}

const TOTAL = [column('total', { path: ['合计'], meaning: 'total' })]

let hashes = 0
function documentOf(
  lines: readonly Line[] = PRINTED,
  report: Partial<BudgetDocument['report']> = {},
  given: Partial<BudgetTable> = {},
): BudgetDocument {
  hashes += 1
  const sha256 = hashes.toString(16).padStart(8, '0').repeat(8)
  const made = document([table({ columns: TOTAL, rows: rowsOf(lines), ...given })], {
    source: { file: '某 市/a.pdf', sha256, pages: 1, producer: null },
    report: {
      kind: 'budget',
      fiscalYear: 2025,
      department: '某局',
      scope: 'department',
      ...report,
    },
  })
  return structured(made)
}

const shown = (rows: ReturnType<typeof flat>['rows'], ...names: string[]) =>
  rows.map((each) => names.map((name) => each[name]))

test('leaves only, each with its amount in 元 and as printed, and the page as a link', () => {
  const { rows, said } = flat(folder({ '某市/a.json': documentOf() }), wish())
  expect(shown(rows, 'code', 'row_kind', 'amount', 'printed', 'unit', 'doubt')).toEqual([
    ['2010301', 'leaf', '502500', '50.25', '万元', null],
    ['2010302', 'leaf', '102500', '10.25', '万元', null],
    ['2080505', 'leaf', '400000', '40.00', '万元', null],
  ])
  expect(rows[0]).toMatchObject({
    ...{ owner: '某局', region: '某市', year: 2025, report_kind: 'budget', scope: 'department' },
    link: '%E6%9F%90%20%E5%B8%82/a.pdf#page=1',
  })
  expect(said).toEqual([])
})

test('at a level: a sum of ours beside what is printed; a code that nobody prints has no name and no print', () => {
  const without = PRINTED.filter(([code]) => code !== '20103').map(
    ([code, above, amount]): Line =>
      above === '20103' ? [code, '201', amount] : [code, above, amount],
  )
  const of = (lines: readonly Line[]) =>
    flat(folder({ 'a.json': documentOf(lines) }), wish({ level: '款' })).rows
  const names = [
    'code',
    'name',
    'row_kind',
    'leaves',
    'amount',
    'printed',
    'printed_amount',
    'doubt',
  ]
  expect(shown(of(PRINTED), ...names)).toEqual([
    ['20103', '科目20103', 'derived', 2, '605000', '60.50', '605000', null],
    ['20805', '科目20805', 'derived', 1, '400000', '40.00', '400000', null],
  ])
  expect(shown(of(without), ...names)[0]).toEqual([
    '20103',
    null,
    'derived',
    2,
    '605000',
    null,
    null,
    null,
  ])
})

test('leaves that do not come to the print are said: both stay, and nothing is filled in', () => {
  const withheld = PRINTED.filter(([code]) => code !== '2010302')
  const { rows } = flat(folder({ 'a.json': documentOf(withheld) }), wish({ level: '款' }))
  expect(shown(rows, 'code', 'amount', 'printed_amount', 'doubt')[0]).toEqual([
    '20103',
    '502500',
    '605000',
    expect.stringContaining('leaves_differ'),
  ])
})

test('what few digits explain is no difference: half a last digit for each figure, no more', () => {
  const doubtOf = (printed: string) => {
    const lines = PRINTED.map(
      ([code, above, amount]): Line =>
        ['20103', '201'].includes(code ?? '') ? [code, above, printed] : [code, above, amount],
    )
    const { rows } = flat(folder({ 'a.json': documentOf(lines) }), wish({ level: '款' }))
    return String(rows[0].doubt)
  }
  expect(doubtOf('60.51')).not.toContain('leaves_differ')
  expect(doubtOf('60.52')).toContain('leaves_differ')
})

test('a leaf above the level stands as it is printed, and says so', () => {
  const lines: Line[] = [
    [null, null, '5.00'],
    ['201', null, '2.00'],
    ['208', null, '3.00'],
  ]
  const { rows } = flat(folder({ 'a.json': documentOf(lines) }), wish({ level: '款' }))
  expect(shown(rows, 'code', 'row_kind', 'amount', 'doubt')).toEqual([
    ['201', 'leaf', '20000', 'above_level'],
    ['208', 'leaf', '30000', 'above_level'],
  ])
})

test('a leaf without a unit has no amount in 元, and no sum is made without it', () => {
  const { rows } = flat(
    folder({ 'a.json': documentOf(PRINTED, {}, { unit: null }) }),
    wish({ level: '款' }),
  )
  expect(shown(rows, 'amount', 'printed', 'doubt')[0]).toEqual([
    null,
    '60.50',
    'leaves_unproved no_amount',
  ])
})

test('at every level the rows together are all leaves', () => {
  const amount = fc.integer({ min: 0, max: 99999 }).map((cents) => (cents / 100).toFixed(2))
  const codes = ['2010301', '2010302', '2010501', '2080505', '20899']
  const sum = (amounts: readonly unknown[]) =>
    amounts.reduce((all: Exact, each) => all.plus(String(each)), new Exact(0)).toFixed()
  fc.assert(
    fc.property(fc.array(amount, { minLength: 5, maxLength: 5 }), (amounts) => {
      const leaves = codes.map((code, i): Line => [code, null, amounts[i]])
      const all = new Exact(sum(amounts)).toFixed(2)
      const root = folder({ 'a.json': documentOf([[null, null, all], ...leaves]) })
      for (const level of [null, '类', '款', '项']) {
        const { rows } = flat(root, wish({ level }))
        expect(sum(rows.map(({ amount }) => amount))).toBe(new Exact(all).times(10000).toFixed())
      }
    }),
    { numRuns: 15 },
  )
})

test('phases do not mix: the remedy is said, and carrying it out gives the table', () => {
  const root = folder({
    'a.json': documentOf(),
    'b.json': documentOf(PRINTED, { kind: 'final_accounts' }),
  })
  expect(() => flat(root, wish())).toThrow(
    'mix phases: budget (a.json) and executed (b.json): choose one with --phase budget or --phase executed',
  )
  expect(
    flat(root, wish({ phase: 'executed' })).rows.map(({ report_kind }) => report_kind),
  ).toEqual(Array(3).fill('final_accounts'))
})

test("last year's column beside this year's is left out, and said", () => {
  const columns = [
    column('last', { path: ['2024年预算'], meaning: 'previous_year' }),
    column('total', { path: ['2025年预算'], meaning: 'total' }),
  ]
  const rows = rowsOf(PRINTED).map((each) => ({
    ...each,
    cells: { ...each.cells, last: cell('7.00') },
  }))
  const root = folder({ 'a.json': documentOf(PRINTED, {}, { columns, rows }) })
  const { rows: given, said } = flat(root, wish())
  expect(shown(given, 'phase', 'figure_year')).toEqual(Array(3).fill(['budget', 2025]))
  expect(said.map(({ code, message }) => [code, message])).toEqual([
    [
      'other_phase',
      'figures of previous_year_budget are left out: --phase previous_year_budget gives them',
    ],
  ])
  expect(flat(root, wish({ phase: 'previous_year_budget' })).rows).toHaveLength(3)
})

test('several tables of a kind, a second document of a disclosure, a content twice: each is said', () => {
  const [one, two] = [documentOf(), documentOf()]
  const twice = { ...two, tables: [...two.tables, { ...two.tables[0], id: 't2' }] }
  const { rows, said } = flat(folder({ 'a.json': one, 'b.json': twice, 'c.json': one }), wish())
  expect(new Set(shown(rows, 'doubt').flat())).toEqual(
    new Set([null, 'several_tables other_document']),
  )
  expect(said.map(({ file, code }) => [file, code])).toEqual([
    ['b.json', 'several_tables'],
    ['b.json', 'other_document'],
    ['c.json', 'same_content'],
  ])
})

test('rows of which nothing says whether others repeat them are no leaves, and are counted', () => {
  const lines: Line[] = [
    [null, null, '9.00'],
    ['201', null, '2.00'],
    ['208', null, '3.00'],
  ]
  const made = documentOf(lines)
  const rows = made.tables[0].rows.map((each) => ({
    ...each,
    kind: null,
    kindReason: 'contradicted' as const,
  }))
  const root = folder({ 'a.json': { ...made, tables: [{ ...made.tables[0], rows }] } })
  const { rows: given, said } = flat(root, wish())
  expect(given).toEqual([])
  expect(said[0]).toMatchObject({
    code: 'unsaid',
    message: expect.stringContaining('3 rows on page 1'),
  })
})

test('a department and its own office are told apart, whatever the title page is called', () => {
  const root = folder({
    'a.json': documentOf(),
    'b.json': documentOf(PRINTED, { department: '某局（本级）' }),
  })
  const scopes = (scope: string) => shown(flat(root, wish({ scope })).rows, 'owner', 'scope')
  expect(scopes('department')).toEqual(Array(3).fill(['某局', 'department']))
  expect(scopes('unit')).toEqual(Array(3).fill(['某局（本级）', 'unit']))
})

test('versions of one disclosure are told by owner, whatever the title page is called, in one region', () => {
  const own = { department: '某局（本级）' }
  const saidOf = (files: Record<string, BudgetDocument>) =>
    flat(folder(files), wish()).said.map(({ file, code }) => [file, code])
  const titled = {
    '某市/2025年/a.json': documentOf(PRINTED, { ...own, scope: 'department' }),
    '某市/2025/b.json': documentOf(PRINTED, { ...own, scope: 'unit' }),
  }
  expect(saidOf(titled).map(([, code]) => code)).toEqual(['other_document'])
  expect(saidOf({ '某市/a.json': documentOf(), '另市/b.json': documentOf() })).toEqual([])
})

describe('an owner by its spellings', () => {
  const saidOf = (...files: [file: string, department: string][]) => {
    const documents = files.map(([file, department]) => [file, documentOf(PRINTED, { department })])
    const { said } = flat(folder(Object.fromEntries(documents)), wish())
    return said.map(({ file, message }) => [file, message.replace(/^.* as | *:.*$/g, '')])
  }

  test('has the place of its folder, printed or not', () => {
    expect(saidOf(['烟台/a.json', '教育局'], ['烟台/b.json', '烟台市教育局'])).toEqual([
      ['烟台/b.json', '烟台/a.json'],
    ])
    expect(saidOf(['烟台/a.json', '市教育局'], ['长沙/b.json', '市教育局'])).toEqual([])
  })

  test('has a place that another owner of its folder shows in full, later too', () => {
    const short: [string, string] = ['x/a.json', '甲州财政局']
    const other: [string, string] = ['x/b.json', '甲州市教育局']
    expect(saidOf(short, other, ['x/c.json', '甲州市财政局'])).toEqual([['x/c.json', 'x/a.json']])
    expect(saidOf(short, ['x/c.json', '甲州市财政局'])).toEqual([['x/c.json', 'x/a.json']])
  })

  test('is not that of another place of one name', () => {
    expect(saidOf(['x/a.json', '甲州市财政局'], ['x/b.json', '甲州县财政局'])).toEqual([])
  })
})

test('a code that two rows print has a sum of ours beside neither', () => {
  const lines: Line[] = [
    ['201', null, '2.00'],
    ['2010301', null, '2.00'],
  ]
  const made = documentOf(lines)
  const [above, leaf] = made.tables[0].rows
  const twice = { ...above, id: 't1.again', kind: 'subtotal' as const }
  const subtotal = { ...above, kind: 'subtotal' as const }
  const given = { ...made, tables: [{ ...made.tables[0], rows: [subtotal, twice, leaf] }] }
  const { rows } = flat(folder({ 'a.json': given }), wish({ level: '类' }))
  expect(rows.map(({ code, amount, printed }) => [code, amount, printed])).toEqual([
    ['201', '20000', null],
  ])
})

test('who reads the column of doubts finds what each of them means', () => {
  for (const doubt of DOUBTS) expect(DOUBT.description).toMatch(new RegExp(`${doubt}: .{8}`))
})
