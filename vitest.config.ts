import { defineConfig } from 'vitest/config'

/** Workers and the command line are tested as they are shipped: built. */
export default defineConfig({
  test: { globalSetup: ['tests/build.ts'], testTimeout: 60_000 },
})
