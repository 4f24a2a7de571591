/** A name with its code in brackets: 住房公积金（2210201）80.40 万元. */
import { codeName } from '../code-name.js'
import { defineRule, mark, number, some } from '../rule.js'
import { nameWord } from './level.js'

export default defineRule({
  name: 'code_behind',
  sign: /[(（][235]\d\d(?:\d\d){0,2}[)）]/,
  reads: [
    nameWord,
    some(nameWord, 8),
    mark('open'),
    number(/^[235]\d\d(?:\d\d){0,2}$/),
    mark('close'),
  ],
  makes: ([[first], rest, , [code]], text) => {
    const last = rest.at(-1) ?? first
    return codeName(code.text, text.slice(first.from, last.to).replace(/^[的为是、和及]+/, ''))
  },
  examples: {
    '住房公积金（2210201）80.40万元': [
      { subject: 'expenditure_item', qualifier: '2210201住房公积金', value: '80.40' },
    ],
    '工资福利支出（301）80.40万元': [
      { subject: 'expenditure_by_economic', qualifier: '301工资福利支出', value: '80.40' },
    ],
  },
  not: ['依据有关文件（2031）办理'],
})
