/**
 * A reader of xBRL-CSV of its own: metadata and tables -> facts, by the Recommendation's
 * rules (a column with dimensions makes facts, `$name` asks a column of the row, an empty
 * cell or #none is no value, ## opens with #, comment columns say nothing).
 */

interface Column {
  comment?: boolean
  dimensions?: Record<string, string>
  decimals?: string | number
}

interface Template {
  rowIdColumn?: string
  columns: Record<string, Column>
  dimensions?: Record<string, string>
}

interface Metadata {
  documentInfo: {
    documentType: string
    namespaces: Record<string, string>
    taxonomy: string[]
  }
  tableTemplates: Record<string, Template>
  tables: Record<string, { template: string; url: string }>
}

export interface CsvFact {
  id: string
  value: string
  decimals: string | null
  /** Core and taxonomy-defined dimensions, prefixes resolved. */
  dimensions: Record<string, string>
}

export function readXbrlCsv(
  metadata: Metadata,
  files: ReadonlyMap<string, string>,
): { facts: CsvFact[]; errors: string[] } {
  const errors: string[] = []
  if (metadata.documentInfo.documentType !== 'https://xbrl.org/2021/xbrl-csv')
    errors.push('document type')
  const facts = Object.entries(metadata.tables).flatMap(([name, { template, url }]) => {
    const text = files.get(url)
    const shape = metadata.tableTemplates[template]
    if (text === undefined || !shape) {
      errors.push(`table ${name}: no ${text === undefined ? url : template}`)
      return []
    }
    return tableFacts(name, shape, parseCsv(text), metadata.documentInfo.namespaces, errors)
  })
  const ids = new Set(facts.map(({ id }) => id))
  if (ids.size !== facts.length) errors.push('row ids repeat')
  return { facts, errors }
}

function tableFacts(
  name: string,
  template: Template,
  [header, ...rows]: string[][],
  namespaces: Record<string, string>,
  errors: string[],
): CsvFact[] {
  const fail = (what: string) => errors.push(`table ${name}: ${what}`)
  for (const column of header)
    if (!/^[A-Za-z_][\w-]*$/.test(column) || !template.columns[column]) fail(`column ${column}`)
  for (const column of referred(template))
    if (!header.includes(column) || template.columns[column]?.comment) fail(`no column ${column}`)
  const spoken = new Set([...referred(template), template.rowIdColumn])
  for (const [column, { comment, dimensions }] of Object.entries(template.columns))
    if (!comment && !dimensions && !spoken.has(column)) fail(`column ${column} says nothing`)
  return rows.flatMap((cells, r) => {
    if (cells.length !== header.length) fail(`row ${r + 1} has ${cells.length} cells`)
    const row = new Map(header.map((column, i) => [column, special(cells[i], fail)]))
    return header.flatMap((column) => {
      const { dimensions, decimals } = template.columns[column] ?? {}
      const value = row.get(column)
      if (!dimensions || value === null || value === undefined) return []
      const resolve = (text: string) =>
        text.startsWith('$') ? (row.get(text.slice(1)) ?? null) : special(text, fail)
      const all = { ...template.dimensions, ...dimensions }
      const own = Object.entries(all).flatMap(([key, text]) => {
        const resolved = resolve(text)
        return resolved === null ? [] : [[expand(key, namespaces, fail), resolved]]
      })
      return [
        {
          id: `${name}.${row.get(template.rowIdColumn ?? '') ?? r}`,
          value,
          decimals: decimals === undefined ? null : resolve(String(decimals)),
          dimensions: Object.fromEntries(own),
        },
      ]
    })
  })
}

function referred(template: Template): string[] {
  return Object.values(template.columns).flatMap(({ dimensions, decimals }) =>
    [...Object.values(dimensions ?? {}), String(decimals ?? '')].flatMap((text) =>
      text.startsWith('$') ? [text.slice(1)] : [],
    ),
  )
}

function special(text: string | undefined, fail: (what: string) => void): string | null {
  if (text === undefined || text === '' || text === '#none') return null
  if (text === '#empty') return ''
  if (text.startsWith('##')) return text.slice(1)
  if (text.startsWith('#')) fail(`${text} is no special value`)
  return text
}

function expand(
  key: string,
  namespaces: Record<string, string>,
  fail: (w: string) => void,
): string {
  const [prefix, local] = key.split(':')
  if (local === undefined) return key
  if (!namespaces[prefix]) fail(`prefix ${prefix}`)
  return `{${namespaces[prefix]}}${local}`
}

/**
 * As Python's csv.Sniffer does in the first kilobyte, which loaders ask for the dialect:
 * what the quote is, and whether it is doubled (three of one cell, with no comma between).
 */
export function sniff(text: string): { quote: string; doubled: boolean } {
  const sample = text.slice(0, 1024).replaceAll('\r\n', '\n')
  const votes = [...sample.matchAll(/([^\w\n"'])( ?)(["']).*?\3\1/gs)].map(([, , , quote]) => quote)
  const count = (quote: string) => votes.filter((vote) => vote === quote).length
  const quote = count("'") > count('"') ? "'" : '"'
  const doubled = new RegExp(
    `(?:,|^)\\W*${quote}[^,\\n]*${quote}[^,\\n]*${quote}\\W*(?:,|$)`,
    'm',
  ).test(sample)
  return { quote, doubled: votes.length > 0 && doubled }
}

/** A character at a time, in the dialect that is sniffed: RFC 4180 where that is what it looks like. */
export function parseCsv(text: string): string[][] {
  const { quote, doubled } = sniff(text)
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (doubled && quoted && c === quote && text[i + 1] === quote) {
      field += quote
      i += 1
    } else if (c === quote && (quoted || field === '')) quoted = !quoted
    else if (!quoted && c === ',') {
      row.push(field)
      field = ''
    } else if (!quoted && c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
      i += 1
    } else field += c
  }
  return rows
}
