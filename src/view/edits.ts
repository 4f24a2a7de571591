/** What the app and its server say to each other about corrections. */
import { z } from 'zod'
import { type Correction, correctionSchema, correctionsSchema } from '../../schemas/corrections.js'

/** A correction, and what has come of it so far. */
export interface Said {
  correction: Correction
  /** The file that holds it, as a person finds it. */
  file: string
  /** It stands in the file that this server writes. */
  isOwn: boolean
  /** Made for another PDF of that name. */
  isStale: boolean
  /** The run has not seen it yet: `kemu extract` puts it in. */
  isPending: boolean
}

/** Why nothing can be corrected: there is no page to hold it against, or a file of corrections cannot be read. */
export type NoEdits = 'missing' | 'changed' | 'unread'

export interface EditState {
  schema: 'kemu/edits@1'
  why: NoEdits | null
  said: Said[]
  /** Who corrected last, in a file that is written here: browsers forget him with the port. */
  who: string | null
  /** Those that the run was read with and nobody says any more. */
  gone: number
  /** What two people say of one thing, or what is wrong with a file: with the names of both. */
  trouble: string | null
  /** Whether the document shown was read anew, with the corrections of now; else it is the run's. */
  isAnew: boolean
  /** Why it could not be read anew. */
  failure: string | null
}

/** How many corrections a document of the list has. */
export interface EditCount {
  all: number
  pending: number
  stale: number
}

/** What is asked for: one correction more, or one less. The server's clock says when. */
export const changeSchema = z.union([
  z.strictObject({
    /** Of the PDF that the person looked at. */
    sha256: correctionsSchema.shape.sha256,
    add: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ sha256: correctionsSchema.shape.sha256, remove: correctionSchema }),
])

export type Change = z.infer<typeof changeSchema>
