/** The house's rules, kept by a test: who may import whom, and how long a file may grow. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = new URL('../', import.meta.url).pathname
/** Each folder that may not see its neighbours: the stages of each wing, the printers, and what stands beside. */
const ROOMS = [
  ...['read', 'understand'].flatMap(foldersOf),
  ...foldersOf('publish'),
  ...['src/panel/', 'src/flat/', 'src/correct/'],
]
/** The pen that the workbook is written with, what XML asks of any text, and the one way to files. */
const SHARED: Record<string, string[]> = {
  'src/publish/workbook/': ['src/publish/xlsx/'],
  'src/publish/xlsx/': ['src/publish/text/'],
  'src/publish/xbrl/': ['src/publish/text/', 'src/files/'],
  'src/panel/': ['src/files/'],
  // One way from a document to its rows: the flat table chooses among those of the panel, and one pen for sheets.
  'src/flat/': ['src/panel/', 'src/publish/xlsx/', 'src/files/'],
}
const DOORS: Record<string, string | string[]> = {
  'pdfjs-dist': ['src/read/pdf/', 'src/view/app/'],
  preact: 'src/view/app/',
  '#pdfjs': 'src/read/pdf/',
  'fast-xml-parser': 'src/publish/xbrl/',
  tinypool: 'src/panel/',
  '@duckdb/node-api': 'src/panel/',
  exceljs: ['src/publish/xlsx/', 'src/flat/'],
  '#exceljs': 'src/publish/xlsx/',
  commander: 'src/cli/',
}

function foldersOf(wing: string): string[] {
  return readdirSync(path.join(ROOT, 'src', wing), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${wing}/${name}/`)
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(path.join(ROOT, file)).isDirectory()
      ? filesBelow(file)
      : /\.tsx?$/.test(file)
        ? [file]
        : []
  })
}

/** Every import of a file: our own as paths from the root, others by package name. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name]) =>
    name.startsWith('.') ? path.normalize(path.join(path.dirname(file), name)) : name,
  )
}

const sources = [...filesBelow('src'), ...filesBelow('schemas'), ...filesBelow('extractors')]
const edges = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })))

/** The file that an import names: what is written `.js` is `.ts` or `.tsx`. */
function sourceOf(target: string): string {
  const file = target.replace(/\.js$/, '.ts')
  return sources.includes(`${file}x`) ? `${file}x` : file
}

test('schemas import nothing of ours', () => {
  const wrong = edges.filter(
    ({ file, target }) => file.startsWith('schemas/') && /^(?:src|extractors)\//.test(target),
  )
  expect(wrong).toEqual([])
})

test('extractors import schemas only', () => {
  const wrong = edges.filter(
    ({ file, target }) => file.startsWith('extractors/') && !target.startsWith('schemas/'),
  )
  expect(wrong).toEqual([])
})

test('stages do not import each other, nor extractors', () => {
  const roomOf = (file: string) => ROOMS.find((room) => file.startsWith(room))
  const wrong = edges.filter(({ file, target }) => {
    const own = roomOf(file)
    if (own === undefined || SHARED[own]?.some((room) => target.startsWith(room))) return false
    return target.startsWith('extractors/') || (target.startsWith('src/') && roomOf(target) !== own)
  })
  expect(wrong).toEqual([])
})

test('a wing knows no wing after it', () => {
  const wings = ['src/read/', 'src/understand/', 'src/publish/']
  const wingOf = (file: string) => wings.findIndex((wing) => file.startsWith(wing))
  const wrong = edges.filter(({ file, target }) => {
    const [from, to] = [wingOf(file), wingOf(target)]
    return from >= 0 && to >= 0 && from !== to
  })
  expect(wrong).toEqual([])
})

test('the app of `kemu view` imports what a browser has', () => {
  const own = (file: string) => file.startsWith('src/view/app/')
  const targets = edges.filter(({ file }) => own(file))
  const from = [
    ...['src/view/', 'src/publish/workbook/', 'schemas/', 'preact', 'pdfjs-dist/'],
    // Where a correction is of is found by who puts it in and by who shows it in one way.
    'src/correct/places',
  ]
  expect(targets.filter(({ target }) => !from.some((each) => target.startsWith(each)))).toEqual([])
})

test('no import leads in a circle', () => {
  const graph = new Map(sources.map((file) => [file, importsOf(file).map(sourceOf)]))
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file])
    if (done.has(file) || way.includes(file)) return
    for (const target of graph.get(file) ?? []) visit(target, [...way, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test.each(Object.entries(DOORS))('%s is used behind its door only, %s', (library, door) => {
  const users = edges.filter(({ target }) => target === library || target.startsWith(`${library}/`))
  expect(users.length).toBeGreaterThan(0)
  expect(users.filter(({ file }) => ![door].flat().some((each) => file.startsWith(each)))).toEqual(
    [],
  )
})

test('no file of ours passes 400 lines', () => {
  const long = sources.filter(
    (file) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length > 400,
  )
  expect(long).toEqual([])
})

test('nothing in src or extractors decides by a region or a publisher', () => {
  const regions =
    /上海|北京|厦门|宁波|宜宾|广州|无锡|深圳|潍坊|烟台|福州|绵阳|苏州|重庆|长沙|江苏|普陀|putuo|jiangsu|衡阳|hengyang/i
  const code = (file: string) =>
    readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  expect(
    sources.filter((file) => regions.test(code(file).replace(/example: `[\s\S]*?`/, ''))),
  ).toEqual([])
})
