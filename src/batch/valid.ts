/** Whether a document is as its schema says, element by element: what accepts a whole one holds a copy of it. */
import { z } from 'zod'
import { type BudgetDocument, documentSchema } from '../../schemas/document.js'

export type Flaw = z.ZodError['issues'][number]

/** None for a document that is as it should be. */
export function* flawsOf(document: BudgetDocument): Generator<Flaw> {
  const head: Record<string, unknown> = { ...document }
  for (const [key, schema] of Object.entries(documentSchema.shape)) {
    const list = head[key]
    if (!(schema instanceof z.ZodArray && Array.isArray(list))) continue
    head[key] = []
    for (const [i, element] of list.entries()) yield* flawsIn(schema.element, element, [key, i])
  }
  yield* flawsIn(documentSchema, head, [])
}

function* flawsIn(schema: z.core.$ZodType, value: unknown, at: PropertyKey[]): Generator<Flaw> {
  for (const issue of z.safeParse(schema, value).error?.issues ?? [])
    yield { ...issue, path: [...at, ...issue.path] }
}
