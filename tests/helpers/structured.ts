/** A document with what the stage of structure says of its columns and rows. */
import type { BudgetDocument } from '../../schemas/document.js'
import { structureColumns } from '../../src/understand/structure/columns.js'
import { checkLeaves } from '../../src/understand/structure/leaves.js'
import { structureRows } from '../../src/understand/structure/rows.js'

export function structured(document: BudgetDocument): BudgetDocument {
  const tables = structureRows(structureColumns(document.tables, document.report))
  return { ...document, tables: checkLeaves(tables) }
}
