/** The folder -> the store: reads what is new or changed, forgets what is gone. */
import type { Converted } from './convert.js'
import { converted } from './converters.js'
import { hashOfFile, jsonFiles } from './input.js'
import type { Input, Loaded, Store } from './store.js'

export interface Reading {
  /** Documents read in this run. */
  read: number
  /** Documents that stand as an earlier run read them. */
  kept: number
  /** Documents of an earlier run that are no longer there. */
  gone: number
  /** Files that are none, with the reason. */
  failed: { file: string; error: string }[]
}

export interface ReadOptions {
  /** The module that threads load to read documents; null: all is read in place. */
  worker: URL | null
  /** Seconds for one document. */
  timeout: number
}

interface Present {
  file: string
  /** As an earlier run knows it; null where it is new or has changed. */
  known: Input | null
}

/**
 * Of several files with one content the first by path speaks for it; the others are
 * duplicates. A file is read where it is new, has changed, or has begun to speak.
 */
export async function readFolder(
  root: string,
  store: Store,
  { worker, timeout }: ReadOptions,
): Promise<Reading> {
  const [inputs, loaded] = [await store.inputs(), await store.loaded()]
  const present = jsonFiles(root).map((file): Present => {
    const before = inputs.get(file)
    const stands = before !== undefined && before.hash === hashOfFile(root, file)
    return { file, known: stands ? before : null }
  })
  const spoken = new Map<string, string>()
  const result: Reading = { read: 0, kept: 0, gone: 0, failed: [] }
  const speakers = knownSpeakers(present)
  const isWanted = ({ file, known }: Present) =>
    known === null || (speakers.get(known.document_id ?? '') === file && !isLoaded(loaded, known))
  const wanted = present.filter(isWanted)
  const results = converted(
    wanted.map(({ file }) => ({ root, file })),
    worker,
    timeout,
  )
  for (const each of present) {
    const fresh = isWanted(each) ? ((await results.next()).value as Converted) : null
    const input = apart(spoken, fresh?.input ?? (each.known as Input))
    if (each.known === null) store.noteInput(input)
    if (input.error !== null) result.failed.push({ file: input.file, error: input.error })
    if (input.document_id === null || isSpoken(spoken, input)) continue
    if (isLoaded(loaded, input)) {
      result.kept += 1
      continue
    }
    await put(store, loaded, input, fresh)
    result.read += 1
  }
  await results.return(undefined)
  await forget(store, result, { inputs, loaded, present, spoken })
  return result
}

/** The first of the files with one content, as far as an earlier run knows what they hold. */
function knownSpeakers(present: readonly Present[]): Map<string, string> {
  const speakers = new Map<string, string>()
  for (const { file, known } of present) {
    if (known?.document_id && !speakers.has(known.document_id))
      speakers.set(known.document_id, file)
  }
  return speakers
}

function isLoaded(loaded: ReadonlyMap<string, Loaded>, input: Input): boolean {
  const before = loaded.get(input.document_id ?? '')
  return before !== undefined && before.file === input.file && before.hash === input.hash
}

/** Two contents whose hashes begin alike are never confused: the first by path is read. */
function apart(spoken: ReadonlyMap<string, string>, input: Input): Input {
  const before = spoken.get(input.document_id ?? '')
  if (before === undefined || before === input.sha256) return input
  const error = `its content's hash begins like another's, ${before}: look where it comes from`
  return { ...input, document_id: null, sha256: null, status: 'failed', error }
}

/** Whether an earlier file of this run has the same content. */
function isSpoken(spoken: Map<string, string>, { document_id, sha256 }: Input): boolean {
  const before = spoken.get(document_id as string)
  spoken.set(document_id as string, sha256 as string)
  return before !== undefined
}

async function put(
  store: Store,
  loaded: ReadonlyMap<string, Loaded>,
  { file, hash, document_id }: Input,
  fresh: Converted | null,
): Promise<void> {
  if (!fresh?.lines || document_id === null) throw new Error(`${file} was not converted`)
  await store.put({ document_id, file, hash }, fresh.lines, loaded.has(document_id))
}

interface State {
  inputs: ReadonlyMap<string, Input>
  loaded: ReadonlyMap<string, Loaded>
  present: readonly Present[]
  spoken: ReadonlyMap<string, string>
}

async function forget(store: Store, result: Reading, state: State): Promise<void> {
  const gone = [...state.loaded.keys()].filter((id) => !state.spoken.has(id))
  store.forget(gone)
  result.gone = gone.length
  await store.commit()
  const there = new Set(state.present.map(({ file }) => file))
  await store.forgetInputs([...state.inputs.keys()].filter((file) => !there.has(file)))
}
