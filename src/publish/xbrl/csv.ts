/**
 * Facts -> xBRL-CSV 1.0 (OIM): `foo.csv` with a row per amount, `foo-source.csv` with the
 * hash of the PDF, and `foo-metadata.json`, which says what their columns are. The same
 * facts as in `foo.xml`, one for one.
 *
 * Cells hold what the facts hold: text that a spreadsheet could take for a formula is
 * not altered, since it is the key of a fact. Open such files as data, not by a click.
 */
import path from 'node:path'
import type { BudgetDocument } from '../../../schemas/document.js'
import { type AmountFact, documentFacts, type Entity, type Period } from './facts.js'
import { boxText } from './instance.js'
import { DOCUMENT_SCHEME, ENTITY_SCHEME, NAMESPACE, SCHEMA_FILE, SOURCE_CONCEPT } from './names.js'
import { EXPLICIT, TYPED, type TypedKey } from './shapes.js'

const PREFIXES: Record<string, string> = {
  [ENTITY_SCHEME]: 'entity',
  [DOCUMENT_SCHEME]: 'document',
}
const TYPED_KEYS = Object.keys(TYPED) as TypedKey[]
/** Columns that are no part of a fact: a note on the file, and where the fact stands on the page and in the JSON. */
const COMMENTS = ['note', 'page', 'bbox', 'row', 'column'] as const
/**
 * Loaders that sniff a dialect in the first kilobyte take quotes for doubled only where
 * they see it: so a file with quotes in its cells says it in the first of them.
 */
const QUOTES_NOTE = 'quotes in cells are doubled: "'

interface Part {
  suffix: string
  content: string
}

export function toXbrlCsv(document: BudgetDocument): Part[] {
  const facts = documentFacts(document)
  const stem = path.posix.basename(document.source.file).replace(/\.pdf$/i, '')
  return [
    { suffix: '.csv', content: amountsText(facts.amounts) },
    {
      suffix: '-source.csv',
      content: csvText([
        ['id', 'sha256'],
        ['f0', facts.sha256],
      ]),
    },
    {
      suffix: '-metadata.json',
      content: `${JSON.stringify(metadata(stem, facts.entity, facts.period), null, 2)}\n`,
    },
  ]
}

const AMOUNT_HEADER = [
  'id',
  'note',
  'entity',
  'concept',
  ...EXPLICIT.map(({ name }) => columnOf(name)),
  ...TYPED_KEYS.map((key) => TYPED[key].element),
  'unit',
  'value',
  'decimals',
  ...COMMENTS.slice(1),
]

/** TableDimension -> table */
function columnOf(dimension: string): string {
  return dimension.replace(/Dimension$/, '').toLowerCase()
}

function amountsText(amounts: readonly AmountFact[]): string {
  const rows = amounts.map(amountRow)
  if (rows.some((row) => row.some((text) => text.includes('"'))))
    rows[0][AMOUNT_HEADER.indexOf('note')] = QUOTES_NOTE
  return csvText([AMOUNT_HEADER, ...rows])
}

function amountRow(fact: AmountFact, i: number): string[] {
  const { context, cell } = fact
  const explicit: Record<string, string | undefined> = { ...context.explicit }
  return [
    `f${i + 1}`,
    '',
    entityName(context.entity),
    `kemu:${fact.concept}`,
    ...EXPLICIT.map(({ name }) => (explicit[name] ? `kemu:${explicit[name]}` : '')),
    ...TYPED_KEYS.map((key) => literal(context.typed[key] ?? '')),
    fact.unit,
    fact.value,
    String(fact.decimals),
    String(cell.page),
    cell.bbox === null ? '' : boxText(cell.bbox).replaceAll(',', ' '),
    fact.row,
    fact.column,
  ]
}

/** A leading # opens xBRL-CSV's special values: doubled, it stands for itself. */
function literal(text: string): string {
  return text.startsWith('#') ? `#${text}` : text
}

function entityName({ scheme, identifier }: Entity): string {
  return `${PREFIXES[scheme]}:${identifier}`
}

function metadata(stem: string, entity: Entity, period: Period): object {
  const days = period === null ? {} : { period: `${period.start}T00:00:00/${dayAfter(period.end)}` }
  return {
    documentInfo: {
      documentType: 'https://xbrl.org/2021/xbrl-csv',
      namespaces: {
        kemu: NAMESPACE,
        iso4217: 'http://www.xbrl.org/2003/iso4217',
        entity: ENTITY_SCHEME,
        document: DOCUMENT_SCHEME,
      },
      taxonomy: [SCHEMA_FILE],
    },
    tableTemplates: {
      amounts: {
        rowIdColumn: 'id',
        columns: {
          ...Object.fromEntries(AMOUNT_HEADER.map((name) => [name, {}])),
          value: { dimensions: amountDimensions(), decimals: '$decimals' },
          ...Object.fromEntries(COMMENTS.map((name) => [name, { comment: true }])),
        },
        dimensions: days,
      },
      source: {
        rowIdColumn: 'id',
        columns: { id: {}, sha256: { dimensions: { concept: `kemu:${SOURCE_CONCEPT}` } } },
        dimensions: { entity: entityName(entity), ...days },
      },
    },
    tables: {
      amounts: { template: 'amounts', url: `${stem}.csv` },
      source: { template: 'source', url: `${stem}-source.csv` },
    },
  }
}

/** OIM's form of a period ends with the first moment that is outside. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 19)
}

function amountDimensions(): Record<string, string> {
  return {
    concept: '$concept',
    entity: '$entity',
    unit: '$unit',
    ...Object.fromEntries(EXPLICIT.map(({ name }) => [`kemu:${name}`, `$${columnOf(name)}`])),
    ...Object.fromEntries(
      TYPED_KEYS.map((key) => [`kemu:${TYPED[key].name}`, `$${TYPED[key].element}`]),
    ),
  }
}

/** RFC 4180; an apostrophe is quoted too, lest a sniffer take it for the quote. */
function csvText(rows: readonly (readonly string[])[]): string {
  const field = (text: string) =>
    /[",'\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}
