/** Whatever stands in the output folder: nothing outside it is touched, and a file is whole or not there. */
import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { OutsideError } from '../../src/files/errors.js'
import { OutputFolder } from '../../src/files/folder.js'
import { contentsOf, folderOf, put } from '../helpers/folder.js'

let [out, elsewhere] = ['', '']
let folder: OutputFolder
beforeEach(() => {
  out = folderOf()
  elsewhere = folderOf({ 'kept.txt': 'kept' })
  folder = new OutputFolder(out)
})
const link = (from: string, to: string) =>
  symlinkSync(path.join(elsewhere, to), path.join(out, from))

test.each([
  '../x',
  'a/../../x',
  '..',
  '',
  '/tmp/x',
  'a/./x',
  'a\0b',
])('there is no place %j', (below) => {
  expect(() => folder.write(below, 'text')).toThrow(OutsideError)
  expect(readdirSync(out)).toEqual([])
})

test('no folder on the way may be a link, whether it leads out or in', () => {
  link('b', '')
  mkdirSync(path.join(out, 'real'))
  symlinkSync('real', path.join(out, 'c'))
  for (const below of ['b/x', 'b/c/x', 'c/x']) {
    expect(() => folder.write(below, 'text')).toThrow(/a link leads from/)
    expect(() => folder.remove(below)).toThrow(OutsideError)
    expect(() => folder.open(below)).toThrow(OutsideError)
  }
  expect(contentsOf(elsewhere)).toEqual({ 'kept.txt': 'kept' })
})

test('a link in the place of a file is replaced, and what it leads to stays', () => {
  link('x', 'kept.txt')
  linkSync(path.join(elsewhere, 'kept.txt'), path.join(out, 'y'))
  folder.write('x', 'text')
  folder.write('y', 'text')
  expect(contentsOf(elsewhere)).toEqual({ 'kept.txt': 'kept' })
  expect(contentsOf(out)).toEqual({ x: 'text', y: 'text' })
})

test('a file that is written on is neither a link, nor a pipe, nor one with another name', () => {
  link('x', 'kept.txt')
  linkSync(path.join(elsewhere, 'kept.txt'), path.join(out, 'y'))
  execFileSync('mkfifo', [path.join(out, 'z')])
  for (const below of ['x', 'y', 'z'])
    expect(() => folder.open(below)).toThrow(/no file of its own/)
})

test('what another library would open is cleared of links first', () => {
  link('x', 'kept.txt')
  put(out, 'own', 'own')
  folder.clear('x')
  folder.clear('own')
  folder.clear('nothing')
  expect([contentsOf(out), contentsOf(elsewhere)]).toEqual([{ own: 'own' }, { 'kept.txt': 'kept' }])
})

test('a file that cannot be put in place leaves nothing behind', () => {
  put(out, 'taken.json/inside', '')
  expect(() => folder.write('taken.json', 'text')).toThrow()
  function* broken() {
    yield 'half'
    throw new Error('no more')
  }
  expect(() => folder.write('half.json', broken())).toThrow('no more')
  expect(readdirSync(out)).toEqual(['taken.json'])
})

test('folders are made on the way, and their files are whole', () => {
  folder.write('a/b/c.txt', ['one ', 'two'])
  folder.write('a/b/c.txt', Buffer.from('三'))
  expect(readFileSync(path.join(out, 'a/b/c.txt'), 'utf8')).toBe('三')
  expect(() => folder.existing('no/c.txt')).toThrow('ENOENT')
  expect(readdirSync(out)).toEqual(['a'])
})

test('a folder for files on their way is new', () => {
  const [one, two] = [folder.workFolder(), folder.workFolder()]
  expect([readdirSync(one), one === two]).toEqual([[], false])
  rmSync(path.join(out, '.kemu'), { recursive: true })
  link('.kemu', '')
  expect(() => folder.workFolder()).toThrow(OutsideError)
})
