/**
 * Makes `dist/exceljs/writer.mjs`, which `#exceljs` names: exceljs's streaming writer, and what it is made of.
 *
 * exceljs as a package brings 55 MB, most of it for reading workbooks, for CSV and for browsers; what writes is 1 MB.
 * It is not made smaller: a stack trace names its functions. Run by `npm run build`.
 */
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import { licences } from './licences.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const ENTRY = 'writer.mjs'
const EXPORTED = {
  WorkbookWriter: 'stream/xlsx/workbook-writer.js',
  HyperlinkXform: 'xlsx/xform/sheet/hyperlink-xform.js',
  RowXform: 'xlsx/xform/sheet/row-xform.js',
  SharedStringsXform: 'xlsx/xform/strings/shared-strings-xform.js',
  utils: 'utils/utils.js',
}

const entry: Plugin = {
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? { id: `${ROOT}${ENTRY}` } : null),
  load: (id) => (id === `${ROOT}${ENTRY}` ? exports() : null),
}

const exports = () =>
  Object.entries(EXPORTED)
    .map(([name, file]) => `export { default as ${name} } from 'exceljs/lib/${file}'`)
    .join('\n')

await build({
  ...{ configFile: false, root: ROOT, publicDir: false, logLevel: 'warn' },
  plugins: [entry, licences()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ...{ ssr: true, target: 'node20.19', minify: false },
    ...{ outDir: 'dist/exceljs', emptyOutDir: true, copyPublicDir: false },
    rollupOptions: { input: ENTRY, output: { entryFileNames: ENTRY, codeSplitting: false } },
  },
})
