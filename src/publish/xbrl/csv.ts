/**
 * Facts -> xBRL-CSV 1.0 (OIM): `foo.csv` with a row per figure, `foo-texts.csv` with a row per text, and
 * `foo-metadata.json`, which says what their columns are. The same facts as in `foo.xml`, one for one.
 *
 * Cells hold what the facts hold: text that a spreadsheet could take for a formula is not altered, since it is the key
 * of a fact. Open such files as data, not by a click.
 */
import path from 'node:path'
import type { BudgetDocument } from '../../../schemas/document.js'
import type { Context, Entity, Fact, Period } from './context.js'
import { EXPLICIT, type ExplicitKey, TYPED, type TypedKey } from './dimensions.js'
import { documentFacts } from './facts.js'
import { schemaHref } from './instance.js'
import { linkable } from './linkable.js'
import { DOCUMENT_SCHEME, ENTITY_SCHEME, NAMESPACE, PURE } from './names.js'

const PREFIXES: Record<string, string> = {
  [ENTITY_SCHEME]: 'entity',
  [DOCUMENT_SCHEME]: 'document',
}
const EXPLICIT_KEYS = Object.keys(EXPLICIT) as ExplicitKey[]
const TYPED_KEYS = Object.keys(TYPED) as TypedKey[]
/** Columns that are no part of a fact: a note on the file, and where the fact stands on the page. */
const COMMENTS = ['note', 'page', 'bbox'] as const
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
  const { facts, entity, period } = documentFacts(document)
  const stem = linkable(path.posix.basename(document.source.file).replace(/\.pdf$/i, ''))
  const told = { stem, entity, schema: schemaHref(document) }
  const figures = facts.filter(({ unit }) => unit !== null)
  const texts = facts.filter(({ unit }) => unit === null)
  const rows = (own: readonly Fact[]) => own.map((fact) => factRow(fact, period))
  return [
    { suffix: FIGURES_SUFFIX, content: factsText(rows(figures)) },
    { suffix: TEXTS_SUFFIX, content: factsText(rows(texts)) },
    { suffix: '-metadata.json', content: `${JSON.stringify(metadata(told), null, 2)}\n` },
  ]
}

const FIGURES_SUFFIX = '.csv'
const TEXTS_SUFFIX = '-texts.csv'

const HEADER = [
  'id',
  'note',
  'concept',
  'period',
  ...EXPLICIT_KEYS.map((key) => columnOf(EXPLICIT[key].name)),
  ...TYPED_KEYS.map((key) => TYPED[key].element),
  'unit',
  'value',
  'decimals',
  ...COMMENTS.slice(1),
]

/** TableDimension -> table */
function columnOf(dimension: string): string {
  const name = dimension.replace(/Dimension$/, '')
  return name[0].toLowerCase() + name.slice(1)
}

function factsText(rows: string[][]): string {
  if (rows.some((row) => row.some((text) => text.includes('"'))))
    rows[0][HEADER.indexOf('note')] = QUOTES_NOTE
  return csvText([HEADER, ...rows])
}

const NOWHERE: Pick<Context, 'members' | 'typed'> = { members: {}, typed: {} }

/** A number without a unit is a pure one: OIM allows none to say so. */
function factRow(fact: Fact, whole: Period): string[] {
  const { members, typed } = fact.context ?? NOWHERE
  const period = fact.context ? fact.context.period : whole
  return [
    fact.id,
    '',
    `kemu:${fact.concept}`,
    period === null ? '' : `${period.start}T00:00:00/${dayAfter(period.end)}`,
    ...EXPLICIT_KEYS.map((key) => (members[key] ? `kemu:${members[key]}` : '')),
    ...TYPED_KEYS.map((key) => literal(typed[key] ?? '')),
    fact.unit === null || fact.unit === PURE ? '' : fact.unit,
    literal(fact.value),
    fact.decimals === null ? '' : String(fact.decimals),
    fact.page === null ? '' : String(fact.page),
    fact.bbox === null ? '' : boxText(fact.bbox),
  ]
}

/** To a hundredth of a point: less than a hair. */
function boxText(box: readonly number[]): string {
  return box.map((edge) => Math.round(edge * 100) / 100).join(' ')
}

/** A leading # opens xBRL-CSV's special values: doubled, it stands for itself. */
function literal(text: string): string {
  return text.startsWith('#') ? `#${text}` : text
}

interface Told {
  stem: string
  entity: Entity
  schema: string
}

function metadata({ stem, entity, schema }: Told): object {
  const columns = {
    ...Object.fromEntries(HEADER.map((name) => [name, {}])),
    ...Object.fromEntries(COMMENTS.map((name) => [name, { comment: true }])),
  }
  const template = (value: object, unused: object = {}) => ({
    rowIdColumn: 'id',
    columns: { ...columns, ...unused, value },
    dimensions: { entity: `${PREFIXES[entity.scheme]}:${entity.identifier}` },
  })
  const dimensions = keyDimensions()
  return {
    documentInfo: {
      documentType: 'https://xbrl.org/2021/xbrl-csv',
      namespaces: {
        kemu: NAMESPACE,
        iso4217: 'http://www.xbrl.org/2003/iso4217',
        entity: ENTITY_SCHEME,
        document: DOCUMENT_SCHEME,
      },
      taxonomy: [schema],
    },
    tableTemplates: {
      figures: template({ dimensions: { ...dimensions, unit: '$unit' }, decimals: '$decimals' }),
      texts: template({ dimensions }, { unit: { comment: true }, decimals: { comment: true } }),
    },
    tables: {
      figures: { template: 'figures', url: `${stem}${FIGURES_SUFFIX}` },
      texts: { template: 'texts', url: `${stem}${TEXTS_SUFFIX}` },
    },
  }
}

/** OIM's form of a period ends with the first moment that is outside. */
function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 19)
}

function keyDimensions(): Record<string, string> {
  const explicit = EXPLICIT_KEYS.map((key) => EXPLICIT[key].name)
  return {
    concept: '$concept',
    period: '$period',
    ...Object.fromEntries(explicit.map((name) => [`kemu:${name}`, `$${columnOf(name)}`])),
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
