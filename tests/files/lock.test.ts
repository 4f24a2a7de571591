import { execFile, execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { OutputFolder } from '../../src/files/folder.js'
import { lock } from '../../src/files/lock.js'
import { folderOf, put } from '../helpers/folder.js'

const LOCK = '.kemu/lock'
const host = os.hostname()
const pidIn = (folder: string) => JSON.parse(readFileSync(path.join(folder, LOCK), 'utf8')).pid
const START = /^\d+ \(.*\) .(?: -?\d+){18} (\d+)/

test.runIf(process.platform === 'linux')(
  'a folder in which a run is at work is refused, until it ends',
  async () => {
    const other = spawn('sleep', ['60'])
    const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8')
    const started = START.exec(stat)?.[1]
    const folder = folderOf({ [LOCK]: JSON.stringify({ host, pid: other.pid, started }) })
    expect(() => lock(new OutputFolder(folder))).toThrow(
      `another run (process ${other.pid}) is at work in ${folder}`,
    )
    other.kill('SIGKILL')
    await new Promise((resolve) => other.on('exit', resolve))
    const unlock = lock(new OutputFolder(folder))
    expect(pidIn(folder)).toBe(process.pid)
    unlock()
    expect(() => pidIn(folder)).toThrow('ENOENT')
  },
)

test.each([
  [
    'whose number another process has now',
    JSON.stringify({ host, pid: process.ppid, started: '1' }),
  ],
  ['of another machine', JSON.stringify({ host: 'elsewhere', pid: process.ppid, started: null })],
  ['that was never written whole', '{"host":'],
])('a lock %s is taken over', (_, text) => {
  const folder = folderOf({ [LOCK]: text })
  lock(new OutputFolder(folder))
  expect(pidIn(folder)).toBe(process.pid)
})

test('where no lock can be made, the folder is named', () => {
  const folder = folderOf()
  put(folder, '.kemu', 'a file')
  expect(() => lock(new OutputFolder(folder))).toThrow(`cannot write to ${folder}`)
})

test('a lock that is a pipe is taken over, and nobody waits for it', () => {
  const folder = folderOf({ '.kemu/x': '' })
  execFileSync('mkfifo', [path.join(folder, LOCK)])
  lock(new OutputFolder(folder))
  expect(pidIn(folder)).toBe(process.pid)
})

test("a lock that is another's by now is left to it", () => {
  const folder = folderOf()
  const unlock = lock(new OutputFolder(folder))
  put(folder, LOCK, JSON.stringify({ host: 'elsewhere', pid: 7, started: null }))
  unlock()
  expect(pidIn(folder)).toBe(7)
})

test('what a link leads to is no lock, and stays as it is', () => {
  const elsewhere = folderOf({ 'kept.txt': 'kept' })
  const folder = folderOf({ '.kemu/x': '' })
  symlinkSync(path.join(elsewhere, 'kept.txt'), path.join(folder, LOCK))
  lock(new OutputFolder(folder))()
  expect(readFileSync(path.join(elsewhere, 'kept.txt'), 'utf8')).toBe('kept')
})

/** Each takes the lock over, holds it for a moment and says from when to when. */
const TAKER = `
  import { OutputFolder } from '${new URL('../../dist/src/files/folder.js', import.meta.url)}'
  import { lock } from '${new URL('../../dist/src/files/lock.js', import.meta.url)}'
  const [folder] = process.argv.slice(2)
  while (Date.now() < Number(process.argv[3]));
  try {
    const unlock = lock(new OutputFolder(folder))
    const from = process.hrtime.bigint()
    await new Promise((resolve) => setTimeout(resolve, 60))
    const to = process.hrtime.bigint()
    unlock()
    console.log(String(from), String(to))
  } catch (cause) {
    if (!/another run|others want/.test(cause.message)) throw cause
  }`

test('of many that take one lock over at once, never two hold it', {
  timeout: 60_000,
}, async () => {
  const root = folderOf({ 'taker.mjs': TAKER })
  for (let round = 0; round < 3; round++) {
    const folder = folderOf({ [LOCK]: JSON.stringify({ host, pid: 1, started: 'never' }) })
    const start = String(Date.now() + 1500)
    const takers = Array.from({ length: 6 }, () =>
      promisify(execFile)(process.execPath, [path.join(root, 'taker.mjs'), folder, start]),
    )
    const held = (await Promise.all(takers))
      .flatMap(({ stdout }) => (stdout === '' ? [] : [stdout.split(' ').map(BigInt)]))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(held.length).toBeGreaterThan(0)
    for (let i = 1; i < held.length; i++) expect(held[i][0] > held[i - 1][1]).toBe(true)
    expect(readdirSync(path.join(folder, '.kemu'))).toEqual([])
  }
})
