/** Names of bodies: the one that speaks, and the units of a department. */
import type { NounTerm } from '../../../schemas/prose/nouns.js'
import { familyOf } from '../../../schemas/prose/subjects.js'
import type { Token } from './token.js'

/** And words for the body that speaks. */
const BODY =
  /(?:局|委|厅|办|办公室|委员会|院|中心|署|部|会|馆|校|学院|学校|站|所|队|部门|单位|本级|机关|系统|政府|街道|镇|乡|处|级|全[市省区县]|组织|总队|支队|集团|公司)$/
export const isBody = (token: Token) =>
  token.sense?.owner === true ||
  token.sense?.word === 'speaker' ||
  (token.is === 'text' && BODY.test(token.text))

/** Bodies that can be a unit of a department. */
const UNIT =
  /(?:局|委员会|办公室|中心|院|馆|所|站|队|学校|学院|中学|小学|党校|幼儿园|办事处|大学|医院|署|管理处|工程处|厂)(?:本级|机关)?$/

/**
 * A heading that is nothing but the name of a body: its part is that unit's. The owner's own name
 * is none, but where 本级 says that only its office is meant.
 */
export function unitName(label: readonly Token[], folded: string): boolean {
  const says = label.some(({ sense }) => sense?.side || sense?.fund || sense?.nouns?.some(isMoney))
  const office = /本级\)?$/.test(folded)
  const name = folded.replace(/\(.*\)$/, '')
  const owner = label.some(({ sense, text }) => sense?.owner && text === name)
  return !says && UNIT.test(name) && (!owner || office)
}
const isMoney = ({ subject, within }: NounTerm) => familyOf(subject) !== 'people' && !within

/** A body that a clause names and that is not the owner: 考试院预算 N 万元, 第一中学预算 N 万元. */
export function unitIn(
  clause: readonly Token[],
  owner: readonly string[],
  text: string,
): string | null {
  if (owner.length === 0) return null
  for (const [at, token] of clause.entries()) {
    if (token.is !== 'text') continue
    const to = endOfBody(clause, at)
    const name = text.slice(token.from, to ?? token.from)
    if (to === null || name.length < LEAST_BODY || isOwner(name, owner)) continue
    const before = clause[at - 1]
    return text.slice(
      before?.sense?.owner && before.to === token.from ? before.from : token.from,
      to,
    )
  }
  return null
}

/** A name of a body has at least so many characters: 机关, 本局 and the like stand for the speaker. */
const LEAST_BODY = 4

/** Its last word may be one that a list knows, as 中学 is. */
function endOfBody(clause: readonly Token[], at: number): number | null {
  const [token, next] = [clause[at], clause[at + 1]]
  if (UNIT.test(token.text)) return token.to
  const goesOn = next?.is === 'word' && next.from === token.to && UNIT.test(next.text)
  return goesOn ? next.to : null
}

const isOwner = (name: string, owner: readonly string[]) =>
  owner.some(
    (each) => each.includes(name) || name.includes(each) || each.slice(-3) === name.slice(-3),
  )
