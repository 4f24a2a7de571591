import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Format } from '../../schemas/run.js'
import { UsageError } from '../../src/batch/failure.js'
import { planJobs, prepareOutput } from '../../src/batch/plan.js'
import { folderOf, put } from '../helpers/folder.js'

let root = ''
beforeEach(() => {
  root = folderOf()
})

const file = (name: string, content = 'x') => put(root, name, content)

function expectClash(inputs: string[], failing: string[], rest: string[], formats?: Format[]) {
  const plan = planJobs(inputs, formats ?? ['json', 'xlsx', 'xml'])
  expect(plan.unreadable.map((each) => each.file).toSorted()).toEqual(failing.toSorted())
  expect(plan.jobs.map((job) => job.file).toSorted()).toEqual(rest.toSorted())
  for (const { message } of plan.unreadable) expect(message).toMatch(/rename/)
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

  test('a link to a folder above the one given is not followed', () => {
    file('in/b/foo.pdf')
    file('beside.pdf')
    symlinkSync(root, path.join(root, 'in', 'up'))
    symlinkSync('/', path.join(root, 'in', 'b', 'top'))
    expect(planJobs([path.join(root, 'in')]).jobs.map((job) => job.file)).toEqual(['b/foo.pdf'])
  })

  test('folders that all link to each other are read once each', () => {
    const names = Array.from({ length: 12 }, (_, i) => `d${i}`)
    for (const name of names) file(`elsewhere/${name}/${name}.pdf`)
    for (const name of names)
      for (const other of names)
        symlinkSync(`../${other}`, path.join(root, 'elsewhere', name, `to-${other}`))
    mkdirSync(path.join(root, 'in'))
    symlinkSync('../elsewhere/d0', path.join(root, 'in', 'first'))
    const found = planJobs([path.join(root, 'in')]).jobs.map((job) => path.basename(job.file))
    expect(found.toSorted()).toEqual(names.map((name) => `${name}.pdf`).toSorted())
  })

  test('a folder whose name is not UTF-8, or whose path is too long, is named', () => {
    file('in/foo.pdf')
    mkdirSync(Buffer.concat([Buffer.from(`${root}/in/`), Buffer.from([0xcb, 0xe3])]))
    const back = process.cwd()
    process.chdir(path.join(root, 'in'))
    for (let depth = 0; depth < 20; depth++) {
      mkdirSync('目'.repeat(80))
      process.chdir('目'.repeat(80))
    }
    process.chdir(back)
    const { jobs, unreadable } = planJobs([path.join(root, 'in')])
    expect(jobs.map((job) => job.file)).toEqual(['foo.pdf'])
    expect(unreadable.map(({ code, message }) => [code, message])).toEqual([
      ['name_too_long', expect.stringMatching(/path is too long/)],
      ['unreadable', expect.stringMatching(/not UTF-8/)],
    ])
  })

  test('a link to nothing is named, not dropped', () => {
    file('in/foo.pdf')
    symlinkSync(path.join(root, 'gone'), path.join(root, 'in', 'gone.pdf'))
    expect(planJobs([path.join(root, 'in')]).unreadable).toMatchObject([
      { file: 'gone.pdf', code: 'unreadable', message: expect.stringContaining('link') },
    ])
  })

  test('links that lead in a circle are named', () => {
    file('in/foo.pdf')
    symlinkSync('b.pdf', path.join(root, 'in', 'a.pdf'))
    symlinkSync('a.pdf', path.join(root, 'in', 'b.pdf'))
    const plan = planJobs([path.join(root, 'in')])
    expect(plan.unreadable.map((each) => each.file)).toEqual(['a.pdf', 'b.pdf'])
  })

  test('a name that leaves no room for .json is named', () => {
    file(`in/${'长'.repeat(83)}ab.pdf`)
    file(`in/${'长'.repeat(83)}a.pdf`)
    const plan = planJobs([path.join(root, 'in')])
    expect(plan.unreadable.map(({ code }) => code)).toEqual(['name_too_long'])
    expect(plan.jobs).toHaveLength(1)
  })

  test('a name that is not UTF-8 is named', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from([0xcb, 0xe3]),
      Buffer.from('.pdf'),
    ])
    writeFileSync(bytes, 'x')
    expect(planJobs([root]).unreadable[0].message).toMatch(/not UTF-8: rename/)
  })

  test('a pipe is named, and nobody waits for it', () => {
    execFileSync('mkfifo', [path.join(root, 'pipe.pdf')])
    expect(planJobs([root]).unreadable[0].message).toMatch(/pipe/)
  })

  test('names that differ in how Unicode writes them only are a clash', () => {
    file('in/\u00e9.pdf')
    file('in/e\u0301.pdf')
    file('in/other.pdf')
    expectClash([path.join(root, 'in')], ['e\u0301.pdf', '\u00e9.pdf'], ['other.pdf'])
  })

  test.each([
    ['names that differ in case only', ['A.pdf', 'a.PDF'], ['b.pdf']],
    ['a document and a folder of its output', ['foo.pdf', 'foo.json/bar.pdf'], ['foo/bar.pdf']],
    ['a document and a folder below', ['x/Foo.pdf', 'x/foo.XLSX/b/bar.pdf'], ['bar.pdf']],
    ['a document that would be run.json', ['run.pdf'], ['runs.pdf', 'b/run.pdf']],
    ['a folder that would be run.json', ['Run.json/a.pdf'], ['a.pdf']],
    ['a file of the taxonomy', ['taxonomy/kemu-label-en.pdf'], ['taxonomy/a.pdf', 'a.pdf']],
    ['no name', ['.pdf', 'a/.PDF'], ['a.pdf']],
  ])('%s: they fail, and the rest is read', (_, failing, rest) => {
    for (const name of [...failing, ...rest]) file(`in/${name}`)
    expectClash([path.join(root, 'in')], failing, rest)
  })

  test('two of one name are told apart by where they are; one given twice is one', () => {
    const inputs = [file('a/x.pdf'), file('b/x.pdf'), file('c/y.pdf'), path.join(root, 'c/y.pdf')]
    expectClash(inputs, [path.join(root, 'a/x.pdf'), path.join(root, 'b/x.pdf')], ['y.pdf'])
  })

  test('what an earlier run keeps for itself is no input', () => {
    file('in/.kemu/parts/1.pdf')
    file('in/foo.pdf')
    expect(planJobs([path.join(root, 'in')]).jobs.map((job) => job.file)).toEqual(['foo.pdf'])
  })

  test.each([
    ['a missing path', () => [path.join(root, 'nothing.pdf')], /nothing\.pdf does not exist/],
    ['a folder without PDFs', () => [path.dirname(file('empty/readme.txt'))], /empty holds no PDF/],
  ])('%s is said before any work', (_, inputs, message) => {
    const given = inputs()
    expect(() => planJobs(given)).toThrow(UsageError)
    expect(() => planJobs(given)).toThrow(message)
  })

  test('a document is not written over the metadata of another, where there are such', () => {
    file('in/foo.pdf')
    file('in/foo-metadata.pdf')
    const input = [path.join(root, 'in')]
    expect(planJobs(input, ['json', 'xml']).jobs).toHaveLength(2)
    expectClash(input, ['foo-metadata.pdf', 'foo.pdf'], [], ['json', 'xbrl-csv'])
  })

  test('a table in CSV is not written over the xBRL-CSV of another', () => {
    for (const name of ['foo', 'foo-t2', 'bar-t1', 'bar-t2']) file(`in/${name}.pdf`)
    const input = [path.join(root, 'in')]
    expect(planJobs(input, ['csv']).jobs).toHaveLength(4)
    const others = ['bar-t1.pdf', 'bar-t2.pdf']
    expectClash(input, ['foo-t2.pdf', 'foo.pdf'], others, ['csv', 'xbrl-csv'])
  })

  test.runIf(process.platform === 'linux').each(['/proc/x', '/proc/1/x/y'])(
    'an output folder that can never be made is said at once: %s',
    (folder) => {
      expect(() => prepareOutput(folder)).toThrow(/cannot write to .*-o/)
    },
  )

  test('an output folder that is a file cannot be written', () => {
    expect(() => prepareOutput(file('taken'))).toThrow(/cannot write to .*taken.*-o/)
  })
})
