/** A real browser, where this machine has one. */
import { existsSync } from 'node:fs'
import { type BrowserContext, chromium } from 'playwright-core'
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
