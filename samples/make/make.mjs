// Prints the samples: node samples/make/make.mjs [folder]. Needs chromium and soffice on the PATH
// and the fonts named in ../README.md. `--expected` writes only the .expected.json files.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as asPublished from './as-published.mjs'
import * as merged from './merged.mjs'
import * as oneColumn from './one-column.mjs'
import * as spreadsheet from './spreadsheet.mjs'

const args = process.argv.slice(2)
const folder = resolve(
  args.find((arg) => !arg.startsWith('--')) ?? join(dirname(fileURLToPath(import.meta.url)), '..'),
)
const work = mkdtempSync(join(tmpdir(), 'samples-'))

function run(command, parameters) {
  const { status, error, stderr } = spawnSync(command, parameters, {
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (error || status !== 0) throw new Error(`${command}: ${error?.message ?? stderr}`)
}

function chromium(html, file) {
  const page = join(work, 'page.html')
  writeFileSync(page, html)
  run('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    '--disable-pdf-tagging',
    `--print-to-pdf=${join(folder, file)}`,
    pathToFileURL(page).href,
  ])
}

function libreOffice(source, extension, file) {
  const name = file.replace(/\.pdf$/, '')
  const document = join(work, `${name}.${extension}`)
  writeFileSync(document, source)
  run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    document,
  ])
}

try {
  if (!args.includes('--expected')) {
    chromium(asPublished.html(), asPublished.file)
    libreOffice(oneColumn.fodt(), 'fodt', oneColumn.file)
    libreOffice(merged.source(), 'fods', merged.file)
    libreOffice(spreadsheet.source(), 'fods', spreadsheet.file)
  }
  for (const layout of [asPublished, oneColumn, merged, spreadsheet]) {
    const target = join(folder, layout.file.replace(/\.pdf$/, '.expected.json'))
    writeFileSync(`${target}.part`, `${JSON.stringify(layout.expectation(), null, 1)}\n`)
    renameSync(`${target}.part`, target)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
