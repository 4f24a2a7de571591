import type { Issue } from '../../schemas/document.js'
import type { FindingCode } from '../../schemas/findings.js'

/** Questions about what a document prints again and again: each is asked once, where it is printed first. */
const ONCE: ReadonlySet<FindingCode> = new Set([
  'unknown_code',
  'code_name_differs',
  'code_without_parent',
  'unknown_header',
  'unmeasured_column',
])

/** @param issues in the order of tables; said after they have been held against the checks, which ask whose table is clean */
export function onceEach(issues: readonly Issue[]): Issue[] {
  const said = new Set<string>()
  return issues.filter(({ code, message }) => {
    const question = `${code}|${message.zh}`
    if (!ONCE.has(code)) return true
    if (said.has(question)) return false
    said.add(question)
    return true
  })
}
