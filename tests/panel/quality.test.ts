/** The quality report hides nothing: each thing that is wrong in the small panel is found in it. */
import { expect, test } from 'vitest'
import { PANEL_TABLES } from '../../schemas/panel.js'
import { qualityReport } from '../../src/panel/quality/report.js'
import type { Row } from '../../src/panel/query.js'
import { panelOf, smallPanel } from '../helpers/small-panel.js'

async function report(change: (rows: Record<string, Row[]>) => void = () => {}): Promise<string> {
  const rows = smallPanel(PANEL_TABLES)
  change(rows)
  return qualityReport(await panelOf(PANEL_TABLES, rows))
}

/** The lines of a chapter that begin a row with the text. */
function lines(text: string, title: string, first: string): string[] {
  const chapter = text.split('\n## ').find((each) => each.startsWith(title)) ?? ''
  return chapter.split('\n').filter((line) => line.startsWith(`| ${first}`))
}

test('coverage: a folder by years, preferred documents of all', async () => {
  const text = await report()
  expect(lines(text, '覆盖：文件夹', '文件夹')).toEqual([
    '| 文件夹 Folder | 2025 预算 | 2026 预算 | 非预决算 None |',
  ])
  expect(lines(text, '覆盖：文件夹', '甲市')).toEqual(['| 甲市 | 1 / 1 | 1 / 2 |  |'])
  expect(lines(text, '覆盖：文件夹', '—')).toEqual(['| — |  |  | 0 / 1 |'])
  expect(lines(text, '覆盖：表种', '`general_budget_expenditure`')[0]).toMatch(/\| 3 \|$/)
})

test('checks by outcome, and each failure with both sides', async () => {
  const text = await report()
  expect(lines(text, '勾稽结果', '合计 = Σ类')[0]).toMatch(/\| 1 \| 0 \| 1 \| 0 \|$/)
  expect(lines(text, '不符的勾稽', '甲市/2026.json')).toEqual([
    expect.stringContaining('| 10.0000 | 9.0000 | 1.0000 |'),
  ])
})

test('issues by code, files that failed, versions and duplicates are all there', async () => {
  const text = await report()
  expect(lines(text, '已知问题', '`unknown_header`')[0]).toContain('| 1 | 1 |')
  expect(lines(text, '未能读取', 'broken.pdf')[0]).toContain('more than 120 s')
  expect(lines(text, '未能读取', 'scan.json')[0]).toContain('image_only')
  const versions = lines(text, '重复与多个版本', '甲市某局')
  expect(versions).toHaveLength(2)
  expect(versions[0]).toContain('是 yes | 甲市/2026.json')
  expect(versions[1]).not.toContain('是 yes')
  expect(lines(text, '重复与多个版本', '甲市/2025-副本.json')).toEqual([
    '| 甲市/2025-副本.json | 甲市/2025.json |',
  ])
})

test('a panel without any fault says so', async () => {
  const text = await report((rows) => {
    rows.documents = rows.documents.slice(0, 1)
    rows.files = rows.files.slice(0, 1)
    rows.checks = rows.checks.slice(0, 1)
  })
  expect(text.match(/无。None\./g)).toHaveLength(4)
})

test('bars and line ends in what is printed do not break the tables', async () => {
  const text = await report(({ issues: [issue] }) => {
    issue.message = 'a | b\nc'
  })
  expect(lines(text, '已知问题', '`unknown_header`')[0]).toContain('a \\| b c')
})

test('the rows come in any order, the report is the same', async () => {
  const turned = await report((rows) => {
    for (const name of Object.keys(rows)) rows[name].reverse()
  })
  expect(turned).toBe(await report())
})
