import type { Correction } from '../../schemas/corrections.js'
import type { Message } from '../../schemas/findings.js'

/** What a correction is of. */
export const WHAT: Record<Correction['what'], Message> = {
  cell: { zh: '单元格', en: 'a cell' },
  code: { zh: '编码', en: 'a code' },
  meaning: { zh: '栏目含义', en: "a column's meaning" },
  kind: { zh: '表的种类', en: "a table's kind" },
  owner: { zh: '表的单位', en: "a table's owner" },
  finding: { zh: '一条问题', en: 'a finding' },
}
