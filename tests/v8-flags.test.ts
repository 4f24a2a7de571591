import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { flagsOfWork } from '../src/v8-flags.js'

test.each([
  ['11.3.244.8-node.38', 2], // Node 20
  ['11.8.172.17-node.20', 1], // Node 21: the second is a bad option from here on
  ['12.4.254.21-node.57', 1],
  ['14.6.202.34-node.34', 1],
])('V8 %s is given %i flags', (version, count) => {
  expect(flagsOfWork(version)).toHaveLength(count)
})

test('this Node knows those that it is given', () => {
  const { status, stderr } = spawnSync(process.execPath, [...flagsOfWork(), '-e', '0'])
  expect([status, String(stderr)]).toEqual([0, ''])
})
