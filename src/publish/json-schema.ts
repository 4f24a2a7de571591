import { z } from 'zod'
import { documentSchema } from '../../schemas/document.js'
import { runSchema } from '../../schemas/run.js'

/** JSON Schema of `foo.json`, made from the zod schema so that the two cannot drift apart. */
export function documentJsonSchema(): object {
  return z.toJSONSchema(documentSchema)
}

/** JSON Schema of `run.json`. */
export function runJsonSchema(): object {
  return z.toJSONSchema(runSchema)
}
