/** The one page of the app: it holds nothing of a document, and runs no script but the app's own file. */

/** Everything is the site's own; pictures and fonts also from memory, as pdf.js makes them. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Of pdf.js's worker alone, a thread without a page: its decoders of pictures are WebAssembly. */
export const WORKER_POLICY = POLICY.replace(
  "script-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
)

/** @param depth folders between the root of the site and this page @param isEdited whether somebody takes corrections */
export function pageAt(depth: number, isEdited = false): string {
  const root = depth === 0 ? './' : '../'.repeat(depth)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
${isEdited ? '<meta name="kemu-corrections" content="taken">\n' : ''}<title>kemu</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}_/app.css">
<script type="module" src="${root}_/app.js"></script>
</head>
<body><div id="app"></div><noscript>kemu view: JavaScript</noscript></body>
</html>
`
}
