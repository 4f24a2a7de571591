/** What a run says: files on standard output; a bar, lines or JSON events on standard error. */

import type { FileEntry } from '../../schemas/run.js'
import { describeFailure } from '../batch/describe.js'
import type { RunEvents, RunResult } from '../batch/run.js'
import { printable, printableJson, printableLines } from '../files/printable.js'
import { Bar } from './bar.js'
import { Summary, type Told } from './summary.js'

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
  run: Pick<Told, 'out' | 'formats' | 'lang'>,
  streams: Streams,
): Log {
  if (options.log === 'json') return jsonLog(options.quiet ?? false, streams)
  return textLog(options.quiet ?? false, run, streams)
}

function textLog(
  quiet: boolean,
  run: Pick<Told, 'out' | 'formats' | 'lang'>,
  { stdout, stderr }: Streams,
): Log {
  const bar = stderr.isTTY && !quiet ? new Bar(stderr, run.lang) : null
  const summary = new Summary()
  let inFull = !quiet
  const say = (text: string) => {
    bar?.clear()
    stderr.write(printableLines(text))
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
        summary.add(entry)
        if (entry.error) say(describeFailure(entry))
        else if (inFull && !reused) say(report)
      },
      file: (file) => {
        // Both on one screen, they would be written into each other: the end says where the files are.
        if (!(bar && stdout.isTTY)) stdout.write(`${printable(file)}\n`)
      },
    },
    end: (result) => {
      bar?.clear()
      const lines = summary.lines(result, { ...run, columns: widthOf(stderr) })
      const told = quiet ? [lines[0], ...(result.interrupted ? lines.slice(-1) : [])] : lines
      stderr.write(printableLines(`${told.join('\n')}\n`))
    },
    close: () => bar?.clear(),
  }
}

/** In a file or a pipe, lines may be as long as they like. */
const widthOf = ({ isTTY, columns }: Streams['stderr']) =>
  isTTY ? columns || 80 : Number.POSITIVE_INFINITY

function jsonLog(quiet: boolean, { stdout, stderr }: Streams): Log {
  const say = (event: string, fields: object) =>
    stderr.write(`${printableJson({ time: new Date().toISOString(), event, ...fields })}\n`)
  return {
    events: {
      planned: (files) => say('planned', { files }),
      entry: (entry: FileEntry, _, reused) => {
        if (!quiet || entry.error) say('file', { reused, ...entry })
      },
      file: (file) => stdout.write(`${printable(file)}\n`),
    },
    end: (result) => say('end', result),
    close: () => {},
  }
}
