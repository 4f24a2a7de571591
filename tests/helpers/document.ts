/** Documents for tests, made of what a test is about: all else has the plainest value. */
import type {
  BudgetDocument,
  BudgetRow,
  BudgetTable,
  Cell,
  Check,
  Column,
  NarrativeFact,
  PerformanceRecord,
  Term,
} from '../../schemas/document.js'

export function cell(text: string, value: string | null = text.replaceAll(',', '') || null): Cell {
  return { text, value, page: 1, bbox: [0, 0, 10, 10] }
}

/** A column of amounts, if nothing else is said. */
export function column(id: string, given: Partial<Column> = {}): Column {
  return {
    ...{ id, path: [id], type: 'amount', meaning: null, key: null, panel: null },
    ...{ measure: null, phase: null, year: null },
    ...given,
  }
}

/** An item that stands below no other, its name its label, if nothing else is said. */
export function row(id: string, given: Partial<BudgetRow> = {}): BudgetRow {
  return {
    ...{ id, parent: null, level: 1, panel: null, role: 'item', code: null },
    ...{ kind: null, kindReason: 'no_total', cells: {} },
    ...given,
    name: given.name ?? given.label ?? '',
    label: given.label ?? given.name ?? '',
  }
}

export function term(given: Partial<Term> = {}): Term {
  return { label: '', value: '1', table: 't1', row: 't1.r1', column: 'total', fact: null, ...given }
}

export function check(given: Partial<Check> = {}): Check {
  return {
    ...{ id: 'x', rule: 'row_sum', identity: 'total', left: term(), right: [] },
    ...{ difference: '0', tolerance: '0.01', outcome: 'holds' },
    ...given,
  }
}

/** A sentence of the narrative: this year's total expenditure. */
export function narrativeFact(given: Partial<NarrativeFact> = {}): NarrativeFact {
  return {
    ...{ id: 'f1', subject: 'total_expenditure', qualifier: null, fund: null, measure: 'amount' },
    ...{ period: 2025, basis: 'budget', value: '1312.40', unit: '万元', direction: null },
    ...{ text: '2025年支出预算1312.40万元', page: 2, bbox: [1, 2, 3, 4] },
    ...given,
  }
}

/** A project's form with its money, a goal and one indicator. */
export function performanceRecord(given: Partial<PerformanceRecord> = {}): PerformanceRecord {
  const place = { page: 3, bbox: null }
  return {
    ...{ id: 'p1', table: 't1', pages: [3], kind: 'project_targets', title: '项目绩效目标表' },
    ...{ year: 2025, period: null, project: '物业管理', projectCode: null },
    ...{ department: '某局', departmentCode: null, unit: '某中心', unitCode: null },
    moneyUnit: '万元',
    funding: [
      {
        ...place,
        item: 'total',
        label: '资金总额',
        phase: 'annual',
        value: '120.50',
        text: '120.50',
      },
    ],
    tasks: [],
    goals: [{ ...place, phase: 'annual', text: '保障运转。' }],
    indicators: [
      {
        ...{ level1: '产出指标', level2: '数量指标', level3: '面积', operator: '>=', value: '12' },
        ...{ unit: '平方米', text: '≥12平方米', actual: null, weight: '20', score: null },
        ...{ remark: null, phase: null, details: {}, ...place },
      },
    ],
    ...{ details: [], scores: {} },
    ...given,
  }
}

/** A table of the core kind with two amount columns under one header. */
export function table(overrides: Partial<BudgetTable> = {}): BudgetTable {
  return {
    id: 't1',
    kind: 'general_budget_expenditure',
    title: '一般公共预算支出表',
    ordinal: '表5',
    owner: '某局',
    unit: '万元',
    basis: 'ruled',
    pages: [1],
    columns: [
      column('code', { path: ['科目编码'], type: 'code', key: 'code' }),
      column('name', { path: ['科目名称'], type: 'name', key: 'name' }),
      column('total', { path: ['支出', '合计'], meaning: 'total', measure: 'total' }),
      column('basic', { path: ['支出', '基本支出'], meaning: 'basic', measure: 'basic' }),
    ],
    rows: [
      row('t1.r1', {
        ...{ kind: 'leaf', kindReason: 'codes', code: '201', name: '一般公共服务支出' },
        cells: { total: cell('1,312.40'), basic: cell('') },
      }),
      row('t1.r2', {
        ...{ kind: 'total', kindReason: 'total_words', role: 'total', level: 0, name: '合计' },
        cells: { total: cell('1,312.40'), basic: cell('-', '0') },
      }),
    ],
    checks: [],
    notes: [],
    leftover: [],
    ...overrides,
  }
}

export function document(
  tables: BudgetTable[] = [table()],
  overrides: Partial<BudgetDocument> = {},
): BudgetDocument {
  return {
    schema: 'kemu/document@1',
    source: { file: 'foo.pdf', sha256: 'a'.repeat(64), pages: 1, producer: null },
    report: { kind: 'budget', fiscalYear: 2025, department: '某局', scope: 'department' },
    status: 'ok',
    tables,
    facts: [],
    performance: [],
    checks: [],
    issues: [],
    ...overrides,
  }
}

export function failingCheck(): Check {
  const left = term({ label: '合计', value: '1312.40', row: 't1.r2' })
  return check({
    ...{ id: 'total:t1.r2', rule: 'rollup', identity: 'total = Σ classes', left },
    right: [{ ...left, value: '1300.00', row: 't1.r1' }],
    ...{ difference: '12.4', outcome: 'fails' },
  })
}
