/**
 * The questions asked first, as views of `panel.duckdb`. They take preferred documents only, one table of a kind of
 * each, one column, and leaves or the printed total, never both: nothing is counted twice. Where that is in doubt they have
 * no answer (`doubts`). Departments and their units disclose the same money: every view says the scope, and sums within it.
 */
import { DOUBT_VIEWS } from './doubts.js'
import { FUNCTION_VIEWS } from './functions.js'
import { LOOK_VIEWS } from './looks.js'
import { PERSONNEL_VIEWS } from './personnel.js'
import { PROCUREMENT_VIEWS } from './procurement.js'
import { PROJECT_VIEWS } from './projects.js'
import { THREE_PUBLIC_VIEWS } from './three-public.js'
import { COMPARISON_VIEWS, TOTAL_VIEWS } from './totals.js'
import type { View } from './view.js'

/** Each rests on those before it. */
export const VIEWS: readonly View[] = [
  ...DOUBT_VIEWS,
  ...TOTAL_VIEWS,
  ...FUNCTION_VIEWS,
  ...COMPARISON_VIEWS,
  ...THREE_PUBLIC_VIEWS,
  ...PERSONNEL_VIEWS,
  ...PROCUREMENT_VIEWS,
  ...PROJECT_VIEWS,
  ...LOOK_VIEWS,
]
