import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { FileEntry } from '../../schemas/run.js'
import { entryOf, noTotals } from '../../src/batch/entry.js'
import { Bar, duration } from '../../src/cli/bar.js'
import { makeLog } from '../../src/cli/log.js'
import { columnsOf } from '../../src/files/columns.js'
import { document } from '../helpers/document.js'

const good: FileEntry = { ...entryOf(document(), 5), pages: 30 }
const bad: FileEntry = {
  ...good,
  file: 'bad.pdf',
  status: 'timeout',
  error: { code: 'timeout', message: 'not read within 1 s' },
}

function streams(terminal: boolean) {
  const make = () => Object.assign(new PassThrough(), { isTTY: terminal, columns: 200 })
  const [stdout, stderr] = [make(), make()]
  const read = (stream: PassThrough) => String(stream.read() ?? '')
  return { stdout, stderr, said: () => ({ out: read(stdout), err: read(stderr) }) }
}

function told(options: { quiet?: boolean; log: string }, terminal: boolean, files = 100) {
  const all = streams(terminal)
  const { events, end } = makeLog(options, { out: 'out', formats: ['json'], lang: 'en' }, all)
  events.planned?.(files)
  events.file?.('out/foo.json')
  events.entry?.(good, 'the report\n', false)
  events.entry?.(bad, '', false)
  events.entry?.(good, '', true)
  end({ totals: { ...noTotals(), files: 3, failed: 1 }, reused: 1, interrupted: false })
  return all.said()
}

test('into a pipe: files on one side, plain lines on the other', () => {
  expect(told({ log: 'text' }, false)).toEqual({
    out: 'out/foo.json\n',
    err: expect.stringMatching(
      /^the report\n✗ bad\.pdf: not read within 1 s\n3 files, 1 failed.*1 unchanged/,
    ),
  })
})

test('on a terminal: a bar, and of a large run failures only', () => {
  const { out, err } = told({ log: 'text' }, true)
  expect(out).toBe('')
  expect(err).toMatch(/0\/100/)
  expect(err).toMatch(/✗ bad\.pdf/)
  expect(err).not.toMatch(/the report/)
  expect(told({ log: 'text' }, true, 3).err).toMatch(/the report/)
})

/** What a terminal of 80 columns shows in the end of what was written to it. */
function screenOf(written: string): string[] {
  const lines = [['']]
  let column = 0
  for (const [part] of written.matchAll(/\x1b\[K|\r|\n|[^\x1b\r\n]/gu)) {
    const line = lines[lines.length - 1]
    if (part === '\r') column = 0
    else if (part === '\x1b[K') line.splice(column)
    else if (part === '\n') lines.push([''])
    else {
      line[column] = part
      column += 1
    }
  }
  return lines.map((line) => line.join(''))
}

test('on one screen bar and list are never in one line, and the end says where the rest is', () => {
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  const run = { out: 'my out', formats: ['json' as const], lang: 'zh' as const }
  const { events, end } = makeLog({ log: 'text' }, run, { stdout: screen, stderr: screen })
  const long = { ...bad, file: `${'很长的文件名'.repeat(9)}.pdf` }
  const look = { ...good, severities: { error: 2, warning: 3 }, file: '部门预算.pdf' }
  events.planned?.(40)
  for (let i = 0; i < 30; i++) {
    events.file?.('out/foo.json')
    events.entry?.(i % 2 === 0 ? long : look, 'the report\n', false)
  }
  end({
    totals: { ...noTotals(), files: 30, failed: 15, statuses: { review: 15, timeout: 15 } },
    ...{ reused: 0, interrupted: false },
  })
  const written = String(screen.read())
  const shown = screenOf(written)
  expect(shown.filter((line) => line.includes('['))).toEqual([])
  expect(shown.join()).not.toContain('foo.json')
  const summary = shown.slice(shown.findIndex((line) => line.startsWith('30 个文件')))
  expect(summary.pop()).toBe('')
  expect(summary.length).toBeLessThanOrEqual(20)
  expect(summary.filter((line) => columnsOf(line) > 79)).toEqual([])
  expect(summary).toContain('未能读取 15 个：')
  expect(summary).toContain('  ! 部门预算.pdf: 错误 2 条，警告 3 条')
  expect(summary).toContain('  ……另有 10 个')
  expect(summary.join()).toContain('kemu audit "my out"')
  for (const [, bar] of written.matchAll(/\r\x1b\[K(\[[^\r\n]*)/g))
    expect(columnsOf(bar)).toBeLessThan(80)
})

test('quiet: failures and the sum, no bar', () => {
  expect(told({ quiet: true, log: 'text' }, true).err).toMatch(/^✗ bad\.pdf.*\n3 files/)
})

test('for programs: an event a line', () => {
  const events = told({ log: 'json' }, true)
    .err.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ event, file, reused }) => [event, file, reused])).toEqual([
    ['planned', undefined, undefined],
    ['file', 'foo.pdf', false],
    ['file', 'bad.pdf', false],
    ['file', 'foo.pdf', true],
    ['end', undefined, 1],
  ])
})

test('the bar counts what was read for its speed, and all for its length', () => {
  const bar = new Bar(new PassThrough())
  bar.begin(10)
  for (const reused of [true, true, false, false]) bar.add(good, reused)
  bar.add(bad, false)
  expect(bar.line(30)).toMatch(/5\/10 {2}3 pages\/s {2}50 s left {2}1 failed/)
})

test.each([
  [9.4, '9 s'],
  [61, '1 min 1 s'],
  [7260, '2 h 1 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text)
})
