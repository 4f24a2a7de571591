/**
 * The twelve questions of docs/panel.md over published documents, where they are at hand. Each fact was read off the page
 * by eye, on a picture of it, and none is taken from an output of ours.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { folderOf } from '../helpers/folder.js'
import { kemu } from '../helpers/kemu.js'
import { build, query } from '../helpers/panel.js'
import { recipe } from '../helpers/recipes.js'

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/corpus')
const here = existsSync(path.join(FOLDER, 'tables.tsv'))
if (!here) console.warn(`SKIPPED: the corpus is not at ${FOLDER}`)

const SUZHOU = '苏州/2026年苏州市交通运输局部门预算.pdf'
const WATER = '苏州/2026年苏州市水务局部门预算.pdf'
const LETTERS = '烟台/2026年烟台市信访局部门预算.pdf'
const LABOUR = '烟台/2026年烟台市人力资源和社会保障局部门预算.pdf'
const STREET_2023 = 'putuo/1770007475548-818404804.pdf'
const STREET_2024 = 'putuo/1769438736627-418301796.pdf'
const PLANNING = 'putuo/上海市普陀区规划和自然资源局 2024 年度部门决算.pdf'
const CHONGQING = '重庆/2026年重庆市水利局部门预算.pdf'
const POLICE = '长沙/2026年长沙市公安局2025年部门预算.pdf'
const SCAN = '长沙/公安局交通警察局_2026年部门预算.pdf'

interface Seen {
  question: number
  region?: string
  /** Where the answer stands, as SQL over the recipe's columns. */
  where: string
  /** Columns and what they must be, in 元. */
  answer: Record<string, string>
  file: string
  /** The page that was looked at; 0: the pages of the file, all alike. */
  page: number
  /** What the page prints. */
  printed: string
}

const expense = (item: string, amount: string, printed: string): Seen => ({
  ...{ question: 1, region: '苏州', where: `item = '${item}' AND owner = '苏州市交通运输局'` },
  ...{ answer: { amount }, file: SUZHOU, page: 22, printed },
})
const bought = (category: string, amount: string, printed: string): Seen => ({
  ...{ question: 10, where: `category = '${category}' AND region = '重庆'` },
  ...{ answer: { amount, total: '118843700.0000' }, file: CHONGQING, page: 29, printed },
})

const SEEN: readonly Seen[] = [
  expense('total', '3456300.0000', '345.63 万元'),
  expense('abroad', '0.0000', '0.00'),
  expense('vehicles', '2991200.0000', '299.12'),
  expense('vehicle_purchase', '1549700.0000', '154.97'),
  expense('vehicle_operation', '1441500.0000', '144.15'),
  expense('reception', '465100.0000', '46.51'),
  {
    ...{ question: 2, where: `owner = '烟台市信访局'`, file: LETTERS, page: 15 },
    answer: { basic: '11928500.0000', personnel: '10888900.0000', method: 'column' },
    printed: '合计 1,192.85, 人员支出 1,088.89 万元',
  },
  {
    ...{ question: 3, where: `region = 'putuo' AND year = 2024`, file: STREET_2024, page: 24 },
    answer: { amount_last_year: '6851259.0000', amount: '7234970.0000' },
    printed:
      '2023, page 21: 20805 6,851,259 元; 2024: 243,120 + 76,620 + 4,608,515 + 2,302,815 + 3,900',
  },
  {
    ...{
      question: 4,
      where: `region = '烟台' AND left_amount = 13788400`,
      file: LETTERS,
      page: 13,
    },
    answer: { right_amount: '8548400.0000', difference: '5240000.0000' },
    printed: '20140 1,378.84; 2014001 507.97 and 2014050 346.87 万元',
  },
  {
    ...{ question: 5, where: `code = '20140'`, file: LETTERS, page: 13 },
    answer: { amount: '8548400.0000', proved: 'false' },
    printed: '507.97 + 346.87, against 1,378.84: the leaves are not all there, and it is said',
  },
  {
    ...{ question: 6, where: `exp_func_code = '2080507'`, file: LABOUR, page: 17 },
    answer: { amount: '1017900000.0000' },
    printed: '101,790.00 万元',
  },
  {
    ...{ question: 7, where: `region = 'putuo' AND item = 'reception'`, file: PLANNING, page: 17 },
    answer: { budget: '28500.0000', executed: '3900.0000' },
    printed: '公务接待费: 预算数 2.85, 决算数 0.39 万元',
  },
  {
    ...{
      question: 8,
      where: `region = 'putuo' AND owner LIKE '%规划和自然资源局'`,
      file: PLANNING,
      page: 15,
    },
    answer: { left_amount: '53647500.0000', right_amount: '53776400.0000' },
    printed: 'the table 5364.75; the narrative, page 20, 5377.64 万元',
  },
  {
    ...{ question: 9, where: `region = '苏州' AND scope = 'unit'`, file: WATER, page: 23 },
    answer: { amount: '440032600.0000', documents: '1' },
    printed: '合计 44,003.26 万元',
  },
  bought('goods', '27034900.0000', 'A 货物 2,703.49 万元; 合计 11,884.37'),
  bought('works', '2395600.0000', 'B 工程 239.56'),
  bought('services', '89413200.0000', 'C 服务 8,941.32'),
  {
    ...{ question: 11, where: `project_name = '大院运行和维修经费'`, file: POLICE, page: 25 },
    answer: { amount: '27915100.0000', unit_name: '长沙市公安局' },
    printed: '2,791.51 万元',
  },
  {
    ...{ question: 12, where: `region = '长沙' AND reason = 'image_only'`, file: SCAN, page: 0 },
    answer: { source: path.basename(SCAN) },
    printed: 'seven pages that are pictures',
  },
]

/** Questions whose answer is one page, which its link must name. */
const LINKED = [1, 2, 3, 4, 6, 8, 10]

describe.skipIf(!here)('the answers are what the pages print', () => {
  let out: string
  beforeAll(async () => {
    const read = folderOf()
    for (const file of new Set([...SEEN.map((seen) => seen.file), STREET_2023])) {
      const target = path.join(read, path.dirname(file))
      await kemu(['extract', path.join(FOLDER, file), '-o', target, '--format', 'json', '--quiet'])
    }
    out = folderOf()
    await build(read, out)
  }, 600_000)

  test.each(SEEN)('$question: $printed ($file, page $page)', async (seen) => {
    const { question, region, where, answer, page } = seen
    const linked = LINKED.includes(question) ? ` AND link LIKE '%#page=${page}'` : ''
    const rows = await query(
      out,
      `SELECT DISTINCT ${Object.keys(answer)} FROM (${recipe(question, region)}) WHERE ${where}${linked}`,
    )
    expect(rows).toEqual([Object.values(answer)])
  })
})
