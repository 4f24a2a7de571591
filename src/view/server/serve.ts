/**
 * Serves a site on this machine alone. Whoever asks must know the token in the path, and must ask for this host:
 * a page of another site that has its name lead here (DNS rebinding) asks for its own. Only corrections can be
 * changed, and only by a page of this server: another's says where it is of, or cannot send JSON.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../../files/errors.js'
import { POLICY } from './html.js'
import type { Answer, Site } from './site.js'

const LOOPBACK = '127.0.0.1'
/** What browsers leave out of an address. */
const HTTP_PORT = 80
/** Bytes of a change: a correction has a few hundred. */
const MOST_BYTES = 2 ** 16
/** Bytes of chance: nobody tries 2^192 addresses. */
const TOKEN_BYTES = 24

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}

export interface Served {
  /** With the token, and a slash at the end. */
  url: string
  close(): Promise<void>
}

/** @param port 0 for any that is free @throws UsageError where it is taken */
export async function serve(site: Site, port: number): Promise<Served> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const server = createServer((request, response) => {
    respond(site, token, request, response).catch(() => {
      if (!response.headersSent) send(request, response, plain(500, 'this could not be read'))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new UsageError(`--port ${port}: ${cause.message}`)))
    server.listen(port, LOOPBACK, resolve)
  })
  const url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/${token}/`
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, close }
}

async function respond(
  site: Site,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = isThisHost(request)
    ? await answerTo(site, token, request)
    : plain(421, 'not this host')
  if (answer.status >= 400 && request.method === 'POST') response.setHeader('Connection', 'close')
  send(request, response, answer)
}

function isThisHost({ headers, socket }: IncomingMessage): boolean {
  return hostsOf(socket.localPort ?? 0).includes(headers.host ?? '')
}

/** What a browser calls this host: without the port, where that is the one that is meant without. */
export function hostsOf(port: number): string[] {
  const names = [LOOPBACK, 'localhost']
  return [...names.map((name) => `${name}:${port}`), ...(port === HTTP_PORT ? names : [])]
}

async function answerTo(site: Site, token: string, request: IncomingMessage): Promise<Answer> {
  const { method, url = '' } = request
  if (!['GET', 'HEAD', 'POST'].includes(method ?? '')) return plain(405, NOT_CHANGED)
  const [, given, below] = /^\/([^/?#]*)\/([^?#]*)/.exec(url) ?? []
  if (given === undefined || !isToken(given, token)) return plain(403, 'the address is not whole')
  try {
    const decoded = decodeURIComponent(below)
    return method === 'POST' ? await take(site, decoded, request) : await site.answer(decoded)
  } catch (cause) {
    if (cause instanceof URIError) return plain(400, 'no such address')
    throw cause
  }
}

const NOT_CHANGED = 'nothing can be changed here'

async function take(site: Site, below: string, request: IncomingMessage): Promise<Answer> {
  if (!site.takes(below)) return plain(405, NOT_CHANGED)
  const flaw = flawOf(request)
  if (flaw) return flaw
  request.setEncoding('utf8')
  let body = ''
  for await (const part of request) body += part
  return await site.change(below, body)
}

/** A browser says which page sends, and asks before it sends JSON to another host: no page elsewhere comes this far. */
function flawOf({ headers }: IncomingMessage): Answer | null {
  const site = headers['sec-fetch-site'] ?? 'same-origin'
  if (headers.origin !== `http://${headers.host}` || site !== 'same-origin')
    return plain(403, 'sent by a page of another site')
  if (!/^application\/json(?:\s*;|$)/i.test(headers['content-type'] ?? ''))
    return plain(415, 'JSON only')
  const length = headers['content-length']
  if (length === undefined) return plain(411, 'how long it is must be said')
  return Number(length) <= MOST_BYTES ? null : plain(413, `more than ${MOST_BYTES} bytes`)
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const plain = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${text}\n`,
})

function send({ method }: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { body } = answer
  response.writeHead(answer.status, {
    ...HEADERS,
    'Content-Security-Policy': `${answer.policy ?? POLICY}; frame-ancestors 'none'`,
    'Content-Type': answer.type,
    'Content-Length': Buffer.byteLength(body),
    ...(answer.location === undefined ? {} : { Location: answer.location }),
  })
  response.end(method === 'HEAD' ? undefined : body)
}
