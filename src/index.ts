/** kemu as a library: bytes of a PDF in, a BudgetDocument out. */
export { type BudgetDocument, documentSchema } from '../schemas/document.js'
export { copyTaxonomy, exporters, FORMATS, type Format, type OutputFile } from './export/index.js'
export { documentJsonSchema } from './export/json-schema.js'
export { type ReadResult, readDocument } from './pipeline.js'
