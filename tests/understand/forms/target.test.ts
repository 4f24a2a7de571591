/** Targets: sign, value and unit, where a target has them; all else stays as printed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTarget, unitOfName } from '../../../src/understand/forms/target.js'

const read = (text: string, more: { sign?: string; unit?: string; name?: string } = {}) => {
  const { operator, value, unit } = readTarget({ text, sign: '', unit: '', name: '', ...more })
  return [operator, value, unit]
}

test.each([
  ['≥40盏', '>=', '40', '盏'],
  ['≦ 1,234.50 万元', '<=', '1234.50', '万元'],
  ['＞＝95％', '>=', '95', '%'],
  ['≥6.00(次)', '>=', '6.00', '次'],
  ['12000盏', null, '12000', '盏'],
  ['100%', null, '100', '%'],
  ['5', null, '5', null],
  ['=730元/人/年', '=', '730', '元/人/年'],
  ['≥3台（套）', '>=', '3', '台(套)'],
  ['≥3万人次', '>=', '3', '万人次'],
  ['≤2日', '<=', '2', '日'],
  ['100百分比', null, '100', '百分比'],
  ['（≥95%）', '>=', '95', '%'],
  ['不低于50%', '>=', '50', '%'],
  ['不超过60天', '<=', '60', '天'],
  ['大于等于 95 %', '>=', '95', '%'],
])('%s is a quantity', (text, operator, value, unit) => {
  expect(read(text)).toEqual([operator, value, unit])
})

test.each([
  ['2031年', null, '2031年'],
  ['9月底前', null, '9月底前'],
  ['2031年12月', null, '2031年12月'],
  ['2个；30个', null, '2个；30个'],
  ['30-60平方米', null, '30-60平方米'],
  ['90%以上', null, '90%以上'],
  ['不超过预算', null, '不超过预算'],
  ['满意率>95%', null, '满意率>95%'],
  ['有效提升', null, '有效提升'],
  ['=按期完成', '=', '按期完成'],
  ['≥98%以上', '>=', '98%以上'],
  ['≥90%，其中优秀率≥50%', '>=', '90%，其中优秀率≥50%'],
  ['', null, ''],
])('%s stays whole', (text, operator, value) => {
  expect(read(text)).toEqual([operator, value, null])
})

test.each(['≤0%', '≥120%', '≥0件', '≤100%'])('%s is nonsense and kept', (text) => {
  expect(read(text).slice(0, 2).join('')).toMatch(/^[<>]=\d+$/)
})

describe('sign and unit from elsewhere', () => {
  test('columns', () => {
    expect(read('800', { sign: '≥', unit: '项' })).toEqual(['>=', '800', '项'])
    expect(read('800', { sign: '大于等于', unit: '项' })).toEqual(['>=', '800', '项'])
    expect(read('95', { sign: '%', unit: '≥' })).toEqual(['>=', '95', '%'])
    expect(read('100', { sign: '=', unit: '/' })).toEqual(['=', '100', null])
  })

  test('定性 is no sign, whatever the target', () => {
    expect(read('无', { sign: '定性' })).toEqual([null, '无', null])
    expect(read('≥5', { sign: '定性' })).toEqual([null, '≥5', null])
  })

  test('brackets that end the name, where they hold a measure', () => {
    expect(read('≥40', { name: '安装路灯数量（盏）' })).toEqual(['>=', '40', '盏'])
    expect(read('≥40%', { name: '安装路灯数量（盏）' })).toEqual(['>=', '40', '%'])
    expect(unitOfName('人均成本(元/人)')).toBe('元/人')
    expect(unitOfName('是否公开（是/否）')).toBeNull()
    expect(unitOfName('办公费（含水电）')).toBeNull()
    expect(unitOfName('路灯（盏）数量')).toBeNull()
  })
})

test('any quantity is taken apart and loses nothing', () => {
  const signs = { '': null, '≥': '>=', '≤': '<=', '=': '=', '>': '>', '<': '<' } as const
  const sign = fc.constantFrom(...(Object.keys(signs) as (keyof typeof signs)[]))
  const unit = fc.constantFrom('', '%', '个', '万元', '人次', '元/人/天', '平方米', '个月', '‰')
  fc.assert(
    fc.property(sign, fc.integer({ min: 0, max: 99_999 }), unit, (mark, number, measure) => {
      const target = read(`${mark}${number}${measure}`)
      expect(target).toEqual([signs[mark], String(number), measure === '' ? null : measure])
    }),
  )
})
