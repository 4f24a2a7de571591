import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lock } from '../../src/batch/lock.js'
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
    expect(() => lock(folder, '.kemu')).toThrow(
      `another run (process ${other.pid}) is at work in ${folder}`,
    )
    other.kill('SIGKILL')
    await new Promise((resolve) => other.on('exit', resolve))
    const unlock = lock(folder, '.kemu')
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
  lock(folder, '.kemu')
  expect(pidIn(folder)).toBe(process.pid)
})

test('where no lock can be made, the folder is named', () => {
  const folder = folderOf()
  put(folder, '.kemu', 'a file')
  expect(() => lock(folder, '.kemu')).toThrow(`cannot write to ${folder}`)
})
