/** kemu as a library: bytes of a PDF in, a BudgetDocument out. */
export { type BudgetDocument, documentSchema } from '../schemas/document.js'
export { exporters, FORMATS, type Format } from './export/index.js'
export { documentJsonSchema } from './export/json-schema.js'
export { type ReadResult, readDocument } from './pipeline.js'
