/** A folder of documents -> a flat table, as rows and as what was said beside it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BudgetDocument } from '../../schemas/document.js'
import type { Remark, Wish } from '../../src/flat/options.js'
import { flatRows } from '../../src/flat/rows.js'
import { type FlatFormat, writeFlat } from '../../src/flat/write.js'
import type { Row } from '../../src/panel/table.js'
import { folderOf } from './folder.js'

const FIGURES: Wish = {
  ...{ of: 'figures', kind: 'general_budget_expenditure', measure: 'total', level: null },
  ...{ phase: null, scope: null, year: null, links: null },
}

export function wish(given: Record<string, unknown> = {}): Wish {
  return { ...FIGURES, ...given } as Wish
}

export function folder(documents: Record<string, BudgetDocument | string>): string {
  const texts = Object.entries(documents).map(([name, given]) => [
    name,
    typeof given === 'string' ? given : JSON.stringify(given),
  ])
  return folderOf(Object.fromEntries(texts))
}

export function flat(root: string, wanted: Wish): { rows: Row[]; said: Remark[] } {
  const said: Remark[] = []
  return { rows: [...flatRows(root, wanted, (remark) => said.push(remark))], said }
}

/** @returns the file written */
export async function written(root: string, wanted: Wish, format: FlatFormat): Promise<string> {
  const out = path.join(folderOf(), `x.${format}`)
  await writeFlat({ root, out, format, wish: wanted, say: () => {}, bom: false })
  return out
}

export const textOf = (file: string) => readFileSync(file, 'utf8')
