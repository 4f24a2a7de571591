/** What two names of one code prove, and what they do not. Wordings as jiangsu, putuo and others print them. */
import { expect, test } from 'vitest'
import { crosswalk } from '../../src/panel/crosswalk.js'
import type { Name } from '../../src/panel/spells.js'

/** `2019 甲局 20805 行政事业单位离退休`, a line a sight; a document is its year and owner. */
function sights(system: string, text: string): Name[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [year, owner, code, name] = line.trim().split(' ')
      const document = `${year}${owner}`
      return {
        ...{ system, code, name },
        sights: [{ year: Number(year), document, owner, agreed: false }],
      }
    })
}

function relations(system: string, text: string): string[] {
  return crosswalk(sights(system, text)).map(
    (row) =>
      `${row.code_from} ${row.from_year} ${row.name_from} > ${row.code_to} ${row.to_year} ${row.name_to}: ${row.relation ?? row.doubt}`,
  )
}

const PENSIONS = `
  2018 甲局 20805 行政事业单位离退休
  2019 乙局 20805 行政事业单位离退休
  2018 甲局 2080505 机关事业单位基本养老保险缴费支出
  2019 乙局 2080505 机关事业单位基本养老保险缴费支出
  2023 丙局 20805 行政事业单位养老支出
  2024 丁局 20805 行政事业单位养老支出
  2023 丙局 2080505 机关事业单位基本养老保险缴费支出
  2024 丁局 2080505 机关事业单位基本养老保险缴费支出`

test('a code whose part goes on under its new name was renamed', () => {
  expect(relations('functional', PENSIONS)).toEqual([
    '20805 2018 行政事业单位离退休 > 20805 2019 行政事业单位离退休: same',
    '20805 2023 行政事业单位养老支出 > 20805 2024 行政事业单位养老支出: same',
    '20805 2019 行政事业单位离退休 > 20805 2023 行政事业单位养老支出: renamed',
    '2080505 2018 机关事业单位基本养老保险缴费支出 > 2080505 2024 机关事业单位基本养老保险缴费支出: same',
  ])
})

test('the evidence of a renaming is named: the part that goes on, who says so, and where', () => {
  const row = crosswalk(sights('functional', PENSIONS)).find((each) => each.relation === 'renamed')
  expect(row).toMatchObject({
    evidence_codes: ['2080505'],
    ...{ documents_from: 2, owners_from: 2, documents_to: 2, owners_to: 2 },
    evidence_documents: ['2019乙局', '2018甲局', '2024丁局', '2023丙局'],
  })
})

test('without a part that goes on nothing is told, however alike the names', () => {
  const lines = PENSIONS.split('\n').filter((line) => !line.includes('2080505'))
  expect(relations('functional', lines.join('\n'))).toContain(
    '20805 2019 行政事业单位离退休 > 20805 2023 行政事业单位养老支出: no_common_code',
  )
})

test('one owner alone proves no renaming, however many its documents', () => {
  const one = PENSIONS.replaceAll('乙局', '甲局')
  expect(relations('functional', one)).toContain(
    '20805 2019 行政事业单位离退休 > 20805 2023 行政事业单位养老支出: one_owner',
  )
})

test('a name that lives on under another code has moved: its old code was not renamed', () => {
  const funds = `
    2016 甲局 30311 住房公积金
    2017 乙局 30311 住房公积金
    2018 甲局 30113 住房公积金
    2019 乙局 30113 住房公积金
    2024 丙局 30311 代缴社会保险费
    2026 丁局 30311 代缴社会保险费`
  expect(relations('department_economic', funds)).toEqual([
    '30113 2018 住房公积金 > 30113 2019 住房公积金: same',
    '30311 2016 住房公积金 > 30311 2017 住房公积金: same',
    '30311 2024 代缴社会保险费 > 30311 2026 代缴社会保险费: same',
    '30311 2017 住房公积金 > 30311 2024 代缴社会保险费: name_elsewhere',
    '30311 2017 住房公积金 > 30113 2018 住房公积金: same',
  ])
  const oneOwner = funds.replace('2016 甲局', '2016 乙局')
  expect(relations('department_economic', oneOwner)).toContain(
    '30311 2017 住房公积金 > 30113 2018 住房公积金: one_owner',
  )
})

test('a name that many codes bear goes nowhere when one of them changes', () => {
  const rows = relations(
    'functional',
    `
    2018 甲局 2010101 行政运行
    2019 乙局 2010101 行政运行
    2018 甲局 2010201 行政运行
    2024 丙局 2010101 机关运行
    2026 丁局 2010101 机关运行
    2026 丁局 2010201 行政运行`,
  )
  expect(rows).toContain('2010101 2019 行政运行 > 2010101 2024 机关运行: no_common_code')
})

test('a slip within the years of the usual name is no change', () => {
  const rows = relations(
    'department_economic',
    `
    2023 甲局 30203 咨询费
    2024 乙局 30203 水费
    2026 丙局 30203 咨询费`,
  )
  expect(rows).toEqual(['30203 2023 咨询费 > 30203 2026 咨询费: same'])
})

test('names whose years overlap prove nothing', () => {
  const rows = relations(
    'department_economic',
    `
    2023 甲局 303 对个人和家庭补助
    2025 乙局 303 对个人和家庭补助
    2024 丙局 303 对个人和家庭的补助
    2026 丁局 303 对个人和家庭的补助`,
  )
  expect(rows).toContain('303 2025 对个人和家庭补助 > 303 2024 对个人和家庭的补助: overlap')
})

test('width, brackets and blanks tell no names apart', () => {
  const rows = relations(
    'department_economic',
    `
    2018 甲局 30213 维修（护）费
    2026 乙局 30213 维修(护)费`,
  )
  expect(rows).toEqual(['30213 2018 维修（护）费 > 30213 2026 维修(护)费: same'])
})

test('our list speaks for two documents where it is graded so', () => {
  const list = (year: number, code: string, name: string, agreed: boolean): Name => {
    const sights = [{ year, document: null, owner: null, agreed }]
    return { system: 'functional', code, name, sights }
  }
  const [above, below] = [(agreed: boolean) => list(2019, '20805', '旧名', agreed), '2080505']
  const rest = [
    ...[list(2021, '20805', '新名', true), list(2019, below, '缴费', true)],
    list(2021, below, '缴费', true),
  ]
  const found = (agreed: boolean) =>
    crosswalk([above(agreed), ...rest]).find((row) => row.name_from === '旧名')
  expect(found(true)).toMatchObject({ relation: 'renamed', documents_from: 0 })
  expect(found(false)).toMatchObject({ relation: null, doubt: 'one_owner' })
})

test('the order of the sights does not matter', () => {
  const all = sights('functional', PENSIONS)
  expect(crosswalk(all.toReversed())).toEqual(crosswalk(all))
})
