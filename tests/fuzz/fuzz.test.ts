/** Two hundred mutants of the samples, ten of each structure; `npm run fuzz` takes two thousand. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fuzz, mutantsOf } from '../../scripts/fuzz/fuzz.js'
import { mutant } from '../../scripts/fuzz/mutate.js'
import { STRUCTURE_NAMES, structure } from '../../scripts/fuzz/structures.js'

const worker = new URL('../../dist/src/batch/worker.js', import.meta.url)

test('no mutant crashes, hangs, or leaves an error without a name', {
  timeout: 600_000,
}, async () => {
  const samples = fileURLToPath(new URL('../../samples/', import.meta.url))
  const findings = await fuzz(mutantsOf(samples), worker, 0, 200)
  expect(findings.wrong).toEqual([])
  expect(findings.mutants).toBe(200)
})

test('no structure does that ask for too much', { timeout: 600_000 }, async () => {
  const count = 10 * STRUCTURE_NAMES.length
  const findings = await fuzz(structure, worker, 0, count)
  expect(findings.wrong).toEqual([])
  expect(findings.mutants).toBe(count)
})

test('a seed is a mutant', () => {
  const samples = [Buffer.from('%PDF-1.7 /Length 12 text'), Buffer.from('%PDF-1.4 /Count 3 other')]
  const all = Array.from({ length: 50 }, (_, seed) => mutant(samples, seed).toString('hex'))
  expect(Array.from({ length: 50 }, (_, seed) => mutant(samples, seed).toString('hex'))).toEqual(
    all,
  )
  expect(new Set(all).size).toBeGreaterThan(40)
})
