/** kemu as a library: bytes of a PDF in, a BudgetDocument out. */
export { type BudgetDocument, documentSchema } from '../schemas/document.js'
export { FORMATS, type Format, type Run, runSchema } from '../schemas/run.js'
export { type ReadResult, readDocument } from './pipeline.js'
export { copyTaxonomy, exporters, type OutputFile } from './publish/index.js'
export { documentJsonSchema, runJsonSchema } from './publish/json-schema.js'
