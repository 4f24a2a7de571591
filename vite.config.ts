import { defineConfig } from 'vite'
import { licences } from './scripts/licences.ts'

/** The app of `kemu view`: one script, one style sheet, and what shows a document, loaded when one is shown. */
export default defineConfig({
  root: 'src/view/app',
  base: './',
  publicDir: false,
  plugins: [licences()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/view',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: 'src/view/app/main.tsx',
      output: {
        entryFileNames: 'app.js',
        chunkFileNames: '[name].js',
        assetFileNames: 'app[extname]',
      },
    },
  },
})
