/** A run to look at, read from small PDFs made here: an upright table, a landscape one, a page turned by /Rotate. */
import { readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Served } from '../../src/view/server/serve.js'
import { folderOf } from './folder.js'
import { kemu } from './kemu.js'
import { pdfOf, stream } from './pdf.js'

/** Cells of the table in points from its top left, row by row; a blank one stays without ink. */
const TEXTS = [
  ['CODE', 'NAME', 'TOTAL', 'BASIC'],
  ['201', 'SERVICES', '312.40', '280.00'],
  ['20103', 'OFFICE', '32.40', ''],
]
const [WIDTH, HEIGHT] = [100, 30]

/** A ruled table at a place of an upright page, in the page's own space (origin at its lower left). */
export function tableAt(left: number, top: number): string {
  const [right, bottom] = [left + 4 * WIDTH, top - TEXTS.length * HEIGHT]
  const lines = [
    ...[0, 1, 2, 3, 4].map((i) => `${left + i * WIDTH} ${bottom} m ${left + i * WIDTH} ${top} l S`),
    ...[0, 1, 2, 3].map((i) => `${left} ${top - i * HEIGHT} m ${right} ${top - i * HEIGHT} l S`),
  ]
  const texts = TEXTS.flatMap((row, r) =>
    row.map(
      (text, c) =>
        `BT /F1 10 Tf 1 0 0 1 ${left + c * WIDTH + 8} ${top - r * HEIGHT - 19} Tm (${text}) Tj ET`,
    ),
  )
  return ['0.5 w', ...lines, ...texts].join('\n')
}

/** @param page what else the page says: its boxes, how it is turned */
export function tablePdf(page: string, content: string): Uint8Array {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R${page}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
    stream(Buffer.from(content, 'latin1')),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ])
}

export const PAGES: Record<string, Uint8Array> = {
  'upright.pdf': tablePdf('/MediaBox[0 0 595 842]', tableAt(60, 780)),
  'landscape.pdf': tablePdf('/MediaBox[0 0 842 595]', tableAt(200, 500)),
  // Shown turned, cut to a box that does not begin at the origin, and half as large again.
  'turned.pdf': tablePdf(
    '/MediaBox[-50 -40 700 900]/CropBox[-20 30 560 820]/UserUnit 1.5/Rotate 90',
    `q 0 1 -1 0 500 60 cm ${tableAt(100, 300)} Q`,
  ),
}

/** As it is shipped: the app and the worker are found beside it. */
const DIST = new URL('../../dist/src/', import.meta.url)
const PARTS = [
  ...['view/server/run-folder', 'view/server/desk', 'view/server/site', 'view/server/serve'],
  'batch/reread',
]

/** As `kemu view` serves a run. @param folders of corrections; null for those beside each PDF */
export async function serveEdited(
  out: string,
  pdfs: string | null,
  folders: string[] | null = null,
): Promise<Served> {
  const [{ RunFolder }, { Desk }, { Site }, { serve }, { Rereader }] = await Promise.all(
    PARTS.map((name) => import(`${DIST.href}${name}.js`)),
  )
  const run = await RunFolder.open(out, pdfs)
  const reader = new Rereader(new URL('batch/worker.js', DIST), { timeout: 60, memory: 1024 })
  const desk = new Desk(run, folders, (...task: unknown[]) => reader.read(...task))
  const { url, close } = await serve(new Site(run, desk), 0)
  return { url, close: () => close().then(() => reader.close()) }
}

/** As a page of the server sends it; `more` is what is other. */
export function postTo(url: string, body: unknown, more: http.RequestOptions = {}) {
  const { host, port, pathname, origin } = new URL(url)
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const { headers, ...rest } = more
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = http.request(
      {
        ...{ host: '127.0.0.1', port, path: pathname, method: 'POST', ...rest },
        headers: {
          ...{ host, origin, 'content-type': 'application/json' },
          'content-length': Buffer.byteLength(text),
          ...headers,
        },
      },
      (response) => {
        let said = ''
        response.setEncoding('utf8').on('data', (part) => {
          said += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: said }))
      },
    )
    request.on('error', reject)
    request.end(text)
  })
}

/** @returns the folder of PDFs, and that of the run over them */
export async function runOf(
  pdfs: Record<string, string | Uint8Array>,
): Promise<{ pdfs: string; out: string }> {
  const folder = folderOf(pdfs)
  const out = path.join(folderOf(), 'out')
  await kemu(['extract', folder, '-o', out, '--format', 'json', '--quiet', '--jobs', '1'])
  return { pdfs: folder, out }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.json': 'text/plain',
}

/** A web server as they come: files below a folder, and the index of a folder. */
export async function serveFiles(root: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = http.createServer(({ url = '/' }, response) => {
    const below = decodeURIComponent(url.replace(/[?#].*/, '').replace(/\/$/, '/index.html'))
    try {
      const body = readFileSync(path.join(root, below))
      const type = TYPES[path.extname(below)] ?? 'text/javascript'
      response.writeHead(200, { 'Content-Type': type }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, close }
}

/** The same table drawn on its side, on a page that nothing turns. */
export const sidewaysTable = () =>
  tablePdf('/MediaBox[0 0 595 842]', `q 0 1 -1 0 500 60 cm ${tableAt(100, 300)} Q`)
