/** A disk of our own, where the system lets us have one: what happens when it is full. */
import { execFile, execFileSync } from 'node:child_process'
import { folderOf } from './folder.js'

/** The command runs in `disk`; what it leaves in `out` is kept. */
const ON_A_SMALL_DISK = `
  mount -t tmpfs -o size="$1" tmpfs disk
  shift
  cd disk
  "$@" || code=$?
  cp -r out/. ../kept
  exit $code`

export const hasDisks = (() => {
  try {
    execFileSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', folderOf()])
    return true
  } catch {
    console.warn('no disk of our own can be mounted here: the full disk is not tested for real')
    return false
  }
})()

/** @param size as mount takes it @param root a folder with `disk` and `kept` @returns the exit code and standard error */
export function onSmallDisk(
  size: string,
  root: string,
  command: string[],
): Promise<[unknown, string]> {
  const args = ['-Urm', 'sh', '-ec', ON_A_SMALL_DISK, 'sh', size, ...command]
  return new Promise((resolve) => {
    execFile('unshare', args, { cwd: root }, (error, _, text) => resolve([error?.code ?? 0, text]))
  })
}
