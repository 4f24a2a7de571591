import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url))

export interface Ended {
  code: number | null
  signal: string | null
  stdout: string
  stderr: string
}

type During = (child: ChildProcess, stdout: () => string) => void

/** Starts the command line as it is shipped; `during` may act on it while it runs. */
export const kemu = (args: string[], during?: During): Promise<Ended> =>
  run(process.execPath, [MAIN, ...args], process.cwd(), during)

export function run(
  command: string,
  args: string[],
  cwd: string,
  during: During = () => {},
): Promise<Ended> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
    during(child, () => stdout)
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
