/** The package as a user gets it: packed, installed into an empty folder, used from there. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentsOf, folderOf } from '../helpers/folder.js'
import { kemu, run } from '../helpers/kemu.js'
import { type Installed, installed, ROOT } from '../helpers/registry.js'

const SAMPLES = path.join(ROOT, 'samples')
const PDFS = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'))
/** Bytes on a disk; without DuckDB. */
const MOST_INSTALLED = 80e6

let app: Installed
const inApp = (...parts: string[]) => path.join(app.folder, ...parts)
/** The command line that npm has put there. */
const command = (...args: string[]) => run(inApp('node_modules/.bin/kemu'), args, app.folder)

beforeAll(async () => {
  app = await installed()
  for (const name of PDFS) cpSync(path.join(SAMPLES, name), inApp(name))
}, 120_000)

describe('what is in it', () => {
  test('nothing that only development wants, and nothing that is left over from another build', () => {
    const foreign = app.files.filter((file) => /scripts|tests|tsbuildinfo|\.kinds/.test(file))
    expect(foreign).toEqual([])
    const built = app.files.filter((file) =>
      /^dist\/(?:src|schemas|extractors)\/.*\.js$/.test(file),
    )
    expect(built.length).toBeGreaterThan(300)
    const sourceOf = (file: string) => path.join(ROOT, file.slice(5).replace(/\.js$/, '.ts'))
    expect(built.filter((file) => !existsSync(sourceOf(file)))).toEqual([])
  })

  test('every link of its pages leads to something in it', () => {
    const pages = app.files.filter((file) => file.endsWith('.md'))
    expect(pages).toContain('README.md')
    const links = pages.flatMap((page) =>
      linksOf(readFileSync(path.join(ROOT, page), 'utf8')).map((link) =>
        path.posix.normalize(path.posix.join(path.posix.dirname(page), link)),
      ),
    )
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((link) => !app.files.includes(link))).toEqual([])
  })

  test('whose code it holds, by their licences', () => {
    const notices = ['dist/exceljs/LICENSES.txt', 'dist/view/LICENSES.txt', 'dist/pdfjs/LICENSE']
    const fonts = ['dist/pdfjs/cmaps/LICENSE', 'dist/pdfjs/standard_fonts/LICENSE_FOXIT']
    expect(app.files).toEqual(expect.arrayContaining([...notices, ...fonts]))
    const text = readFileSync(path.join(ROOT, notices[0]), 'utf8')
    expect(text).toMatch(/^exceljs 4.*Copyright \(c\) 2014-2019 Guyon Roche/ms)
    expect(text).toMatch(/^archiver 5.*Permission is hereby granted/ms)
  })

  test('installed, it and all that it needs is small', () => {
    const names = readdirSync(inApp('node_modules'))
    expect(names).not.toEqual(expect.arrayContaining(['pdfjs-dist']))
    expect(names.filter((name) => /^(?:exceljs|@duckdb|@napi-rs|pdfjs-dist)$/.test(name))).toEqual(
      [],
    )
    expect(sizeOf(inApp('node_modules'))).toBeLessThan(MOST_INSTALLED)
  })
})

/** To files, as Markdown says them; without the place in the file. */
function linksOf(markdown: string): string[] {
  const all = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link.replace(/#.*$/, ''))
  return all.filter((link) => link !== '' && !/^[a-z]+:/.test(link))
}

function sizeOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.map((name) => statSync(path.join(folder, name))).filter((s) => s.isFile())
  return files.reduce((sum, { blocks }) => sum + blocks * 512, 0)
}

describe('the command line', () => {
  test('writes what it writes from the repository', async () => {
    const here = folderOf()
    const [there, ours] = [await command('extract', ...PDFS, '-o', 'out'), await kemuOf(here)]
    expect([there.code, ours.code]).toEqual([0, 0])
    expect(Object.keys(contentsOf(here)).length).toBe(3 * PDFS.length + 1)
    expect(contentsOf(inApp('out'))).toEqual(contentsOf(here))
  })

  test('shows pages: what a browser asks for is there', async () => {
    const { code } = await command('view', 'out', '--static', 'site')
    expect(code).toBe(0)
    const files = readdirSync(inApp('site'), { recursive: true, encoding: 'utf8' })
    for (const end of ['app.js', 'pdfjs/worker.mjs', 'pdfjs/cmaps/UniGB-UCS2-H.bcmap'])
      expect(files.some((file) => file.endsWith(end))).toBe(true)
  })

  test.each([
    ['panel', ['panel', 'out', '-o', 'panel']],
    ['Parquet', ['table', 'out', '--kind', 'general_budget_expenditure', '-o', 'x.parquet']],
  ])('%s: DuckDB is missing, and it is said how to have it', async (_, args) => {
    const { code, stdout, stderr } = await command(...args)
    const { peerDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
    const wanted = `@duckdb/node-api@${peerDependencies['@duckdb/node-api']}`
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(`npm install ${wanted}`)
    expect(readdirSync(app.folder)).not.toContain(args.at(-1))
  })
})

const kemuOf = (out: string) =>
  kemu(['extract', ...PDFS.map((name) => path.join(SAMPLES, name)), '-o', out])

describe('the library', () => {
  const STRICT = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node']

  /** Compiled as a user would, under `strict` and with every type of ours looked at. */
  async function compiled(name: string): Promise<string> {
    cpSync(path.join(ROOT, 'examples', `${name}.ts`), inApp(`${name}.mts`))
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
    const types = ['--typeRoots', path.join(ROOT, 'node_modules/@types')]
    const { code, stdout } = await run(
      'node',
      [tsc, ...STRICT, ...types, `${name}.mts`],
      app.folder,
    )
    expect([code, stdout]).toEqual([0, ''])
    return `${name}.mjs`
  }

  test('twelve lines of TypeScript print the three public expenses of the samples', async () => {
    const lines = readFileSync(path.join(ROOT, 'examples/three-public.ts'), 'utf8').split('\n')
    expect(lines.filter((line) => line !== '' && !line.startsWith('/**')).length).toBeLessThan(13)
    const script = await compiled('three-public')
    const { code, stdout } = await run('node', [script, ...PDFS], app.folder)
    expect(code).toBe(0)
    // As the samples print them, and two of the templates name them.
    for (const name of ['as-published', 'one-column', 'spreadsheet']) {
      expect(stdout).toMatch(new RegExp(`^hengyang-${name}.pdf 合计 .*预算数 82.80 万元$`, 'm'))
      expect(stdout).toMatch(new RegExp(`^hengyang-${name}.pdf 公务接待费 .* 5.00 万元$`, 'm'))
    }
    expect(stdout).toMatch(
      /^hengyang-merged.pdf 衡阳市人民政府办公室 2025年预算数 合计 82.80 万元$/m,
    )
    expect(stdout.trim().split('\n')).toHaveLength(3 * 6 + 6)
  })

  test('the worked example filters tables and writes CSV', async () => {
    const script = await compiled('tables-to-csv')
    expect((await run('node', [script, 'x.csv', ...PDFS], app.folder)).code).toBe(0)
    const [header, ...rows] = readFileSync(inApp('x.csv'), 'utf8').trim().split('\n')
    expect(header).toBe('department,year,code,name,amount,unit,page')
    const expected = leavesExpected('hengyang-as-published')
    expect(expected.length).toBeGreaterThan(5)
    for (const [code, amount] of expected)
      expect(
        rows.some((row) => row.includes(`,2025,${code},`) && row.includes(`,${amount},`)),
      ).toBe(true)
    expect(rows).toHaveLength(expected.length * PDFS.length)
  })

  test('is loaded by import and by require, and shows nothing of its inside', async () => {
    writeFileSync(inApp('a.cjs'), "console.log(Object.keys(require('kemu')).join())")
    writeFileSync(inApp('a.mjs'), "console.log(Object.keys(await import('kemu')).join())")
    writeFileSync(inApp('b.mjs'), "await import('kemu/dist/src/pipeline.js')")
    const [required, imported, inside] = await Promise.all(
      ['a.cjs', 'a.mjs', 'b.mjs'].map((file) => run('node', [file], app.folder)),
    )
    expect(required.stdout).toMatch(/readDocument/)
    expect(new Set(required.stdout.trim().split(','))).toEqual(
      new Set(imported.stdout.trim().split(',')),
    )
    expect([inside.code, inside.stderr]).toEqual([
      1,
      expect.stringMatching(/not.*exported|ERR_PACKAGE_PATH_NOT_EXPORTED/),
    ])
  })
})

/** The codes that nothing stands below, with their totals, as a person has read them. */
function leavesExpected(name: string): [string, string][] {
  const { tables } = JSON.parse(readFileSync(path.join(SAMPLES, `${name}.expected.json`), 'utf8'))
  const table = tables.find(({ kind }: { kind: string }) => kind === 'general_budget_expenditure')
  const rows: { code: string | null; amounts: (string | null)[] }[] = table.rows
  const codes = rows.flatMap(({ code }) => code ?? [])
  const isLeaf = (code: string) => !codes.some((other) => other !== code && other.startsWith(code))
  return rows.flatMap(({ code, amounts }) =>
    code !== null && isLeaf(code) ? [[code, amounts[0]?.replaceAll(',', '') ?? '']] : [],
  )
}
