import { describe, expect, test } from 'vitest'
import type { Panel } from '../../schemas/document.js'
import { documentJsonSchema, runJsonSchema } from '../../src/publish/json-schema.js'
import { toXlsx } from '../../src/publish/workbook.js'
import { SheetNames } from '../../src/publish/xlsx/names.js'
import { cell, column, document, table } from '../helpers/document.js'
import { reload } from '../helpers/workbook.js'

describe('workbook', () => {
  test('laid out as published: title, merged headers, codes as text, amounts as numbers', async () => {
    const sheet = (await reload(await toXlsx(document()))).getWorksheet('1 一般公共预算支出表')
    expect(sheet?.getCell('A1').value).toBe('一般公共预算支出表')
    expect(sheet?.getCell('D2').value).toBe('单位：万元')
    expect(sheet?.getCell('C3').isMerged && sheet?.getCell('D3').master.address).toBe('C3')
    expect([sheet?.getCell('C4').value, sheet?.getCell('D4').value]).toEqual(['合计', '基本支出'])
    expect(sheet?.getCell('A5').value).toBe('201')
    expect([sheet?.getCell('C5').value, sheet?.getCell('C5').numFmt]).toEqual([1312.4, '#,##0.00'])
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4, xSplit: 2 })
  })

  test('a blank stays blank, a dash is a zero that shows as a dash', async () => {
    const sheet = (await reload(await toXlsx(document()))).getWorksheet('1 一般公共预算支出表')
    expect(sheet?.getCell('D5').value).toBeNull()
    expect([sheet?.getCell('D6').value, sheet?.getCell('D6').numFmt]).toEqual([0, '"-"'])
  })

  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)'])('%s is text, never a formula', async (text) => {
    const base = table()
    const rows = [{ ...base.rows[0], name: text, label: text }]
    const sheet = (await reload(await toXlsx(document([table({ title: text, rows })]))))
      .worksheets[1]
    expect(sheet.getCell('A1').value).toBe(text)
    expect(sheet.getCell('B5').value).toBe(text)
    expect(sheet.getCell('B5').formula).toBeUndefined()
  })

  test('what a number cannot hold exactly stays text', async () => {
    const rows = [
      { ...table().rows[0], cells: { total: cell('12,345,678,901,234,567.89'), basic: cell('') } },
    ]
    const sheet = (await reload(await toXlsx(document([table({ rows })])))).worksheets[1]
    expect(sheet.getCell('C5').value).toBe('12,345,678,901,234,567.89')
  })

  test('side-by-side lists stand side by side', async () => {
    const amount = (panel: Panel) =>
      column(`${panel}_amount`, { path: ['预算数'], meaning: 'amount', panel })
    const name = (panel: Panel) =>
      column(`${panel}_name`, { path: ['项目'], type: 'name', key: 'name', panel })
    const line = (panel: Panel, text: string) => ({
      ...table().rows[0],
      panel,
      code: null,
      label: text,
      name: text,
      cells: { [`${panel}_amount`]: cell('5.00') },
    })
    const both = table({
      columns: [name('revenue'), amount('revenue'), name('expenditure'), amount('expenditure')],
      rows: [
        line('revenue', '拨款'),
        line('expenditure', '教育支出'),
        line('expenditure', '住房支出'),
      ],
    })
    const sheet = (await reload(await toXlsx(document([both])))).worksheets[1]
    const values = [4, 5].map((r) =>
      ['A', 'B', 'C', 'D'].map((c) => sheet.getCell(`${c}${r}`).value),
    )
    expect(values).toEqual([
      ['拨款', 5, '教育支出', 5],
      [null, null, '住房支出', 5],
    ])
  })

  test('sheet names are short, plain and each used once', () => {
    const names = new SheetNames()
    const long = '一'.repeat(40)
    expect([names.take('a/b:c'), names.take('A B C'), names.take(long), names.take(long)]).toEqual([
      'a b c',
      'A B C 2',
      '一'.repeat(31),
      `${'一'.repeat(29)} 2`,
    ])
  })
})

test('the JSON Schema of run.json names its fields', () => {
  const schema = runJsonSchema() as { required: string[] }
  const fields = ['schema', 'version', 'build', 'options', 'totals', 'files']
  expect(schema.required).toEqual(fields)
})

test('the JSON Schema names every field of a document', () => {
  const schema = documentJsonSchema() as { required: string[] }
  expect(schema.required.toSorted()).toEqual(Object.keys(document()).toSorted())
})
