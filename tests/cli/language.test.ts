/** What a command says, in the language of who reads it. */
import { describe, expect, test } from 'vitest'
import { finding } from '../../schemas/findings.js'
import type { FileEntry } from '../../schemas/run.js'
import { describeDocument } from '../../src/batch/describe.js'
import { chosenLanguage } from '../../src/cli/language.js'
import { document, table } from '../helpers/document.js'

describe('the language', () => {
  test('is the one that is told, whatever the locale says', () => {
    expect(chosenLanguage('zh', { LANG: 'en_GB.UTF-8' })).toBe('zh')
    expect(chosenLanguage('en', { LANG: 'zh_CN.UTF-8' })).toBe('en')
    expect(() => chosenLanguage('fr', {})).toThrow('--lang fr: choose zh or en')
  })

  test.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' }, 'zh'],
  ])('of the locale %j is %s', (env, lang) => expect(chosenLanguage(undefined, env)).toBe(lang))
})

test('a document is told in either', () => {
  const read = document([table({ rows: [] })], {
    issues: [finding('government_budget', { titles: ['债务限额'] })],
  })
  const entry: FileEntry = { ...({} as FileEntry), file: 'a.pdf', error: null }
  const english = describeDocument(entry, read, 'en')
  const chinese = describeDocument(entry, read, 'zh')
  expect(english).toContain('general_budget_expenditure')
  expect(english).toContain('no checks')
  expect(chinese).toContain('一般公共预算支出表')
  expect(chinese).toContain('无勾稽关系')
  for (const [text, lang] of [
    [english, 'en'],
    [chinese, 'zh'],
  ] as const)
    expect(text).toContain(read.issues[0].message[lang])
})
