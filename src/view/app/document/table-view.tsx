/** A table as it was read: merged heads, indents, unit, and what of it found no cell. */

import type { Corrected } from '../../../../schemas/corrected.js'
import type { BudgetTable, Column } from '../../../../schemas/document.js'
import type { Language } from '../../../../schemas/findings.js'
import { KIND_LABELS } from '../../../../schemas/labels.js'
import { meaningLabel } from '../../../../schemas/meaning-labels.js'
import type { SaidAt } from '../correct/found.js'
import { memo } from '../ui/memo.js'
import { useSettings } from '../ui/settings.js'
import { leftoverKey } from './marks.js'
import { columnKey } from './place.js'
import { type BodyCell, tableLayout } from './table-layout.js'

interface Props {
  table: BudgetTable
  /** Left cells of identities that fail. */
  failing: ReadonlySet<string>
  /** What people say of its parts, by their names. */
  said: SaidAt
}

/** Drawn once a table: what is lit is lit on what stands there. */
export const TableView = memo(function TableView({ table, failing, said }: Props) {
  const { words, lang } = useSettings()
  const { columns, depth, heads, body, sums } = tableLayout(table)
  return (
    <div class="table-view">
      <h2>{table.title || words.noTitle}</h2>
      <p class="about">
        <span class={isPendingAt(said, table.id) ? 'pending' : undefined} data-key={table.id}>
          {[table.ordinal, KIND_LABELS[table.kind][lang], table.owner].filter(Boolean).join(' · ')}
        </span>
        {table.unit && <span class="unit">{`${words.unit}: ${table.unit}`}</span>}
      </p>
      <div class="table-scroll">
        <table>
          <thead>
            {Array.from({ length: depth }, (_, level) => (
              <tr key={level}>
                {heads
                  .filter(({ top }) => top === level)
                  .map(({ text, bottom, left, right }) => (
                    <th
                      key={left}
                      colSpan={right - left + 1}
                      rowSpan={bottom - level + 1}
                      scope={left === right ? 'col' : 'colgroup'}
                      {...headOf(
                        table,
                        columns[left],
                        left === right && bottom === depth - 1,
                        said,
                      )}
                      title={
                        left === right ? meaningOf(columns[left], words.unknown, lang) : undefined
                      }
                    >
                      {text}
                    </th>
                  ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {body.map((line, i) => (
              <tr key={i} class={sums[i] ? 'sum' : ''}>
                {line.map((cell, c) => (
                  <BodyTd
                    key={c}
                    cell={cell}
                    isFailing={failing.has(cell.key ?? '')}
                    isPending={isPendingAt(said, cell.key)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Below title={words.notes} texts={table.notes.map((text) => ({ text }))} />
      <Below
        title={words.leftover}
        texts={table.leftover.map(({ text }, i) => ({ text, key: leftoverKey(table.id, i) }))}
      />
    </div>
  )
})

function isPendingAt(said: SaidAt, key: string | null): boolean {
  return said.get(key ?? '')?.some(({ isPending }) => isPending) ?? false
}

interface BodyTdProps {
  cell: BodyCell
  isFailing: boolean
  isPending: boolean
}

function BodyTd({ cell, isFailing, isPending }: BodyTdProps) {
  if (cell.rowSpan === 0) return null
  const { look, corrected } = cell
  const names = [
    look,
    corrected && 'corrected',
    isFailing && 'fails',
    isPending && 'pending',
  ].filter(Boolean)
  return (
    <td
      rowSpan={cell.rowSpan}
      class={names.join(' ') || undefined}
      data-key={cell.key ?? undefined}
      title={cell.corrected ? sayCorrected(cell.corrected) : undefined}
      data-indent={cell.indent > 0 ? Math.min(cell.indent, 6) : undefined}
    >
      {cell.text}
    </td>
  )
}

/** The lowest head of a column stands for it, and says where nobody understands it. */
function headOf({ id }: BudgetTable, column: Column, isLowest: boolean, said: SaidAt) {
  if (!isLowest) return {}
  const key = columnKey(id, column.id)
  const isUnknown = column.type === 'amount' && column.meaning === null
  const names = [
    isUnknown && 'unknown',
    column.corrected && 'corrected',
    isPendingAt(said, key) && 'pending',
  ].filter(Boolean)
  return { 'data-key': key, class: names.join(' ') || undefined }
}

function meaningOf({ type, meaning }: Column, unknown: string, lang: Language): string | undefined {
  if (type !== 'amount') return undefined
  return meaning === null ? unknown : meaningLabel(meaning)[lang]
}

function Below({ title, texts }: { title: string; texts: { text: string; key?: string }[] }) {
  if (texts.length === 0) return null
  return (
    <section class="below">
      <h3>{title}</h3>
      <ul>
        {texts.map(({ text, key }, i) => (
          <li key={i} data-key={key}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayCorrected({ from, by, why }: Corrected): string {
  return `${from ?? '–'} → (${by}) ${why}`
}
