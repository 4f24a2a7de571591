/** What the document says of itself, as facts; the concepts of it and of its tables. */
import type { BudgetDocument } from '../../../schemas/document.js'
import {
  KEY_LABELS,
  type Label,
  REPORT_LABELS,
  reportZh,
  SCOPE_LABELS,
} from '../../../schemas/labels.js'
import { regionOf } from '../../../schemas/regions/region.js'
import type { Concept } from './concepts.js'
import { type Entity, type Fact, factId } from './context.js'
import { DOCUMENT_SCHEME, ENTITY_SCHEME } from './names.js'
import { token, withoutBlanks } from './text.js'

const text = (name: string, label: Label, says: Label): Concept => ({
  ...{ name, type: 'string', ...label, says },
})

/** In the order in which a person would ask. */
export const DOCUMENT_CONCEPTS = {
  title: text(
    'DocumentTitle',
    { zh: '文件', en: 'Document' },
    { zh: '编制单位、年度和种类，合为一行。', en: 'Owner, year and kind in one line.' },
  ),
  owner: text(
    'DocumentOwner',
    { zh: '编制单位', en: 'Owner' },
    { zh: '去空白的名称，即报告主体。', en: 'The name without blanks, which the entity is.' },
  ),
  printed: text(
    'DocumentOwnerAsPrinted',
    { zh: '编制单位（照印）', en: 'Owner as printed' },
    { zh: '公开文本所印的编制单位。', en: 'As the document prints it.' },
  ),
  kind: text(
    'DocumentKind',
    { zh: '种类', en: 'Kind' },
    { zh: '预算或决算。', en: '预算, a budget, or 决算, final accounts.' },
  ),
  scope: text(
    'DocumentScope',
    { zh: '范围', en: 'Scope' },
    { zh: '部门或单位。', en: '部门, a department with its units, or 单位, one unit.' },
  ),
  year: text(
    'DocumentFiscalYear',
    { zh: '年度', en: 'Fiscal year' },
    { zh: '预算或决算的年度。', en: 'Which year it is of.' },
  ),
  regionCode: text(
    'DocumentRegionCode',
    { zh: '行政区划代码', en: 'Code of the region' },
    {
      zh: 'GB/T 2260 代码，由单位名称或文件夹判断。',
      en: 'Of GB/T 2260, where owner or folder say it.',
    },
  ),
  region: text(
    'DocumentRegion',
    { zh: '行政区划', en: 'Region' },
    { zh: 'GB/T 2260 名称，连同上级。', en: 'Of GB/T 2260, with the places above it.' },
  ),
  file: text(
    'SourceFile',
    { zh: '来源文件', en: 'Source file' },
    { zh: '所读 PDF 在输入文件夹中的路径。', en: 'The PDF, below the folder that was read.' },
  ),
  sha256: text(
    'SourceSha256',
    { zh: '来源文件的 SHA-256', en: 'SHA-256 of the source file' },
    { zh: '所读 PDF 的散列值。', en: 'Names the content of the PDF.' },
  ),
} as const satisfies Record<string, Concept>

export const OCCURRENCES: Concept = {
  ...{ name: 'FiguresToldApartByOccurrence', type: 'decimal' },
  ...{ zh: '只能按出现次序区分的数', en: 'Figures told apart by occurrence' },
  says: {
    zh: '公开文本中没有印出任何区别、只能按出现次序区分的数的个数；没有则无此项。',
    en: 'How many figures nothing printed tells from another; where there are none this is not said.',
  },
}

/** What stands beside figures, as text. */
export const TEXT_CONCEPTS = {
  table: text(
    'TableTitle',
    { zh: '表名', en: 'Title of a table' },
    { zh: '公开文本所印的表名。', en: 'As printed.' },
  ),
  row: text(
    'RowName',
    { zh: '行名', en: 'Name of a row' },
    { zh: '有编码的行所印的名称。', en: 'As printed beside a code.' },
  ),
  unit: text('UnitName', KEY_LABELS.unit_name, {
    zh: '单位编码旁所印的名称。',
    en: 'As printed beside the code of a unit.',
  }),
  correction: text(
    'Correction',
    { zh: '更正', en: 'Correction' },
    { zh: '人工更正：原读数、更正人和理由。', en: 'What was read, who says otherwise, and why.' },
  ),
} as const satisfies Record<string, Concept>

/** No owner is made up: a document that prints none is its own. */
export function entityOf({ report, source }: BudgetDocument): Entity {
  const owner = withoutBlanks(report.department ?? '')
  return owner === ''
    ? { scheme: DOCUMENT_SCHEME, identifier: source.sha256 }
    : { scheme: ENTITY_SCHEME, identifier: owner }
}

export function aboutFacts(document: BudgetDocument): Fact[] {
  const { report, source } = document
  const folder = source.file.split('/').slice(0, -1).join('/')
  const region = regionOf(report.department, folder === '' ? null : folder)
  const owner = withoutBlanks(report.department ?? '')
  const year = report.fiscalYear === null ? '' : String(report.fiscalYear)
  const kind = reportZh(report) ?? ''
  const said: Record<keyof typeof DOCUMENT_CONCEPTS, string | null> = {
    title:
      owner !== '' && kind !== '' ? `${owner}${year === '' ? '' : `${year}年度`}${kind}` : null,
    owner,
    printed: report.department,
    kind: report.kind && REPORT_LABELS[report.kind].zh,
    scope: report.scope && SCOPE_LABELS[report.scope].zh,
    year,
    regionCode: region.region_code,
    region: region.region_name,
    file: source.file,
    sha256: source.sha256,
  }
  return Object.entries(said).flatMap(([key, value]) => {
    const { name } = DOCUMENT_CONCEPTS[key as keyof typeof said]
    return textFact(factId('document', key), name, value) ?? []
  })
}

/** Null where nothing is said. */
export function textFact(
  id: string,
  concept: string,
  said: string | null,
  context: Fact['context'] = null,
): Fact | null {
  const value = token(said ?? '')
  if (value === '') return null
  return { id, concept, context, value, unit: null, decimals: null, page: null, bbox: null }
}
