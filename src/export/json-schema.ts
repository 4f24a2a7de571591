import { z } from 'zod'
import { documentSchema } from '../../schemas/document.js'

/** JSON Schema of `foo.json`, made from the zod schema so that the two cannot drift apart. */
export function documentJsonSchema(): object {
  return z.toJSONSchema(documentSchema)
}
