import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type Task, work } from '../../src/batch/work.js'
import { document } from '../helpers/document.js'
import { folderOf } from '../helpers/folder.js'

test('parts that a worker left when it ended are written anew: the document is read again under the same names', async () => {
  const input = path.join(folderOf({ 'a.pdf': 'any bytes' }), 'a.pdf')
  const sha256 = createHash('sha256').update('any bytes').digest('hex')
  const parts = folderOf()
  const left = path.join(parts, '7-0.json')
  writeFileSync(left, 'the first half of')
  const task: Task = {
    ...{ id: 7, input, sha256, files: ['a.pdf'], formats: ['json'], lang: 'en', parts },
  }
  const whole = document([])
  const read = async () => ({
    document: { ...whole, source: { ...whole.source, file: 'a.pdf', sha256 } },
  })
  const result = await work(task, read)
  expect(result).toMatchObject({ written: [{ parts: [{ part: left }] }] })
  expect(JSON.parse(readFileSync(left, 'utf8')).schema).toBe('kemu/document@1')
})
