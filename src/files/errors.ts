/** What stops a command, whoever met it. */

/** A command line that cannot be carried out: which part, and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Nothing can be written any more: the run stops, and the same command goes on from there. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError'
  readonly code = 'disk_full'
}

/** A place that is not in the output folder, or that a link leads out of. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError'
}

export function codeOf(cause: unknown): string | null {
  const code = (cause as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : null
}

export function isDiskFull(cause: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'disk_full'].includes(codeOf(cause) ?? '')
}
