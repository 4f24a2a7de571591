import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readTaxonomy, type Taxonomy } from './taxonomy.js'

const FOLDER = new URL('../../../taxonomy/', import.meta.url).pathname

/** The package's taxonomy as it lies in the repo: name -> content. */
export function shippedFiles(): Map<string, string> {
  const names = readdirSync(FOLDER).filter((name) => name !== 'META-INF')
  return new Map(names.map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]))
}

export function shippedTaxonomy(): Taxonomy {
  return readTaxonomy(shippedFiles(), 'kemu.xsd')
}
