/** A code glued to its name: 2010350-事业运行 512.40 万元. */
import { listedCodes } from '../../../../schemas/codes.js'
import { codeName } from '../code-name.js'
import { defineRule, number, some } from '../rule.js'
import { nameWord } from './level.js'

export default defineRule({
  name: 'code_first',
  sign: /[235]\d\d/,
  reads: [number(/^[235]\d\d(?:\d\d){0,2}$/), nameWord, some(nameWord, 8)],
  makes: ([[code], [first], rest], text) => {
    const glued = /^[-—_]/.test(first.text)
    const known = first.sense?.code !== undefined || isListed(code.text, first.text)
    if (first.from !== code.to || (code.text.length < 7 && !glued && !known)) return null
    const last = rest.at(-1) ?? first
    return codeName(
      code.text,
      text.slice(code.to, last.to).replace(/^[-—_]+|(?:决算|预算)数?$/g, ''),
    )
  },
  examples: {
    '2010350-事业运行512.40万元': [
      { subject: 'expenditure_item', qualifier: '2010350事业运行', value: '512.40' },
    ],
    '30103奖金512.40万元': [
      { subject: 'expenditure_by_economic', qualifier: '30103奖金', value: '512.40' },
    ],
    '201一般公共服务支出512.40万元': [
      { subject: 'expenditure_by_function', qualifier: '201一般公共服务支出' },
    ],
  },
  not: ['拨打23456热线', '共有235人参加'],
})

let listed: Set<string> | null = null
/** Codes of the classifications as published, each with how its names begin: 30103奖金 is one, 301 人 is not. */
function isListed(code: string, name: string): boolean {
  listed ??= new Set(
    listedCodes().flatMap(({ code: each, names }) =>
      names.map(({ name }) => each + name.slice(0, 2)),
    ),
  )
  return listed.has(code + name.slice(0, 2))
}
