import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { planJobs, prepareOutput, UsageError } from '../../src/batch/plan.js'
import { exitCode, type Reader, runJobs } from '../../src/batch/run.js'
import { writeWhole } from '../../src/batch/write.js'
import { document, failingCheck, table } from '../helpers/document.js'

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kemu-test-'))
})

function file(name: string, content = 'x'): string {
  const full = path.join(root, name)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, content)
  return full
}

describe('inputs to jobs', () => {
  test('folders keep the folders below them; single files stand on their own', () => {
    file('in/b/foo.pdf')
    file('in/A.PDF')
    file('in/notes.txt')
    const plan = planJobs([path.join(root, 'in'), file('one.pdf')])
    expect(plan.jobs.map(({ file: name, stem }) => [name, stem])).toEqual([
      ['A.PDF', 'A'],
      ['b/foo.pdf', 'b/foo'],
      ['one.pdf', 'one'],
    ])
  })

  test('a link back to a folder above is not followed', () => {
    file('in/foo.pdf')
    symlinkSync(path.join(root, 'in'), path.join(root, 'in', 'again'))
    expect(planJobs([path.join(root, 'in')]).jobs.map((job) => job.file)).toEqual(['foo.pdf'])
  })

  test('a link to nothing is named, not dropped', () => {
    file('in/foo.pdf')
    symlinkSync(path.join(root, 'gone'), path.join(root, 'in', 'gone.pdf'))
    expect(planJobs([path.join(root, 'in')]).unreadable).toEqual([
      { file: 'gone.pdf', message: expect.stringContaining('link') },
    ])
  })

  test.each([
    ['a missing path', () => [path.join(root, 'nothing.pdf')], /nothing\.pdf does not exist/],
    ['a folder without PDFs', () => [path.dirname(file('empty/readme.txt'))], /empty holds no PDF/],
    [
      'two inputs with one output',
      () => [file('a/x.pdf'), file('b/X.pdf')],
      /a\/x\.pdf and .*b\/X\.pdf would both be written/,
    ],
    ['an input that would be run.json', () => [file('run.pdf')], /run\.json/],
  ])('%s is said before any work', (_, inputs, message) => {
    const given = inputs()
    expect(() => planJobs(given)).toThrow(UsageError)
    expect(() => planJobs(given)).toThrow(message)
  })

  test('an output folder that is a file cannot be written', () => {
    expect(() => prepareOutput(file('taken'))).toThrow(/cannot write to .*taken.*-o/)
  })
})

describe('writing', () => {
  test('a file that cannot be put in place leaves nothing behind', async () => {
    mkdirSync(path.join(root, 'taken.json', 'inside'), { recursive: true })
    await expect(writeWhole(path.join(root, 'taken.json'), 'text')).rejects.toThrow()
    expect(readdirSync(root)).toEqual(['taken.json'])
  })
})

describe('a run', () => {
  const read: Reader = async ({ file: name }) => {
    if (name === 'broken.pdf') throw new Error('pdf.js fell over')
    if (name === 'html.pdf') {
      const issue = {
        code: 'not_pdf',
        severity: 'error' as const,
        message: 'an HTML page',
        table: null,
        page: null,
        bbox: null,
      }
      return { document: document([], { status: 'not_pdf', issues: [issue] }) }
    }
    const checked = table({ checks: [failingCheck()] })
    return { document: document([checked], { status: 'review' }) }
  }
  const options = () => ({
    out: path.join(root, 'out'),
    formats: ['json', 'xlsx', 'xml'] as ('json' | 'xlsx' | 'xml')[],
    version: '0',
    read,
  })

  test('one bad file costs itself only, and run.json says what happened', async () => {
    const names = ['broken.pdf', 'good.pdf', 'html.pdf'].map((name) => file(name))
    const run = await runJobs(planJobs(names), options())
    expect(
      run.files.map(({ file: name, status, error }) => [name, status, error?.code ?? null]),
    ).toEqual([
      ['broken.pdf', 'failed', 'Error'],
      ['good.pdf', 'review', null],
      ['html.pdf', 'not_pdf', 'not_pdf'],
    ])
    expect(readdirSync(path.join(root, 'out')).toSorted()).toEqual([
      'good.json',
      'good.xlsx',
      'good.xml',
      'html.json',
      'run.json',
      'taxonomy',
    ])
    expect(JSON.parse(readFileSync(path.join(root, 'out', 'run.json'), 'utf8'))).toEqual(run)
    expect(run.totals).toMatchObject({
      files: 3,
      failed: 2,
      tables: { general_budget_expenditure: 1 },
      checks: { fails: 1 },
    })
    expect(exitCode(run, false)).toBe(1)
  })

  test('a failed check is an error only where asked', async () => {
    const run = await runJobs(planJobs([file('good.pdf')]), options())
    expect([exitCode(run, false), exitCode(run, true)]).toEqual([0, 1])
  })

  test('a document that breaks the contract is not written', async () => {
    const bad: Reader = async () => ({ document: { ...document(), status: 'fine' } as never })
    const run = await runJobs(planJobs([file('bad.pdf')]), { ...options(), read: bad })
    expect(run.files[0].status).toBe('failed')
    expect(existsSync(path.join(root, 'out', 'bad.json'))).toBe(false)
  })
})
