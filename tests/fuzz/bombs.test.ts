/** Files that ask for too much: each is named, what is sound beside them is read, and the run keeps its memory. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { blast } from '../../scripts/fuzz/blast.js'
import { BOMBS } from '../../scripts/fuzz/bombs.js'
import { MAIN } from '../helpers/kemu.js'

/** MiB: 1.2 GB. */
const MOST = 1144

test('a folder of them ends by itself, with all that is in it named', {
  timeout: 600_000,
}, async () => {
  const sound = fileURLToPath(new URL('../../samples/hengyang-one-column.pdf', import.meta.url))
  const { code, peak, statuses } = await blast(MAIN, sound)
  const { 'a sound one.pdf': first, 'z sound one.pdf': last, ...bombs } = statuses
  expect([code, first, last]).toEqual([1, 'review', 'review'])
  expect(Object.keys(bombs)).toEqual(
    Object.keys(BOMBS)
      .map((name) => `${name}.pdf`)
      .toSorted(),
  )
  expect(Object.values(bombs).filter((each) => /^(?:failed|crashed|timeout)/.test(each))).toEqual(
    [],
  )
  if (peak !== null) expect(peak).toBeLessThan(MOST)
})
