/** Writes `docs/library.md`; `npm run library` after a change of what `src/index.ts` exports, or of its words. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { libraryText } from './library/page.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
writeFileSync(`${ROOT}docs/library.md`, libraryText(ROOT))
