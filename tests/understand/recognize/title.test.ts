/** Titles are matched by their parts, whatever stands between, in time that grows with the text. */
import { expect, test } from 'vitest'
import type { KindDescription } from '../../../schemas/kind.js'
import { matchTitle } from '../../../src/understand/recognize/title.js'

const kinds = (...titles: string[]) =>
  titles.map((title) => ({ id: title, titles: [title] }) as unknown as KindDescription)
const matched = (title: string, ...of: string[]) =>
  matchTitle(title, kinds(...of)).map(({ kind, weight }) => [kind.id, weight])

test('parts stand in their order, with anything between', () => {
  expect(matched('政府采购货物服务表', '政府采购*表', '表*政府采购')).toEqual([['政府采购*表', 5]])
  expect(matched('政府采购表', '政府采购*表')).toEqual([['政府采购*表', 5]])
  expect(matched('表政府采购', '政府采购*表')).toEqual([])
})

test('parts that overlap are two', () => {
  expect(matched('结转支出表', '结转支出*支出表')).toEqual([])
  expect(matched('结转支出支出表', '结转支出*支出表')).toEqual([['结转支出*支出表', 7]])
})

test('what stands before counts from the first place of the first part', () => {
  expect(matched('教育局政府采购政府采购表', '政府采购*表')).toEqual([['政府采购*表', 5]])
  expect(matched('丙丁政府采购表', '政府采购*表')).toEqual([['政府采购*表', 1]])
})

/** Signs that another pattern would take for its own. */
test('signs are signs', () => {
  expect(matched('采购(一)表', '采购(一)表')).toEqual([['采购(一)表', 6]])
  expect(matched('采购一表', '采购(一)表', '采购.表')).toEqual([])
})

test('a title of a hundred thousand characters costs its length', () => {
  const titles = ['甲*乙*丙*丁', '甲甲*甲甲*丁', '甲*表']
  const before = process.cpuUsage()
  for (const text of ['甲', '甲乙', '甲乙丙', '甲甲乙丙'])
    expect(matched(text.repeat(100_000 / text.length), ...titles)).toEqual([])
  // Milliseconds; patterns joined by `.*` take longer than a minute.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
})
