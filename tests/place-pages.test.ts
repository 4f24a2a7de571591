/** All who look at a page see the same: the second reader where rules lack, two pages where one sheet has them. */
import { expect, test } from 'vitest'
import { pagePlacer } from '../src/place-pages.js'
import { lattice, page, run, tablePage } from './helpers/page.js'

const TITLE = run('2025年一般公共预算支出表', 150, 60, 14)
const line = (y: number, ...texts: string[]) =>
  texts.map((text, i) => run(text, [20, 100, 300, 400][i], y))
const ROWS = [
  ...line(120, '201', '一般公共服务支出', '1,100.00', '800.00'),
  ...line(140, '20106', '财政事务', '1,100.00', '800.00'),
]
const HEAD = line(100, '科目编码', '科目名称', '合计', '基本支出')
const REST = [
  ...line(60, '208', '社会保障和就业支出', '90.00', '90.00'),
  ...line(80, '20805', '养老支出', '90.00', '90.00'),
]
const bases = (sheets: ReturnType<ReturnType<typeof pagePlacer>>) =>
  sheets.flatMap(({ grids }) => grids.map(({ grid }) => grid.basis ?? 'ruled'))

test('a table without rules is one, and goes on on the next page; not after one that has them all', () => {
  const place = pagePlacer()
  expect(bases(place(page([], [TITLE, ...HEAD, ...ROWS])))).toEqual(['aligned'])
  expect(bases(place(page([], REST, 2)))).toEqual(['aligned'])
  expect(
    bases(
      place(
        tablePage(
          [
            ['科目', '合计'],
            ['教育', '1.00'],
          ],
          { number: 3 },
        ),
      ),
    ),
  ).toEqual(['ruled'])
  expect(bases(place(page([], REST, 4)))).toEqual([])
})

test('two pages on one sheet are placed one after the other', () => {
  const half = (x: number) => [
    run('2025年支出总表', x + 60, 60, 14),
    run('教育支出', x + 24, 114, 8),
    run('1.00', x + 124, 114, 8),
  ]
  const rules = [20, 320].flatMap((x) => lattice([x, x + 100, x + 200], [100, 120, 140]))
  const sheet = { ...page(rules, [...half(20), ...half(320)]), width: 560, height: 400 }
  expect(pagePlacer()(sheet)).toHaveLength(2)
})
