/** What a run says to a person, in each language; kinds, states and outcomes have their labels in schemas/. */
import type { Check } from '../../schemas/document.js'
import type { Language } from '../../schemas/findings.js'

interface Words {
  pages: (count: number) => string
  rows: (count: number) => string
  between: string
  noChecks: string
  checks: Record<'holds' | 'rounding' | 'fails', (count: number) => string>
  separator: string
  unknownKind: (count: number) => string
  more: (count: number) => string
  end: (files: number, failed: number, checks: Record<Check['outcome'], number>) => string
  reused: (count: number) => string
  stopped: string
}

const ENGLISH: Words = {
  pages: (count) => `${count} pages`,
  rows: (count) => `${String(count).padStart(4)} rows`,
  between: 'between tables',
  noChecks: 'no checks',
  checks: {
    holds: (count) => `${count} hold`,
    rounding: (count) => `${count} but for rounding`,
    fails: (count) => `${count} FAIL`,
  },
  separator: ', ',
  unknownKind: (count) => `${count} more ${count === 1 ? 'table' : 'tables'} of no known kind`,
  more: (count) => `${count} more to know, all in its JSON`,
  end: (files, failed, { holds, rounding, fails }) =>
    `${files} ${files === 1 ? 'file' : 'files'}, ${failed} failed; ` +
    `${holds} identities hold, ${rounding} but for rounding, ${fails} fail`,
  reused: (count) => `; ${count} unchanged since an earlier run (--force reads them again)`,
  stopped: 'stopped: give the same command again to go on from here',
}

const CHINESE: Words = {
  pages: (count) => `${count} 页`,
  rows: (count) => `${String(count).padStart(4)} 行`,
  between: '表间',
  noChecks: '无勾稽关系',
  checks: {
    holds: (count) => `${count} 相符`,
    rounding: (count) => `${count} 仅有尾差`,
    fails: (count) => `${count} 不符`,
  },
  separator: '，',
  unknownKind: (count) => `另有 ${count} 张表种类不明`,
  more: (count) => `另有 ${count} 条，均在其 JSON 中`,
  end: (files, failed, { holds, rounding, fails }) =>
    `${files} 个文件，${failed} 个未能读取；勾稽关系 ${holds} 条相符，${rounding} 条仅有尾差，${fails} 条不符`,
  reused: (count) => `；${count} 个自上次运行后未变（--force 重新读取）`,
  stopped: '已停止：再次运行同一命令即可接着读',
}

export const WORDS: Record<Language, Words> = { en: ENGLISH, zh: CHINESE }
