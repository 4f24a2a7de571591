/** `load.R`: the CSV files of a panel into data frames, with base R alone. */
import type { ColumnType, PanelTable } from '../../../schemas/panel/column.js'
import { printedTexts } from './columns.js'

const CLASSES: Record<ColumnType, string> = {
  text: 'character',
  integer: 'integer',
  decimal: 'character',
  boolean: 'logical',
  points: 'numeric',
}

const HEAD = `# Loads the CSV files of this folder into data frames, every column with its class.
#
#   source("load.R")
#   panel <- load_panel(".")       # a list: panel$facts, panel$documents ...
#
# Codes are character (003001 stays 003001). R has no decimals: an amount stays as the exact text, and
# beside it stands <name>_num, a double, for computing: about 15 digits of it are sure.`

const TAIL = `load_table <- function(name, folder = ".") {
  classes <- panel_classes[[name]]
  # Positions, not names: a byte order mark would be part of the first name.
  data <- read.csv(file.path(folder, paste0(name, ".csv")), header = TRUE,
    col.names = names(classes), colClasses = unname(classes), na.strings = "",
    encoding = "UTF-8", comment.char = "", check.names = FALSE)
  for (text in panel_printed[[name]])
    data[[text]][is.na(data[[text]])] <- ""
  for (amount in panel_amounts[[name]])
    data[[paste0(amount, "_num")]] <- as.numeric(data[[amount]])
  data
}

load_panel <- function(folder = ".") {
  tables <- names(panel_classes)
  setNames(lapply(tables, load_table, folder = folder), tables)
}`

export function rLoader(tables: readonly PanelTable[]): string {
  const classes = tables.map(({ name, columns }) => {
    const lines = columns.map((column) => `    ${column.name} = "${CLASSES[column.type]}"`)
    return `  ${name} = c(\n${lines.join(',\n')})`
  })
  const amounts = tables.map(({ name, columns }) => {
    const exact = columns.filter(({ type }) => type === 'decimal')
    return listed(
      name,
      exact.map((column) => column.name),
    )
  })
  const printed = tables.map((table) => listed(table.name, printedTexts(table)))
  return `${HEAD}

panel_classes <- list(
${classes.join(',\n')}
)

panel_amounts <- list(
${amounts.join(',\n')}
)

# Texts that are never missing: where the file has nothing, they are empty.
panel_printed <- list(
${printed.join(',\n')}
)

${TAIL}
`
}

function listed(table: string, names: string[]): string {
  return `  ${table} = c(${names.map((name) => `"${name}"`).join(', ')})`
}
