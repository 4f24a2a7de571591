/** DuckDB is 70 MB, and wanted for panels and Parquet only: who wants these installs it beside kemu. */
import { createRequire } from 'node:module'
import { codeOf, UsageError } from '../files/errors.js'

const NAME = '@duckdb/node-api'

/** @throws UsageError where it is not installed: how to install it */
export async function loadDuckDB(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api')
  } catch (cause) {
    if (codeOf(cause) !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new UsageError(
      `panels and Parquet are written by DuckDB, which is installed apart (70 MB): npm install ${wanted()}, with -g where kemu was installed so`,
    )
  }
}

/** The version that is tested. */
function wanted(): string {
  const about = createRequire(import.meta.url)('kemu/package.json') as {
    peerDependencies: Record<typeof NAME, string>
  }
  return `${NAME}@${about.peerDependencies[NAME]}`
}
