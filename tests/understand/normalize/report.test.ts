/** What a document says that it is: on its front page, in its titles, in words of many templates. */
import { describe, expect, test } from 'vitest'
import type { BudgetTable } from '../../../schemas/document.js'
import type { TextLine } from '../../../schemas/stages.js'
import { loadKinds } from '../../../src/registry.js'
import { readGovernmentReport, readReport } from '../../../src/understand/normalize/report.js'
import { table } from '../../helpers/document.js'

const kinds = await loadKinds()
const lines = (texts: string[]): TextLine[] =>
  texts.map((text) => ({ text, page: 1, box: [0, 0, 100, 10], size: 20 }))
const report = (front: string[], tables: BudgetTable[] = []) =>
  readReport(tables, lines(front), kinds)
const projects = (title: string, owner: string | null = null) =>
  table({ kind: 'project_expenditure', title, owner })

describe('the front page', () => {
  test.each([
    [['云溪市林业局', '2026年部门综合预算说明'], '云溪市林业局', 2026, 'department'],
    [['511-云溪市林业局2026年部门预算'], '云溪市林业局', 2026, 'department'],
    [['云溪市林业局（汇总）2026年部门预算'], '云溪市林业局(汇总)', 2026, 'department'],
    [['云溪市林业局', '二〇二六年部门预算'], '云溪市林业局', 2026, 'department'],
    [['云溪市林业局2026年度部门年度预算公开'], '云溪市林业局', 2026, 'department'],
    [['云溪市林木种苗站2026年单位预算', '二〇二五年十二月'], '云溪市林木种苗站', 2026, 'unit'],
  ])('%j', (front, department, fiscalYear, scope) => {
    expect(report(front)).toEqual({ kind: 'budget', fiscalYear, department, scope })
  })

  test('the day that it was printed on is no fiscal year', () => {
    expect(report(['云溪市林业局部门决算公开', '二〇二五年八月']).fiscalYear).toBeNull()
  })
})

describe('whose it is', () => {
  test('of the owners that tables name, the one that the front page names', () => {
    const tables = [
      projects('项目支出表', '云溪市种苗站'),
      projects('项目支出表', '云溪市种苗站'),
      projects('项目支出表', '云溪市林业局'),
    ]
    expect(report(['云溪市林业局2026年部门预算'], tables).department).toBe('云溪市林业局')
    expect(report(['2026年部门预算'], tables).department).toBe('云溪市种苗站')
  })

  test('owners that are the front page’s but for their standing are it; others are not', () => {
    const tables = ['（本级）', '（汇总）'].map((end) =>
      projects('项目支出表', `云溪市林业局${end}`),
    )
    expect(report(['云溪市林业局2026年部门预算'], tables).department).toBe('云溪市林业局')
    expect(report(['云溪市种苗站2026年部门预算'], tables).department).toBe('云溪市林业局（本级）')
  })
})

test('where no line names it, a row of units does, but for an office of the body on the front page', () => {
  const row = (name: string) =>
    [{ ...projects('项目支出表'), rows: [{ role: 'unit', name }] }] as unknown as BudgetTable[]
  const front = ['云溪市林业局', '目录', '一、概况', '二、说明', '2026年部门预算']
  expect(report(front, row('云溪市林业局本级')).department).toBe('云溪市林业局')
  expect(report(front, row('云溪市种苗站')).department).toBe('云溪市种苗站')
})

test('a government’s own is nobody’s department', () => {
  const tables = [table({ kind: 'unrecognized', title: '2026年云溪市本级一般公共预算收入预算表' })]
  expect(readGovernmentReport(tables, lines(['云溪市2026年政府预算公开']))).toEqual({
    kind: 'budget',
    fiscalYear: 2026,
    department: null,
    scope: 'government',
  })
  expect(
    readGovernmentReport([table({ title: '2025年云溪市财政收支决算总表' })], []),
  ).toMatchObject({ kind: 'final_accounts', fiscalYear: 2025 })
})
