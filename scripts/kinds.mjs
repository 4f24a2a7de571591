/**
 * Writes `schemas/kinds.ts`: what the files of `extractors/` say of their kinds, as data that
 * every stage and printer may know. The first step of `npm run build`.
 *
 * A kind's `id` is one of the names in that file, so a new extractor has no sound types before
 * this has run. Hence no TypeScript here: the descriptions are stripped of their types, loaded
 * and checked by `defineKind`, whatever the types say.
 *
 * node scripts/kinds.mjs [folder that holds extractors/ and schemas/]
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import ts from 'typescript'

const HEAD = `// biome-ignore-all format: a table, a kind on each line
/** The table kinds, as \`extractors/\` describe them. Written by \`npm run kinds\`: change the kind's own file. */
`
const FOOT = `
/** What a table can be: each is explained in its file of extractors/. */
export type TableKind = keyof typeof KINDS

/** In the order of a disclosure. */
export const KIND_NAMES = Object.keys(KINDS) as readonly TableKind[]
`

const root = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../', import.meta.url)))
const target = path.join(root, 'schemas', 'kinds.ts')
const text = await kindsText()
dropOrphans()
const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === text
if (!isCurrent) writeFileSync(target, text)

async function kindsText() {
  // Inside the root, so that what a schema imports from a package is found.
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  const folder = mkdtempSync(path.join(root, 'dist', '.kinds-'))
  try {
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
    for (const name of ['schemas', 'extractors']) stripTypes(name, folder)
    return await describe(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function stripTypes(name, folder) {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
  for (const file of readdirSync(path.join(root, name), { recursive: true })) {
    if (!file.endsWith('.ts')) continue
    const source = readFileSync(path.join(root, name, file), 'utf8')
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { ...options, verbatimModuleSyntax: true },
    })
    const to = path.join(folder, name, file.replace(/\.ts$/, '.js'))
    mkdirSync(path.dirname(to), { recursive: true })
    writeFileSync(to, outputText)
  }
}

async function describe(folder) {
  const load = async (file) => import(pathToFileURL(path.join(folder, file)).href)
  const { assertDistinct, KindError, TRAITS } = await load('schemas/kind.js')
  const kinds = []
  for (const file of readdirSync(path.join(folder, 'extractors')).toSorted()) {
    const { default: kind } = await load(`extractors/${file}`)
    if (!kind?.described || `${kind.id}.js` !== file)
      throw new KindError(`extractors/${file}: must export defineKind(...) with the file's name`)
    kinds.push(kind)
  }
  assertDistinct(kinds)
  const lines = kinds
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((kind) => `  ${kind.id}: ${literal(pick(kind, [...TRAITS, 'sums']))},\n`)
  return `${HEAD}export const KINDS = {\n${lines.join('')}} as const\n${FOOT}`
}

function pick(kind, names) {
  return Object.fromEntries(names.map((name) => [name, kind[name]]))
}

/** Plain data as TypeScript. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'string') return quote(value)
  if (value === null || typeof value !== 'object') return String(value)
  const entries = Object.entries(value).map(([key, each]) => `${key}: ${literal(each)}`)
  return `{ ${entries.join(', ')} }`
}

function quote(text) {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escaped}'`
}

/** The compiler leaves what it once wrote: a kind that is renamed would be there twice, and what is gone be shipped. */
function dropOrphans() {
  for (const folder of ['extractors', 'schemas', 'scripts', 'src']) {
    const built = path.join(root, 'dist', folder)
    if (!existsSync(built)) continue
    for (const file of readdirSync(built, { recursive: true })) {
      const source = path.join(root, folder, file.replace(/(?:\.d\.ts|\.js)$/, '.ts'))
      if (/\.(?:ts|js)$/.test(file) && !existsSync(source)) rmSync(path.join(built, file))
    }
  }
}
