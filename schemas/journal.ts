/** A line of a run's journal. What is none of these says nothing: it is passed over wherever lines are read. */
import { z } from 'zod'
import { fileEntrySchema } from './run.js'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Below the output folder, and nowhere else: no way up, no folder of the run's own, no two ways to say it. */
export const outputPath = z
  .string()
  .refine((path) =>
    path
      .split('/')
      .every((part) => !['', '.', '..'].includes(part) && part.toLowerCase() !== '.kemu'),
  )
  .refine((path) => !/[\\\0]/.test(path))

/** An input is done: its outputs stand in place. */
export const doneSchema = z.strictObject({
  key: sha256,
  entry: fileEntrySchema,
  outputs: z.array(
    z.strictObject({ path: outputPath, bytes: z.int().nonnegative(), sha256: sha256 }),
  ),
})

/** A content is in the hands of a worker; `alone`, after a process had ended while it was in flight. */
export const startedSchema = z.strictObject({ started: sha256, alone: z.boolean() })

/** It is no longer, whatever became of it. */
export const endedSchema = z.strictObject({ ended: sha256 })

export type Done = z.infer<typeof doneSchema>
export type Output = Done['outputs'][number]
