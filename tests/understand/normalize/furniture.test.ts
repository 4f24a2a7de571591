/** Rows that are none of the data, and names that hold what is. */
import { describe, expect, test } from 'vitest'
import { codesOf, list } from '../../helpers/list.js'

const names = (
  rows: string,
  header = 'class | section | item | name | #合计 | #基本支出 | #项目支出',
) => list(`${header}\n${rows}`).table.rows.map(({ name }) => name)

describe('rows of indexes', () => {
  test.each([
    ['below a head that a print title cuts (f1_calc)', '类 | 款 | 项 | 栏次 | 1 | 2 | 3'],
    ['with stars', '** | ** | ** | ** | 1 | 2 | 3'],
    ['numbers alone', ' | | | | 1 | 2 | 3'],
    ['with a formula', ' | | | | 1=2+3 | 2 | 3'],
    ['words of the head alone', '类 | 款 | 项 | | | |'],
  ])('%s are no items', (_, row) => {
    expect(
      names(`213 | | | 农林水支出 | 20 | 10 | 10\n${row}\n221 | | | 住房保障支出 | 5 | 5 |`),
    ).toEqual(['农林水支出', '住房保障支出'])
  })

  test.each([
    ['figures that do not count up', '213 | | | 农林水支出 | 1 | 2 | 4'],
    ['two columns only', ' | | | 行政运行 | 1 | 2 |'],
    ['a named row', ' | | | 行政运行 | 1 | 2 | 3'],
  ])('%s are one', (_, row) => {
    expect(names(row)).toHaveLength(1)
  })
})

describe('notes inside the lattice', () => {
  test('a note over the table, and the points that follow it', () => {
    const { table } = list(`
      name                                        | #合计 | #基本支出
      农林水支出                                  | 20    | 20
      注：1.本表反映部门本年度的总收支。          | <     | <
      2.本套报表金额单位转换时可能存在尾数误差。  | <     | <`)
    expect(table.rows).toHaveLength(1)
    expect(table.notes).toEqual([
      '注：1.本表反映部门本年度的总收支。',
      '2.本套报表金额单位转换时可能存在尾数误差。',
    ])
  })

  test('a numbered line that follows no note is an item', () => {
    expect(names('2.其他收入。 | <', 'name | #合计')).toEqual(['其他收入。'])
  })

  test('a sentence is a note, a label is none', () => {
    const read = (text: string) => names(`${text} | <`, 'name | #合计')
    expect(read('本单位2026年没有安排政府性基金预算。')).toEqual([])
    expect(read('本单位基本支出安排的资金')).toEqual(['本单位基本支出安排的资金'])
    // Sixteen characters with the stop are a sentence, fifteen are none.
    expect(read('甲乙丙丁戊己庚辛壬癸子丑寅卯辰。')).toEqual([])
    expect(read('甲乙丙丁戊己庚辛壬癸子丑寅卯。')).toHaveLength(1)
  })

  test('a label over a list’s amounts belongs to the next list where its amount stands there', () => {
    const { table } = list(
      `
      name     | #金额 | +name    | #金额
      事业收入 | 10    | 基本支出 | 10
      公用经费合计 | < | <        | 10
      其他     | <     | <        | <`,
      { panels: ['revenue', 'expenditure'] },
    )
    expect(table.rows.map(({ name, panel }) => [name, panel])).toEqual([
      ['事业收入', 'revenue'],
      ['其他', 'revenue'],
      ['基本支出', 'expenditure'],
      ['公用经费合计', 'expenditure'],
    ])
  })
})

describe('an amount in a name', () => {
  const issues = (name: string, amount: string) =>
    codesOf(
      list(`
      code | name    | #合计     | #基本支出
      213  | ${name} | ${amount} | 5`).issues,
    ).filter((code) => code === 'amount_in_name')

  test.each([
    '工资福利支出 1,234.00',
    '工资福利支出1,234',
    '工资福利支出12.50',
    '（本级）-1,234.00',
  ])('%s beside a blank is said', (name) => {
    expect(issues(name, '')).toEqual(['amount_in_name'])
  })

  test.each([
    ['工资福利支出 1,234.00', '1,234.00'],
    ['大气PM2.5', ''],
    ['治理PM2.50', ''],
    ['项目2025', ''],
    ['三期1.5', ''],
  ])('%s beside 「%s」 is not', (name, amount) => {
    expect(issues(name, amount)).toEqual([])
  })
})
