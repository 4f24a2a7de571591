/** What the server gives to whom: the run and its PDFs, to who has the address, and nothing else to anybody. */
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostsOf, type Served } from '../../src/view/server/serve.js'
import { folderOf, put } from '../helpers/folder.js'
import { PAGES, runOf } from '../helpers/view.js'

/** As it is shipped: the app is found beside it. */
const DIST = new URL('../../dist/src/view/server/', import.meta.url).href
let served: Served
let run: { pdfs: string; out: string }

async function serveRun(out: string, pdfs: string | null = null): Promise<Served> {
  const { RunFolder } = await import(`${DIST}run-folder.js`)
  const { Site } = await import(`${DIST}site.js`)
  const { serve } = await import(`${DIST}serve.js`)
  return serve(new Site(await RunFolder.open(out, pdfs)), 0)
}

beforeAll(async () => {
  run = await runOf({
    'a#1/x?.pdf': PAGES['upright.pdf'],
    'b/changed.pdf': PAGES['landscape.pdf'],
    'b/gone.pdf': PAGES['turned.pdf'],
    'b/page.pdf': '<html>not found</html>',
  })
  put(run.pdfs, 'secret.txt', 'secret')
  writeFileSync(path.join(run.pdfs, 'b/changed.pdf'), PAGES['upright.pdf'])
  renameSync(path.join(run.pdfs, 'b/gone.pdf'), path.join(run.pdfs, 'moved.pdf'))
  served = await serveRun(run.out)
})

afterAll(() => served.close())

interface Got {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** The path as it is given: `fetch` would tidy it. */
function get(below: string, options: http.RequestOptions = {}): Promise<Got> {
  const { port, pathname } = new URL(served.url)
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path: pathname + below, ...options },
      (response) => {
        let text = ''
        response.on('data', (part) => {
          text += part
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      },
    )
    request.on('error', reject)
    request.end()
  })
}

test('the list, a document, its JSON, its PDF and the app are there', async () => {
  expect(JSON.parse((await get('_/list.json')).text).documents).toHaveLength(4)
  const document = `${encodeURIComponent('a#1')}/${encodeURIComponent('x?.pdf')}/`
  expect((await get(document)).headers['content-type']).toMatch('text/html')
  expect(JSON.parse((await get(`${document}document.json`)).text).schema).toBe('kemu/document@1')
  expect((await get(`${document}source.pdf`)).text).toMatch(/^%PDF/)
  for (const name of ['app.js', 'app.css', 'pdfjs/worker.mjs', 'pdfjs/cmaps/GBK-EUC-H.bcmap'])
    expect((await get(`_/${name}`)).status).toBe(200)
})

test('a document without its slash leads to the one with it', async () => {
  const { status, headers } = await get('b/changed.pdf')
  expect([status, headers.location]).toEqual([308, 'changed.pdf/'])
})

test('a PDF is shown only where it is the one that was read', async () => {
  expect((await get('b/changed.pdf/source.pdf')).status).toBe(409)
  expect((await get('b/gone.pdf/source.pdf')).status).toBe(404)
  const moved = folderOf({ 'gone.pdf': PAGES['turned.pdf'] })
  const other = await serveRun(run.out, moved)
  const found = await fetch(`${other.url}b/gone.pdf/source.pdf`)
  await other.close()
  expect(found.status).toBe(200)
})

test('an input that could not be read is listed, with its document that says so', async () => {
  expect(JSON.parse((await get('b/page.pdf/document.json')).text).status).toBe('not_pdf')
})

test.each([
  ['no token', { path: '/' }],
  ['a wrong token', { path: `/${'A'.repeat(32)}/_/list.json` }],
  ['a token that is not whole', { path: '/A' }],
])('%s is refused', async (_, options) => {
  expect((await get('', options)).status).toBe(403)
})

test('who asks for another host is refused, whatever else he knows', async () => {
  for (const host of ['evil.example', '127.0.0.1', `evil.example:${new URL(served.url).port}`])
    expect((await get('', { headers: { host } })).status).toBe(421)
  const host = `localhost:${new URL(served.url).port}`
  expect((await get('', { headers: { host } })).status).toBe(200)
})

test('the port that browsers leave out may be left out, and no other', () => {
  expect(hostsOf(80)).toEqual(expect.arrayContaining(['127.0.0.1', 'localhost', '127.0.0.1:80']))
  expect(hostsOf(8080)).toEqual(['127.0.0.1:8080', 'localhost:8080'])
})

test('decoders of pictures run in the worker of pdf.js, and nowhere else', async () => {
  const policyOf = async (below: string) => (await get(below)).headers['content-security-policy']
  expect(await policyOf('_/pdfjs/worker.mjs')).toMatch("script-src 'self' 'wasm-unsafe-eval';")
  for (const below of ['', '_/app.js', '_/pdfjs/wasm/openjpeg.wasm'])
    expect(await policyOf(below)).toMatch("script-src 'self';")
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) => {
  expect((await get('_/list.json', { method })).status).toBe(405)
})

test.each([
  '../',
  '..%2f..%2fsecret.txt',
  '_/../../package.json',
  '_/%2e%2e/%2e%2e/package.json',
  '_/pdfjs/../../../package.json',
  'secret.txt',
  'a%231/../secret.txt',
  '.kemu/journal.jsonl',
  'run.json',
  'a%231/x%3F.json',
  'b/changed.pdf/../../run.json',
  '%2fetc/passwd',
  'b/unknown.pdf/document.json',
])('%s is nowhere', async (below) => {
  const { status, text } = await get(below)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(text).not.toMatch(/secret|kemu@|"key"/)
})

test('an address that is none is said to be none', async () => {
  expect((await get('%E0%A4%A')).status).toBe(400)
})

test('a JSON that is a link elsewhere is not followed', async () => {
  const linked = await runOf({ 'x.pdf': PAGES['upright.pdf'] })
  renameSync(path.join(linked.out, 'x.json'), path.join(linked.pdfs, 'x.json'))
  symlinkSync(path.join(linked.pdfs, 'x.json'), path.join(linked.out, 'x.json'))
  const other = await serveRun(linked.out)
  const { status } = await fetch(`${other.url}x.pdf/document.json`)
  await other.close()
  expect(status).toBe(404)
})

test('no answer can run what a document holds, nor tell its address to others', async () => {
  const { headers } = await get('')
  expect(headers['content-security-policy']).toMatch("script-src 'self';")
  expect(headers['content-security-policy']).not.toMatch(/unsafe/)
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect((await get('')).text).not.toMatch(/<script(?! type="module" src=)| on\w+=/)
})

test('it listens on this machine only', () => {
  expect(new URL(served.url).hostname).toBe('127.0.0.1')
  expect(new URL(served.url).pathname.length).toBeGreaterThan(32)
})

test('a folder in which no run ended is refused, with what to do', async () => {
  const empty = folderOf()
  mkdirSync(path.join(empty, 'b'))
  await expect(serveRun(empty)).rejects.toThrow('name the -o folder of a run that ended')
  const torn = folderOf({ 'run.json': '{"schema":' })
  await expect(serveRun(torn)).rejects.toThrow('extract again')
})
