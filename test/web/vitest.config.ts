import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [solid()],
  resolve: { dedupe: ['solid-js', '@solidjs/router'], conditions: ['development', 'browser'] },
  test: {
    name: 'web',
    environment: 'jsdom',
    include: ['**/*.test.{ts,tsx}'],
    setupFiles: ['./setup.ts'],
    // These come as JSX, which only the Solid plugin can read.
    server: { deps: { inline: [/@kobalte/, /@corvu/, /@solidjs\/router/, /solid-pre/] } },
  },
})
