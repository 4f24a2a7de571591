import type { BudgetDocument, BudgetTable, Cell, Check } from '../../schemas/document.js'

export function cell(text: string, value: string | null = text.replaceAll(',', '') || null): Cell {
  return { text, value, page: 1, bbox: [0, 0, 10, 10] }
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
    pages: [1],
    columns: [
      { id: 'code', path: ['科目编码'], type: 'code', meaning: null },
      { id: 'name', path: ['科目名称'], type: 'name', meaning: null },
      { id: 'total', path: ['支出', '合计'], type: 'amount', meaning: 'total' },
      { id: 'basic', path: ['支出', '基本支出'], type: 'amount', meaning: 'basic' },
    ],
    rows: [
      {
        id: 't1.r1',
        parent: null,
        level: 1,
        panel: null,
        role: 'item',
        code: '201',
        name: '一般公共服务支出',
        label: '一般公共服务支出',
        cells: { total: cell('1,312.40'), basic: cell('') },
      },
      {
        id: 't1.r2',
        parent: null,
        level: 0,
        panel: null,
        role: 'total',
        code: null,
        name: '合计',
        label: '合计',
        cells: { total: cell('1,312.40'), basic: cell('-', '0') },
      },
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
    checks: [],
    issues: [],
    ...overrides,
  }
}

export function failingCheck(): Check {
  const term = { label: '合计', value: '1312.40', table: 't1', row: 't1.r2', column: 'total' }
  return {
    id: 'total:t1.r2',
    identity: 'total = Σ classes',
    left: term,
    right: [{ ...term, value: '1300.00', row: 't1.r1' }],
    difference: '12.4',
    tolerance: '0.01',
    outcome: 'fails',
  }
}
