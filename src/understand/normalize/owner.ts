import { fold } from '../../../schemas/text.js'
import { squeeze } from './name.js'

/** Names are shorter, in characters; a line that goes on is a sentence. */
const LONGEST_NAME = 50

/** The owner that an owner line names: "部门：106_长沙市公安局  单位：万元", "511-某局" -> the name alone. */
export function ownerOf(line: string | null): string | null {
  if (line === null) return null
  const name = squeeze(line)
    .replace(/^[^:：]*[:：]/, '')
    .replace(/(?:金额)?单位[:：].*$/, '')
    .replace(/^[[(【（]?\d{3,9}[\])】）]?[-_—.、 ]*/, '')
    .replace(/[[(【（]\d{3,9}[\])】）]$/, '')
    .replace(DOCUMENT, '')
    .trim()
  return /\p{Script=Han}{3}/u.test(name) && !isSentence(name) ? name : null
}

/** The name of the whole document behind its owner's: 某局2026年部门综合预算. */
const DOCUMENT =
  /(?:(?:19|20)\d\d年?度?)?(?:部门|单位)(?:综合|年度|收支)?(?:预算|决算)(?:公开|说明)?$|(?:19|20)\d\d年?度?(?:预算|决算)(?:公开|说明)?$/

/** What speaks of somebody names nobody; and the title of a table names no owner. */
function isSentence(name: string): boolean {
  const folded = fold(name)
  return (
    name.length > LONGEST_NAME ||
    /[。;,]|下属|的|是指|如下|共\d/.test(folded) ||
    /表(?:\([^()]*\))?$/.test(folded)
  )
}
