/** Reading never waits: not for a pipe, a device, or a file that is another by now. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { hashRegular, readRegular, readRegularSync } from '../../src/files/regular.js'
import { folderOf, put } from '../helpers/folder.js'

test('a file is read and hashed', async () => {
  const bytes = Buffer.alloc(3_000_000, 'text')
  const file = put(folderOf(), 'x', bytes)
  expect((await readRegular(file)).equals(bytes)).toBe(true)
  expect(readRegularSync(file, { own: true }).equals(bytes)).toBe(true)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await hashRegular(file)).toEqual({ sha256, bytes: bytes.length })
})

test.each(['pipe', 'folder', 'link to a pipe'])('a %s is no file', async (what) => {
  const root = folderOf({ 'folder/x': '' })
  execFileSync('mkfifo', [path.join(root, 'pipe')])
  symlinkSync('pipe', path.join(root, 'link to a pipe'))
  const file = path.join(root, what)
  await expect(readRegular(file)).rejects.toMatchObject({ code: 'not_a_file' })
  expect(() => readRegularSync(file)).toThrow(/no file/)
})

test.runIf(process.platform === 'linux').each(['/dev/zero', '/dev/tty'])(
  'the device %s is no file',
  async (file) => {
    await expect(readRegular(file)).rejects.toThrow()
  },
)

test.runIf(process.platform === 'linux')(
  'a file of the system that says it is empty is',
  async () => {
    expect(await readRegular('/proc/kmsg').catch(() => Buffer.alloc(0))).toHaveLength(0)
  },
)

test('a file beyond its bound is not read, one at it is', async () => {
  const file = put(folderOf(), 'x', 'text')
  await expect(readRegular(file, { most: 3 })).rejects.toMatchObject({ code: 'too_many_bytes' })
  expect(() => readRegularSync(file, { most: 3 })).toThrow(/more than 3 bytes/)
  expect(await readRegular(file, { most: 4 })).toHaveLength(4)
})

test('a link is no file of ours', async () => {
  const root = folderOf({ x: 'text' })
  symlinkSync('x', path.join(root, 'y'))
  await expect(readRegular(path.join(root, 'y'), { own: true })).rejects.toThrow('ELOOP')
  expect(await readRegular(path.join(root, 'y'))).toHaveLength(4)
})
