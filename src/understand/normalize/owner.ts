import { squeeze } from './name.js'

/** The owner that an owner line names: "部门：106_长沙市公安局  单位：万元" -> 长沙市公安局. */
export function ownerOf(line: string | null): string | null {
  if (line === null) return null
  const name = squeeze(line)
    .replace(/^[^:：]*[:：]/, '')
    .replace(/(?:金额)?单位[:：].*$/, '')
    .replace(/^[[(【（]?\d{3,9}[\])】）]?[-_—. ]*/, '')
    .trim()
  return /\p{Script=Han}{3}/u.test(name) ? name : null
}
