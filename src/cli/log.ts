/** What a run says: files on standard output; a bar, lines or JSON events on standard error. */

import type { Language } from '../../schemas/findings.js'
import type { FileEntry } from '../../schemas/run.js'
import { describeFailure } from '../batch/describe.js'
import type { RunEvents, RunResult } from '../batch/run.js'
import { WORDS } from '../batch/words.js'
import { Bar } from './bar.js'

export interface Log {
  events: Partial<RunEvents>
  end: (result: RunResult) => void
  /** Leaves the terminal as it was. */
  close: () => void
}

export interface Streams {
  stdout: NodeJS.WritableStream & { isTTY?: boolean }
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
}

/** Runs up to this size are told in full also on a terminal. */
const TOLD_IN_FULL = 20

export function makeLog(
  options: { quiet?: boolean; log: string },
  lang: Language,
  streams: Streams,
): Log {
  if (options.log === 'json') return jsonLog(options.quiet ?? false, streams)
  return textLog(options.quiet ?? false, lang, streams)
}

function textLog(quiet: boolean, lang: Language, { stdout, stderr }: Streams): Log {
  const bar = stderr.isTTY && !quiet ? new Bar(stderr) : null
  let inFull = !quiet
  const say = (text: string) => {
    bar?.clear()
    stderr.write(text)
    bar?.draw()
  }
  return {
    events: {
      planned: (files) => {
        bar?.begin(files)
        inFull &&= !bar || files <= TOLD_IN_FULL
      },
      entry: (entry, report, reused) => {
        bar?.add(entry, reused)
        if (entry.error) say(describeFailure(entry))
        else if (inFull && !reused) say(report)
      },
      file: (file) => {
        if (!(bar && stdout.isTTY) || inFull) stdout.write(`${file}\n`)
      },
    },
    end: (result) => {
      bar?.clear()
      stderr.write(describeEnd(result, lang))
    },
    close: () => bar?.clear(),
  }
}

export function describeEnd({ totals, reused, interrupted }: RunResult, lang: Language): string {
  const { files, failed, checks } = totals
  const words = WORDS[lang]
  const line = `${words.end(files, failed, checks)}${reused > 0 ? words.reused(reused) : ''}\n`
  return interrupted ? `${line}${words.stopped}\n` : line
}

function jsonLog(quiet: boolean, { stdout, stderr }: Streams): Log {
  const say = (event: string, fields: object) =>
    stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`)
  return {
    events: {
      planned: (files) => say('planned', { files }),
      entry: (entry: FileEntry, _, reused) => {
        if (!quiet || entry.error) say('file', { reused, ...entry })
      },
      file: (file) => stdout.write(`${file}\n`),
    },
    end: (result) => say('end', result),
    close: () => {},
  }
}
