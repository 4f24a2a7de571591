/** How much of a document needs a look, in a few words. */
import type { Language } from '../../schemas/findings.js'

export interface Grave {
  errors: number
  warnings: number
  /** Checks that fail. */
  fails: number
}

const ENGLISH: Record<keyof Grave, (count: number) => string> = {
  errors: (count) => `${count} ${count === 1 ? 'error' : 'errors'}`,
  warnings: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
  fails: (count) => `${count} failed ${count === 1 ? 'check' : 'checks'}`,
}
const CHINESE: typeof ENGLISH = {
  errors: (count) => `错误 ${count} 条`,
  warnings: (count) => `警告 ${count} 条`,
  fails: (count) => `勾稽不符 ${count} 条`,
}

/** What there is none of is not said. */
export function graveness(grave: Grave, lang: Language): string {
  const words = lang === 'zh' ? CHINESE : ENGLISH
  return (['errors', 'warnings', 'fails'] as const)
    .flatMap((what) => (grave[what] > 0 ? [words[what](grave[what])] : []))
    .join(lang === 'zh' ? '，' : ', ')
}
