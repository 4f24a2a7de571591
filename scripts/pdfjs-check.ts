/**
 * The last step of `npm run build`: what was made of pdf.js reads. A newer pdf.js once built well and then read
 * every page as damaged; another asked for its fonts by other names, and page numbers were gone; a third put a
 * JSON.stringify of its own in the place of Node's, and a run took twice the time. Each of them fails here.
 */
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PdfFile } from '../schemas/stages.js'

const ROOT = new URL('../../', import.meta.url)

/** Fonts and character maps that stand in pdf.js's package, a page that is read twice, a file without its table. */
const SMALL = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</Font<</L 5 0 R/C 6 0 R>>>>>> endobj
4 0 obj <</Length 137>> stream
0 1 -1 0 500 0 cm BT /L 10 Tf 50 300 Td (${'1,284.56 '.repeat(5)}) Tj /C 10 Tf 0 -50 Td <4E00822C> Tj ET 50 100 m 400 100 l S
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman>> endobj
6 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>> endobj
7 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>/FontDescriptor 8 0 R>> endobj
8 0 obj <</Type/FontDescriptor/FontName/STSong/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>> endobj
trailer <</Root 1 0 R>>
`
const SMALL_TEXTS = ['1,284.56 '.repeat(5).trim(), '一般']
const SAMPLE = 'samples/hengyang-as-published'

/** Every function and value of the language that a script can put another in the place of. */
function natives(): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const globals = Object.getOwnPropertyDescriptors(globalThis) as Record<string, PropertyDescriptor>
  for (const [name, { value }] of Object.entries(globals)) {
    if (!/^[A-Z]/.test(name) || Object(value) !== value) continue
    for (const [path, owner] of [[name, value] as const, [`${name}.prototype`, value.prototype]])
      for (const key of owner ? Reflect.ownKeys(owner) : []) {
        const own = Object.getOwnPropertyDescriptor(owner, key)
        found.set(`${path}.${String(key)}`, own?.value ?? own?.get)
      }
  }
  return found
}

function replacedSince(before: ReadonlyMap<string, unknown>): string[] {
  const now = natives()
  return [...before].flatMap(([name, own]) => (Object.is(now.get(name), own) ? [] : [name]))
}

const textsOf = ({ pages }: PdfFile) => pages.flatMap(({ runs }) => runs.map(({ text }) => text))

/** The amounts of all rows that a person has read in the sample. */
function amountsOf(expected: string): string[] {
  const { tables } = JSON.parse(expected) as {
    tables: { rows: { amounts: (string | null)[] }[] }[]
  }
  const all = tables.flatMap(({ rows }) => rows.flatMap(({ amounts }) => amounts))
  return all.filter((amount) => amount !== null && /\d{3}/.test(amount)) as string[]
}

async function faults(): Promise<string[]> {
  const before = natives()
  const { readPdf } = await import('../src/read/pdf/read.js')
  const small = await readPdf(Buffer.from(SMALL, 'latin1'))
  const sample = await readPdf(readFileSync(new URL(`${SAMPLE}.pdf`, ROOT)))
  const replaced = replacedSince(before)
  const texts = textsOf(sample).join(' ').replaceAll(',', '')
  const amounts = amountsOf(readFileSync(new URL(`${SAMPLE}.expected.json`, ROOT), 'utf8'))
  const missing = amounts.filter((amount) => !texts.includes(amount.replaceAll(',', '')))
  const unread = [small, sample].flatMap(({ failed, broken }) => [...failed, ...broken])
  const expected = JSON.stringify(SMALL_TEXTS)
  const said = JSON.stringify(textsOf(small))
  return [
    ...(unread.length > 0 ? [`${unread.length} pages were read as damaged`] : []),
    ...(said === expected ? [] : [`of a small file ${said} was read, not ${expected}`]),
    ...(missing.length > 0
      ? [`${missing.length} of ${amounts.length} amounts of ${SAMPLE}.pdf were not read`]
      : []),
    ...(replaced.length > 0 ? [`it replaces functions of Node's own: ${replaced.join(', ')}`] : []),
  ]
}

const { version } = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string }
const found = await faults().catch((cause) => [String(cause)])
if (found.length > 0) {
  // What does not read must not stand as if it did.
  rmSync(new URL('../pdfjs/core.mjs', import.meta.url), { force: true })
  console.error(`pdf.js ${version} builds and does not read (see scripts/pdfjs-core.ts):`)
  for (const fault of found) console.error(`  ${fault}`)
  process.exitCode = 1
}
