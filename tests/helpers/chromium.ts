/** A real browser, where this machine has one. */
import { existsSync } from 'node:fs'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { folderOf } from './folder.js'

const PLACES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)

export const CHROMIUM = [process.env.KEMU_CHROMIUM, ...PLACES].find(
  (place) => place !== undefined && existsSync(place),
)

if (CHROMIUM === undefined)
  console.warn(
    '\n!! NO CHROMIUM ON THIS MACHINE: the tests of `kemu view` in a browser are SKIPPED.\n' +
      '!! Install one (apt-get install chromium), or name it in KEMU_CHROMIUM.\n',
  )

/** With nothing of another start, and nobody to call. */
const ARGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

export function launch(
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<BrowserContext> {
  const { width = 1280, height = 800, dark = false } = options
  return chromium.launchPersistentContext(folderOf(), {
    ...{ executablePath: CHROMIUM, headless: true, args: ARGS, locale: 'zh-CN' },
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  })
}

/** What goes wrong on a page from now on, as it comes. */
export function errorsOn(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  return wrong
}

/** Shows a document of a site from the beginning, until there is something of both its sides. */
export async function openDocument(
  page: Page,
  site: string,
  file: string,
  place = '',
): Promise<void> {
  await page.goto('about:blank')
  const path = file.split('/').map(encodeURIComponent).join('/')
  await page.goto(`${site}${path}/${place && `#${place}`}`)
  await page.waitForSelector('.reading-scroll [data-key]')
  await page.waitForSelector('.overlay')
}
