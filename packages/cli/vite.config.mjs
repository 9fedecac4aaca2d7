import { cpSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const references = fileURLToPath(new URL('../../data/reference', import.meta.url))

/**
 * The command line as one file without types, and what `attune verify` recomputes beside it. Names stay as they are, so that
 * the trace of an internal error says where it was.
 */
export default {
  plugins: [
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
      output: { format: 'cjs', codeSplitting: false, entryFileNames: 'attune.cjs', minify: { mangle: false } },
    },
  },
  ssr: { noExternal: true },
}
