/**
 * Serves a site on this machine alone. Whoever asks must know the token in the path, and must ask for this host:
 * a page of another site that has its name lead here (DNS rebinding) asks for its own. Nothing can be changed.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../../files/errors.js'
import { POLICY } from './html.js'
import type { Answer, Site } from './site.js'

const LOOPBACK = '127.0.0.1'
/** Bytes of chance: nobody tries 2^192 addresses. */
const TOKEN_BYTES = 24

const HEADERS = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
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
  send(request, response, refusal(request) ?? (await answerTo(site, token, request.url ?? '')))
}

function refusal({ method, headers, socket }: IncomingMessage): Answer | null {
  const hosts = [LOOPBACK, 'localhost'].map((name) => `${name}:${socket.localPort}`)
  if (!hosts.includes(headers.host ?? '')) return plain(421, 'not this host')
  return method === 'GET' || method === 'HEAD' ? null : plain(405, 'nothing can be changed here')
}

async function answerTo(site: Site, token: string, url: string): Promise<Answer> {
  const [, given, below] = /^\/([^/?#]*)\/([^?#]*)/.exec(url) ?? []
  if (given === undefined || !isToken(given, token)) return plain(403, 'the address is not whole')
  try {
    return await site.answer(decodeURIComponent(below))
  } catch (cause) {
    if (cause instanceof URIError) return plain(400, 'no such address')
    throw cause
  }
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
    'Content-Type': answer.type,
    'Content-Length': Buffer.byteLength(body),
    ...(answer.location === undefined ? {} : { Location: answer.location }),
  })
  response.end(method === 'HEAD' ? undefined : body)
}
