/** kemu as a library: bytes of a PDF in, a BudgetDocument out. */
export { type BudgetDocument, documentSchema } from '../schemas/document.js'
export { FORMATS, type Format, type Run, runSchema } from '../schemas/run.js'
export { copyTaxonomy, exporters, type OutputFile } from './export/index.js'
export { documentJsonSchema, runJsonSchema } from './export/json-schema.js'
export { type ReadResult, readDocument } from './pipeline.js'
