/**
 * Wordings with alternatives -> words: `公务用车购置(及|和)运行(维护|)费` stands for four.
 * Alternatives may be nested; an empty one leaves the place out. Real brackets are written 〈 〉.
 */
export function expand(template: string): string[] {
  const open = template.indexOf('(')
  if (open < 0) return [template.replaceAll('〈', '(').replaceAll('〉', ')')]
  const close = closing(template, open)
  const [head, tail] = [template.slice(0, open), template.slice(close + 1)]
  return alternatives(template.slice(open + 1, close)).flatMap((inner) =>
    expand(head + inner + tail),
  )
}

/** Each blank-separated template of a list, expanded. */
export function words(list: string): string[] {
  return [...new Set(list.trim().split(/\s+/).flatMap(expand))]
}

function closing(template: string, open: number): number {
  let depth = 0
  for (let i = open; i < template.length; i++) {
    if (template[i] === '(') depth += 1
    if (template[i] === ')') depth -= 1
    if (depth === 0) return i
  }
  throw new Error(`no closing bracket: ${template}`)
}

function alternatives(inner: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of inner) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (char === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}
