import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const references = fileURLToPath(new URL('../../data/reference', import.meta.url))

/** @param {string} code */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * The command line without types: one file for what every command needs, others for what some need, and what `attune verify`
 * recomputes beside them. Names stay as they are, so that the trace of an internal error says where it was; texts are written with
 * escapes, so that Node takes the bytes as they are.
 */
export default {
  plugins: [
    {
      name: 'ascii',
      /** @type {import('vite').Plugin['generateBundle']} */
      generateBundle(_, files) {
        for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inAscii(file.code)
      },
    },
    {
      name: 'reference-cases',
      /** @param {{ dir?: string }} output */
      writeBundle: ({ dir }) => cpSync(references, `${dir}/reference`, { recursive: true }),
    },
  ],
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node24',
    rolldownOptions: {
      treeshake: { moduleSideEffects: false },
      output: {
        format: 'cjs',
        entryFileNames: 'attune.cjs',
        chunkFileNames: '[name].cjs',
        minify: { mangle: false },
      },
    },
  },
  ssr: { noExternal: true },
}
