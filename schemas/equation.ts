/** `whole = part + part - part` in words; parts under one heading stand in brackets behind it. */
import type { Language, Message } from './findings.js'
import { joinLabels } from './meaning-labels.js'

export interface Part {
  /** What it is called, outermost heading first. */
  path: readonly Message[]
  /** Whether the law takes it off. */
  isLess?: boolean
}

export function plain(label: Message, isLess = false): Part {
  return { path: [label], isLess }
}

/** Where all parts are blank, nothing is their sum. */
export function equation(whole: Message, parts: readonly Part[]): Message {
  const side = (language: Language) => sumOf(parts, language) || '0'
  return { zh: `${whole.zh} = ${side('zh')}`, en: `${whole.en} = ${side('en')}` }
}

function sumOf(parts: readonly Part[], language: Language): string {
  let text = ''
  for (let from = 0; from < parts.length; ) {
    const to = endOfGroup(parts, from)
    const sign = parts[from].isLess ? (from > 0 ? ' - ' : '-') : from > 0 ? ' + ' : ''
    text += sign + groupText(parts.slice(from, to), language)
    from = to
  }
  return text
}

/** Behind the last of the parts that stand under the heading of the first. */
function endOfGroup(parts: readonly Part[], from: number): number {
  const heading = headingOf(parts[from])
  let to = from + 1
  while (heading !== null && to < parts.length && headingOf(parts[to]) === heading) to++
  return to
}

function headingOf({ path, isLess }: Part): string | null {
  return path.length > 1 && !isLess ? path[0].zh : null
}

function groupText(parts: readonly Part[], language: Language): string {
  const [{ path }] = parts
  if (parts.length === 1) return joinLabels(path)[language]
  const within = sumOf(
    parts.map((part) => ({ path: part.path.slice(1) })),
    language,
  )
  return language === 'zh' ? `${path[0].zh}（${within}）` : `${path[0].en} (${within})`
}
