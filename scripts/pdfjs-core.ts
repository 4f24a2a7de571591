/**
 * Makes `dist/pdfjs/core.mjs`, which `#pdfjs` names: pdf.js's own worker file with the parts
 * exported that read a page.
 *
 * pdf.js shows its core only through a message port: every operator list is copied, and fonts
 * are rebuilt for a screen. Nothing of it is changed here; what `src/read/pdf/core.ts` leaves out
 * it leaves out by overriding methods, in the open. Run by `npm run build`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const EXPORTED = [
  'LocalPdfManager',
  'PartialEvaluator',
  'EvaluatorPreprocessor',
  'BaseStream',
  'Dict',
  'Name',
  'TranslatedFont',
  'Font',
  'CFFCompiler',
  'FlateStream',
  'IdentityToUnicodeMap',
  'OPS',
  'XRefParseException',
  'stringToPDFString',
  'clearGlobalCaches',
  'setVerbosityLevel',
]
const EXPORT = 'export { WorkerMessageHandler };'
/** Who reads with pdf.js's public way in the same process gets pdf.js's own worker. */
const GLOBAL = `globalThis.pdfjsWorker = {
  WorkerMessageHandler: WorkerMessageHandler
};`
const SOURCE_MAP = '//# sourceMappingURL=pdf.worker.mjs.map'

/** The text once, and only once: another version of pdf.js must be looked at anew. */
function replaceOnce(text: string, from: string, to: string): string {
  const parts = text.split(from)
  if (parts.length !== 2) throw new Error(`pdf.js has ${parts.length - 1} times: ${from}`)
  return parts.join(to)
}

const source = readFileSync(
  createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  'utf8',
)
const parts = replaceOnce(source, EXPORT, `export { ${EXPORTED.join(', ')} };`)
const apart = replaceOnce(replaceOnce(parts, GLOBAL, ''), SOURCE_MAP, '')
// core-js puts a push of its own in place of Node's, for a case of 2^53 elements: a seventh of all time.
const core = `const nodePush = Array.prototype.push;
${apart}
Array.prototype.push = nodePush;
`
const folder = fileURLToPath(new URL('../pdfjs/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}core.mjs`, core)
