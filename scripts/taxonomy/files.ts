import { calculationFile } from './calculation.js'
import { definitionFile } from './definition.js'
import { labelFile } from './labels.js'
import { META_FILES } from './package.js'
import { presentationFile } from './presentation.js'
import { referenceFile } from './references.js'
import { schemaFile } from './schema.js'
import { FILES } from './xml.js'

/** The taxonomy, file by file: name -> content. Nothing in it comes from a document. */
export function taxonomyFiles(): Map<string, string> {
  return new Map([
    [FILES.schema, schemaFile()],
    [FILES.labelsZh, labelFile('zh')],
    [FILES.labelsEn, labelFile('en')],
    [FILES.references, referenceFile()],
    [FILES.presentation, presentationFile()],
    [FILES.definition, definitionFile()],
    [FILES.calculation, calculationFile()],
    ...META_FILES,
  ])
}
