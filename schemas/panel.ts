/**
 * The panel (`kemu panel`), as data: every table and column that it has. The header of
 * the CSV, the types of Parquet and DuckDB, the codebook, the package's description and
 * the loaders all derive from this list, so that none of them can drift.
 */
import { CHECK_TERMS, CHECKS } from './panel/checks.js'
import { CODES } from './panel/codes.js'
import type { PanelTable } from './panel/column.js'
import { DERIVED_TABLES } from './panel/derived.js'
import { DOCUMENTS, FILES } from './panel/documents.js'
import { FACTS } from './panel/facts.js'
import { NARRATIVE_FACTS } from './panel/narrative.js'
import { INDICATORS, PROJECT_FUNDING, PROJECTS } from './panel/performance.js'
import { ISSUES, TABLE_ROWS } from './panel/tables.js'

/** In an order in which every foreign key points backwards. */
export const PANEL_TABLES: readonly PanelTable[] = [
  DOCUMENTS,
  FILES,
  TABLE_ROWS,
  FACTS,
  NARRATIVE_FACTS,
  CHECKS,
  CHECK_TERMS,
  ISSUES,
  PROJECTS,
  PROJECT_FUNDING,
  INDICATORS,
  CODES,
]

/** With those that sum up the others. */
export const ALL_TABLES: readonly PanelTable[] = [...PANEL_TABLES, ...DERIVED_TABLES]

export { AMOUNT, type ColumnType, type PanelColumn, type PanelTable } from './panel/column.js'
