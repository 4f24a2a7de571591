/** All bombs in one folder, among sound documents: what becomes of each, and what the run takes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Run } from '../../schemas/run.js'
import { measure } from '../bench/process.js'
import { BOMBS } from './bombs.js'

export interface Blast {
  code: number | null
  seconds: number
  /** MiB of all processes together; null where the system does not tell. */
  peak: number | null
  proportional: number | null
  /** By file: its status, and the error that it earned. */
  statuses: Record<string, string>
}

/** Through the command line as it is shipped. */
export async function blast(main: string, sound: string): Promise<Blast> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'kemu-bombs-'))
  const [input, out] = [path.join(root, 'in'), path.join(root, 'out')]
  mkdirSync(input)
  for (const [name, make] of Object.entries(BOMBS))
    writeFileSync(path.join(input, `${name}.pdf`), make())
  for (const name of ['a sound one', 'z sound one'])
    writeFileSync(
      path.join(input, `${name}.pdf`),
      Buffer.concat([readFileSync(sound), Buffer.from(`%${name}`)]),
    )
  const options = ['--jobs', '2', '--timeout', '60', '--quiet']
  const { code, seconds, peak, proportional } = await measure(process.execPath, [
    main,
    'extract',
    input,
    '-o',
    out,
    ...options,
  ])
  const { files } = JSON.parse(readFileSync(path.join(out, 'run.json'), 'utf8')) as Run
  rmSync(root, { recursive: true })
  const said = files.map(({ file, status, error }) => [
    file,
    error ? `${status}: ${error.code}` : status,
  ])
  return { code, seconds, peak, proportional, statuses: Object.fromEntries(said) }
}
