import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const references = fileURLToPath(new URL('../../data/reference', import.meta.url))

/** @param {string} code */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What `bin/attune.cjs` calls; Node's own loader would make the same of a file. @param {string} code */
const asFunction = (code) => `(function (require, module, exports, __dirname) {${code}\n})\n`

const COEFFICIENT = /^ {2}('[a-z0-9-]+'|\w+): (\w+Measure),$/gm
const IMPORT = /^import \{ ([\w, ]+Measure) \} from '\.\/([a-z0-9-]+)\.ts'\n/gm

/**
 * The list of coefficients, with each of them in a part of its own that is loaded when somebody asks for it: who wants kappa
 * does not wait for the others.
 * @type {import('vite').Plugin}
 */
const coefficientsOnDemand = {
  name: 'coefficients-on-demand',
  enforce: 'pre',
  resolveId: (id) => (/^\.\/coefficient-.*\.cjs$/.test(id) ? { id, external: true } : null),
  transform: {
    filter: { id: /agreement\/src\/registry\.ts$/ },
    handler(code, registry) {
      /** @type {Map<string, string>} */
      const parts = new Map()
      const without = code.replace(IMPORT, (_, names, file) => {
        this.emitFile({ type: 'chunk', id: join(dirname(registry), `${file}.ts`), name: `coefficient-${file}` })
        for (const name of names.split(', ')) parts.set(name, `coefficient-${file}`)
        return ''
      })
      return without.replace(
        COEFFICIENT,
        (_, id, name) => `get ${id}() { return require('./${parts.get(name)}.cjs').${name} },`,
      )
    },
  },
}

/**
 * The command line without types: one file for what every command needs, others for what some need, and what `attune verify`
 * recomputes beside them. Names of functions stay as they are, so that the trace of an internal error says where it was; texts
 * are written with escapes, so that Node takes the bytes as they are.
 */
export default {
  plugins: [
    coefficientsOnDemand,
    {
      name: 'parts',
      /** @type {import('vite').Plugin['generateBundle']} */
      generateBundle(_, files) {
        for (const file of Object.values(files)) if (file.type === 'chunk') file.code = asFunction(inAscii(file.code))
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
        minify: { mangle: { toplevel: false, keepNames: true } },
        // Each part costs a look at the disk: what every program with ratings needs comes in one.
        codeSplitting: {
          groups: [
            { name: 'start', test: /cli\/src\/main\.ts$/, priority: 1 },
            { name: 'ratings', test: /cli\/src\/agreement\/(command|specs)\.ts$/ },
          ],
        },
      },
    },
  },
  ssr: { noExternal: true },
}
