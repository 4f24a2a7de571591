import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { FileEntry } from '../../schemas/run.js'
import { entryOf, noTotals } from '../../src/batch/entry.js'
import { Bar, duration } from '../../src/cli/bar.js'
import { makeLog } from '../../src/cli/log.js'
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
  const { events, end } = makeLog(options, 'en', all)
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
