import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Compiles what stands there and writes no source anew: tests/kinds.test.ts says where `npm run build` was forgotten. */
export function setup(): void {
  const cwd = fileURLToPath(new URL('../', import.meta.url))
  execFileSync('npm', ['run', '--silent', 'compile'], { cwd, stdio: 'inherit' })
}
