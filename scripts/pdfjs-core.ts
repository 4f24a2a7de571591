/**
 * Makes `dist/pdfjs/core.mjs`, which `#pdfjs` names: pdf.js's own worker file with the parts
 * exported that read a page.
 *
 * pdf.js shows its core only through a message port: every operator list is copied, and fonts
 * are rebuilt for a screen. What is changed here is what a file may ask for before it is made (`BOUNDS`);
 * what `src/read/pdf/core.ts` leaves out it leaves out by overriding methods, in the open. Run by `npm run build`.
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
  'CMap',
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

/**
 * What a file may ask for. V8 ends the process over an array that is longer than any can be, and
 * a range of widths to 2^31 fits in 20 characters. Codes of characters end where the standard
 * ends them; what else is beyond its bound is noted, since pdf.js catches what its parsers throw.
 */
const PRELUDE = `
export const bounds = { broken: null };
const MOST_CODE = 0xffff; // of a CID; widths beyond are of no character
const MOST_MAPPED = 2 ** 20; // codes in one CMap: four times the longest that pdf.js ships
const MOST_CHARACTERS = 2 ** 22; // of a string or name: thirty times a page in one string
const MOST_DECODED = 2 ** 27; // bytes of a stream: ten times the largest font of a real file
const MOST_OBJECTS = 2 ** 20; // in one table: a hundred times the fullest real file
function bounded(count, most, what) {
  if (count <= most) return count;
  bounds.broken ??= what;
  throw new FormatError(what);
}
`

/**
 * core-js, within pdf.js's legacy build, puts functions of its own in the place of Node's for the whole process: a
 * push for a case of 2^53 elements took a seventh of all time, and its JSON.stringify the double of it and
 * 80 MB more. `pdfjs-check.ts` sees to it that no other is left.
 */
const NATIVES = `const natives = [
  [Array.prototype, "push"],
  [JSON, "stringify"],
  [Function.prototype, "toString"],
].map(([of, name]) => ({ of, name, own: of[name] }));
`
const RESTORED = `for (const { of, name, own } of natives) of[name] = own;
`

/** Each piece of pdf.js's text, and what stands in its place. */
const BOUNDS: readonly [string, string][] = [
  [
    `for (let j = start; j <= code; j++) {
              glyphsWidths[j] = width;`,
    `for (let j = Math.max(start, 0), end = Math.min(code, MOST_CODE); j <= end; j++) {
              glyphsWidths[j] = width;`,
  ],
  [
    `for (let j = start; j <= code; j++) {
                glyphsVMetrics[j] = vmetric;`,
    `for (let j = Math.max(start, 0), end = Math.min(code, MOST_CODE); j <= end; j++) {
                glyphsVMetrics[j] = vmetric;`,
  ],
  [
    `lastChar = composite ? 0xffff : 0xff;
    }
    const descriptor`,
    `lastChar = composite ? 0xffff : 0xff;
    }
    firstChar = Math.min(Math.max(firstChar, 0), MOST_CODE);
    lastChar = Math.min(Math.max(lastChar, 0), MOST_CODE);
    const descriptor`,
  ],
  [
    'const MAX_MAP_RANGE = 2 ** 24 - 1;\nclass CMap {\n  constructor(builtInCMap = false) {',
    'const MAX_MAP_RANGE = MOST_MAPPED;\nclass CMap {\n  constructor(builtInCMap = false) {\n    this.mapped = 0;',
  ],
  [
    'while (low <= high) {\n      this._map[low++] = dstLow++;',
    'this.mapped = bounded(this.mapped + high - low, MOST_MAPPED, "a map of too many characters");\n    while (low <= high) {\n      this._map[low++] = dstLow++;',
  ],
  [
    'const lastByte = dstLow.length - 1;\n    while (low <= high) {',
    'const lastByte = dstLow.length - 1;\n    this.mapped = bounded(this.mapped + high - low, MOST_MAPPED, "a map of too many characters");\n    while (low <= high) {',
  ],
  [
    'let charBuffered = false;\n      switch (ch | 0) {',
    'let charBuffered = false;\n      bounded(strBuf.length, MOST_CHARACTERS, "a string that is too long");\n      switch (ch | 0) {',
  ],
  [
    'strBuf.push(String.fromCharCode(firstDigit << 4 | digit));',
    'bounded(strBuf.push(String.fromCharCode(firstDigit << 4 | digit)), MOST_CHARACTERS, "a string that is too long");',
  ],
  [
    'while ((ch = this.nextChar()) >= 0 && !specialChars[ch]) {\n      if (ch === 0x23) {',
    'while ((ch = this.nextChar()) >= 0 && !specialChars[ch]) {\n      bounded(strBuf.length, MOST_CHARACTERS, "a name that is too long");\n      if (ch === 0x23) {',
  ],
  [
    'let size = this.minBufferLength;\n    while (size < requested) {',
    'let size = bounded(this.minBufferLength, MOST_DECODED, "a stream that is too long");\n    bounded(requested, MOST_DECODED, "a stream that is too long");\n    while (size < requested) {',
  ],
  [
    'const nums = new Array(n);\n    const offsets = new Array(n);',
    'const nums = new Array(bounded(n, MOST_OBJECTS, "too many objects"));\n    const offsets = new Array(n);',
  ],
  [
    'for (let i = tableState.entryNum; i < count; i++) {',
    'for (let i = tableState.entryNum; i < count; i++) {\n        bounded(i, MOST_OBJECTS, "too many objects");',
  ],
  [
    'for (let i = streamState.entryNum; i < n; ++i) {',
    'for (let i = streamState.entryNum; i < n; ++i) {\n        bounded(i, MOST_OBJECTS, "too many objects");',
  ],
]

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
const bounded = BOUNDS.reduce((text, [from, to]) => replaceOnce(text, from, to), apart)
const core = `${NATIVES}${PRELUDE}
${bounded}
${RESTORED}`
const folder = fileURLToPath(new URL('../pdfjs/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}core.mjs`, core)
