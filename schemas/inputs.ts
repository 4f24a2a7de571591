/** `.kemu/inputs.json`: where the inputs of a run were, for whoever shows their pages. It stays on this machine: no output names it. */
import { z } from 'zod'

export const inputsSchema = z.strictObject({
  schema: z.literal('kemu/inputs@1'),
  /** Folders that the files of `run.json` stand below, as absolute paths. */
  folders: z.array(z.string()),
})

export type Inputs = z.infer<typeof inputsSchema>
