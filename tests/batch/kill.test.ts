/**
 * Whoever is killed, the run or one of its workers: the same bytes in the end, and nobody left behind.
 * `npm run kills` does it fifty times each.
 */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kills } from '../../scripts/fuzz/kills.js'
import { MAIN } from '../helpers/kemu.js'

const SAMPLE = fileURLToPath(new URL('../../samples/hengyang-one-column.pdf', import.meta.url))
const COUNT = 3

test.runIf(process.platform === 'linux').each(['run', 'worker'] as const)(
  'a %s that is killed costs nothing',
  { timeout: 300_000 },
  async (victim) => {
    expect(await kills(MAIN, SAMPLE, victim, COUNT)).toEqual({ kills: COUNT, wrong: [] })
  },
)
