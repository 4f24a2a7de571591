/** What a calculation processor would call inconsistent has failed in our own checks: for any table. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BudgetDocument, BudgetTable } from '../../schemas/document.js'
import type { KindDescription } from '../../schemas/kind.js'
import { WITHIN } from '../../schemas/sums.js'
import { toXbrl } from '../../src/publish/xbrl/instance.js'
import { loadKinds } from '../../src/registry.js'
import { reconcileTable } from '../../src/understand/reconcile/reconcile.js'
import { structureColumns } from '../../src/understand/structure/columns.js'
import { cell, column, document, table } from '../helpers/document.js'
import { jsonErrors } from '../helpers/xbrl/against-json.js'
import { shippedTaxonomy } from '../helpers/xbrl/files.js'
import { readInstance } from '../helpers/xbrl/instance.js'

const taxonomy = shippedTaxonomy()
const kinds = (await loadKinds()).filter(({ layout }) => layout !== 'form')
const sums = kinds.flatMap(({ identities }) => identities.filter(({ rule }) => rule === 'row_sum'))
const words = [
  ...new Set(
    sums.flatMap((sum) => (sum.rule === 'row_sum' ? [sum.whole, ...sum.parts, 'basic.total'] : [])),
  ),
]

const prefix = fc.constantFrom('', '', '', 'previous_year.', 'basic.', 'appropriation.', 'total.')
const meaning = fc.oneof(
  fc.tuple(prefix, fc.constantFrom(...words)).map(([group, word]) => group + word),
  fc.constantFrom('basic.personnel', 'basic.public', 'vehicles.total', 'amount', 'change'),
)
/** Small figures, so that sums hold now and then; with and without decimals, and blanks. */
const amount = fc.oneof(
  fc.constantFrom('', '-', '0', '0.00', '3', '6', '9'),
  fc.integer({ min: 0, max: 30 }).map((n) => (n / 10).toFixed(2)),
  fc.constantFrom('1', '2', '3.0', '1.004', '2.996'),
)

/** With the measure of each column, as the stage after reconciliation says it. */
const structured = (own: BudgetTable): BudgetTable =>
  structureColumns([own], document([]).report)[0]

/** A kind that sums columns with some of these columns, or any kind with any. */
const summing = kinds.filter(({ identities }) => identities.some(({ rule }) => rule === 'row_sum'))
const columns: fc.Arbitrary<{ kind: KindDescription | null; meanings: (string | null)[] }> =
  fc.oneof(
    fc.record({
      kind: fc.constantFrom(...kinds, null),
      meanings: fc.array(fc.option(meaning), { minLength: 2, maxLength: 7 }),
    }),
    fc
      .record({
        kind: fc.constantFrom(...summing),
        group: prefix,
        extra: fc.array(meaning, { maxLength: 2 }),
      })
      .chain(({ kind, group, extra }) =>
        fc
          .constantFrom(...kind.identities.flatMap((own) => (own.rule === 'row_sum' ? [own] : [])))
          .chain((sum) =>
            fc.subarray([...sum.parts], { minLength: 1 }).map((parts) => ({
              kind,
              meanings: [
                ...[sum.whole, ...parts.slice(0, 4)].map((word) => group + word),
                ...extra,
              ],
            })),
          ),
      ),
  )

const anyTable = fc
  .record({
    columns,
    rows: fc.array(fc.array(amount, { minLength: 7, maxLength: 7 }), {
      minLength: 1,
      maxLength: 4,
    }),
    unit: fc.constantFrom('元', '万元'),
    headers: fc.constantFrom('列', '列', '列', '预算数', '决算数'),
  })
  .map(({ columns: { kind, meanings }, rows, unit, headers }): BudgetTable => {
    const own = table({
      kind: kind?.id ?? 'unrecognized',
      unit: unit as BudgetTable['unit'],
      columns: meanings.map((own, i) =>
        column(`c${i}`, { path: [i % 3 === 0 ? headers : '列'], meaning: own }),
      ),
      rows: rows.map((texts, r) => ({
        ...table().rows[0],
        id: `t1.r${r + 1}`,
        cells: Object.fromEntries(
          meanings.map((_, i) => [
            `c${i}`,
            cell(texts[i], texts[i] === '-' ? '0' : texts[i] || null),
          ]),
        ),
      })),
    })
    own.checks = reconcileTable(own, kind)
    return structured(own)
  })

const errorsOf = (source: BudgetDocument) => {
  const report = readInstance(toXbrl(source), taxonomy)
  return { errors: [...report.errors, ...jsonErrors(source, report)], report }
}

describe('sums', () => {
  test('of any columns, in any kind: valid, and inconsistent only where checks fail', () => {
    let inconsistent = 0
    fc.assert(
      fc.property(anyTable, (own) => {
        const { errors, report } = errorsOf(document([own]))
        inconsistent += report.inconsistencies.length
        expect(errors).toEqual([])
      }),
      { numRuns: 400 },
    )
    expect(inconsistent).toBeGreaterThan(0)
  }, 60_000)

  test.each(
    kinds.filter(({ identities }) => identities.some(({ rule }) => rule === 'row_sum')),
  )('$id: its row sums are calculation links that bind', (kind) => {
    const sum = kind.identities.find(({ rule }) => rule === 'row_sum')
    if (sum?.rule !== 'row_sum') return
    const [first] = sum.parts
    const second = sum.parts.find((part) => part !== first && !WITHIN[first]?.includes(part))
    const own = table({
      kind: kind.id,
      columns: [sum.whole, first, String(second)].map((word, i) =>
        column(`c${i}`, { path: [`列${i}`], meaning: word }),
      ),
      rows: [
        { ...table().rows[0], cells: { c0: cell('9.00'), c1: cell('1.00'), c2: cell('2.00') } },
      ],
    })
    own.checks = reconcileTable(own, kind)
    const { errors, report } = errorsOf(document([structured(own)]))
    expect(errors).toEqual([])
    expect(report.inconsistencies.length).toBeGreaterThan(0)
  })
})
