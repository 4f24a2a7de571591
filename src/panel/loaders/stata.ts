/** `load.do`: the CSV files of a panel into Stata files, every variable typed and labelled. */
import type { ColumnType, PanelTable } from '../../../schemas/panel/column.js'

const HEAD = `* Loads the CSV files of this folder and saves each as a Stata file (facts.dta ...), every variable typed.
* Run it in this folder: do load.do
*
* Codes are strings (003001 stays 003001). Stata has no decimals: an amount stays as the exact text, and
* beside it stands <name>_num, a double, for computing: about 15 digits of it are sure.
* A missing text is "", a missing number is . ; 1 is true, 0 is false.
version 14
set more off`

/** A label of a variable may have 80 characters. */
const LABEL = 80

export function stataLoader(tables: readonly PanelTable[]): string {
  return `${[HEAD, ...tables.map(tableCommands)].join('\n\n')}\n`
}

function tableCommands(table: PanelTable): string {
  const named = (...types: ColumnType[]) =>
    table.columns.flatMap(({ name, type }) => (types.includes(type) ? [name] : []))
  return [
    `* ${table.zh}: ${table.en}`,
    `import delimited using "${table.name}.csv", clear delimiters(",") varnames(1) case(preserve) ///`,
    '  bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8") stringcols(_all)',
    ...each(named('integer', 'points'), "  destring `v', replace"),
    ...each(named('boolean'), ...BOOLEAN),
    ...each(named('decimal'), "  generate double `v'_num = real(`v')"),
    ...table.columns.map(({ name, zh, en }) => label(name, `${zh} ${en}`)),
    `isid ${table.primaryKey.join(' ')}`,
    'compress',
    `save "${table.name}.dta", replace`,
  ].join('\n')
}

const BOOLEAN = [
  '  generate byte `v\'_is = (`v\' == "true") if `v\' != ""',
  "  drop `v'",
  "  rename `v'_is `v'",
]

function each(names: string[], ...body: string[]): string[] {
  return names.length === 0 ? [] : [`foreach v of varlist ${names.join(' ')} {`, ...body, '}']
}

function label(name: string, text: string): string {
  return `label variable ${name} "${text.replaceAll('"', "'").slice(0, LABEL)}"`
}
