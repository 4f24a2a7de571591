import { UsageError } from '../batch/failure.js'

/** An option's number. @throws UsageError below `least`, or beyond all reason */
export function parseNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (text.trim() === '' || !(number >= least && number <= 2 ** 20))
    throw new UsageError(`${name} ${text}: give a number from ${least}`)
  return number
}
