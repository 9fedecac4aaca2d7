import process from 'node:process'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

/**
 * The server sends a policy without inline scripts, inline styles or data addresses, so nothing may be inlined into the page.
 * The browsers named are the first that know `light-dark()`, so the style sheets reach them as they are written.
 */
export default defineConfig({
  plugins: [solid()],
  build: {
    target: ['es2023', 'chrome123', 'firefox128', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.ATTUNE_API ?? 'http://127.0.0.1:4180' },
  },
})
