import { calculationFile, definitionFile, labelFile, presentationFile } from './linkbases.js'
import { schemaFile } from './schema.js'
import { FILES } from './xml.js'

/** The taxonomy, file by file: name -> content. Nothing in it comes from a document. */
export function taxonomyFiles(): Map<string, string> {
  return new Map([
    [FILES.schema, schemaFile()],
    [FILES.labelsZh, labelFile('zh')],
    [FILES.labelsEn, labelFile('en')],
    [FILES.presentation, presentationFile()],
    [FILES.definition, definitionFile()],
    [FILES.calculation, calculationFile()],
  ])
}
