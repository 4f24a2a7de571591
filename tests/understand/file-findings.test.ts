import { expect, test } from 'vitest'
import type { PdfPage } from '../../schemas/stages.js'
import { placeRuns } from '../../src/read/table/place.js'
import { sidewaysPages, unruledFigures } from '../../src/understand/file-findings.js'
import { page, run } from '../helpers/page.js'

const prose = (each: PdfPage) => placeRuns(each, []).outside

test('figures in columns that no rules frame are named: they are in no table', () => {
  const rows = ['工资福利支出', '商品和服务支出', '资本性支出', '其他支出'].flatMap((name, i) => [
    run(name, 20, 100 + 20 * i),
    run(`${i + 1}.50`, 300, 100 + 20 * i),
  ])
  expect(unruledFigures(prose(page([], rows)))).toMatchObject([
    { code: 'unruled_figures', severity: 'warning', page: 1 },
  ])
})

test('prose that tells of amounts is no table', () => {
  const lines = [1, 2, 3, 4, 5].map((n) =>
    run(`收入预算${n}.50万元，比上年增加3.20万元。`, 20, 20 * n),
  )
  expect(unruledFigures(prose(page([], lines)))).toEqual([])
})

test('a page of glyphs on their side is named, a stamp is not', () => {
  const pages = (sideways: number) => [{ ...page([]), sideways }]
  expect(sidewaysPages(pages(200))).toMatchObject([{ code: 'sideways_text', page: 1 }])
  expect(sidewaysPages(pages(12))).toEqual([])
})
