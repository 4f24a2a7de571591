import { expect, test } from 'vitest'
import { inputFailure, isDiskFull, outputFailure } from '../../src/batch/failure.js'

const from = (code: string) => Object.assign(new Error(`${code}: it says`), { code })

test.each([
  ['EACCES', 'unreadable', /permissions/],
  ['ENOENT', 'unreadable', /gone/],
  ['EIO', 'unreadable', /copy it again/],
])('an input with %s is %s, with a remedy', (code, name, message) => {
  expect(inputFailure(from(code)).error).toEqual({
    code: name,
    message: expect.stringMatching(message),
  })
})

test.each([
  ['ENAMETOOLONG', 'name_too_long', /shorten/],
  ['EACCES', 'unwritable', /-o/],
  ['ENOSPC', 'disk_full', /full/],
  ['EDQUOT', 'disk_full', /full/],
])('an output with %s is %s, with a remedy', (code, name, message) => {
  const { error } = outputFailure(from(code))
  expect(error).toEqual({ code: name, message: expect.stringMatching(message) })
  expect(isDiskFull(error)).toBe(name === 'disk_full')
})
