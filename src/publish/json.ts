import type { BudgetDocument } from '../../schemas/document.js'

/** The document as the contract has it; the same document gives the same bytes. */
export function toJson(document: BudgetDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
