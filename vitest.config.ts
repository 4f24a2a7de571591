import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What starts processes, kills them, fills disks or reads whole folders: each file in a process of its own. */
const PROCESSES = [
  'tests/{batch,browser,cli,corpus,correct,files,fuzz,package,panel,table,view}/**/*.test.ts',
  'tests/{agree,kinds,samples,templates}.test.ts',
  'tests/read/pdf/{core,limits}.test.ts',
  'tests/publish/xbrl-*.test.ts',
]
/** Beside each other, as many as there are processors. */
const maxWorkers = availableParallelism()

/**
 * `npm test` runs both; `npm run test:unit` the pure functions, which share threads and what is loaded there.
 * Workers and the command line are tested as they are shipped: built, once for all.
 */
export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          ...{ name: 'process', pool: 'forks', maxWorkers, testTimeout: 180_000 },
          ...{ include: PROCESSES, globalSetup: ['tests/build.ts'] },
        },
      },
      {
        test: {
          ...{ name: 'unit', pool: 'threads', maxWorkers, isolate: false, testTimeout: 60_000 },
          ...{ include: ['tests/**/*.test.ts'], exclude: PROCESSES },
        },
      },
    ],
  },
})
