import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'

const index = fileURLToPath(new URL('../../packages/agreement/src/index.ts', import.meta.url))

/** What a bundler keeps of the library if only these names are imported. */
async function bundled(names: string): Promise<{ readonly bytes: number; readonly modules: readonly string[] }> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'virtual:entry' ? id : null),
        load: (id) =>
          id === 'virtual:entry' ? `import { ${names} } from ${JSON.stringify(index)}; console.log(${names})` : null,
      },
    ],
    build: { write: false, minify: true, rolldownOptions: { input: 'virtual:entry' } },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const chunks = outputs.filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
  const modules = chunks.flatMap(({ modules: all }) => Object.keys(all)).map((file) => file.split('/src/')[1] ?? '')
  return { bytes: chunks.reduce((sum, { code }) => sum + code.length, 0), modules }
}

describe('one function of the library', () => {
  it.each(['cohenKappa', 'krippendorffAlpha', 'icc', 'uAlpha2016'])(
    'comes without the others: %s is less than 16 kB, unpacked',
    { timeout: 60_000 },
    async (name) => {
      const { bytes, modules } = await bundled(name)
      expect(bytes).toBeGreaterThan(1000)
      expect(bytes).toBeLessThan(16_000)
      expect(modules).not.toContain('registry.ts')
      expect(modules).not.toContain('define-measure.ts')
    },
  )

  it('comes with the table it takes, and little else', { timeout: 60_000 }, async () => {
    const { bytes, modules } = await bundled('cohenKappa, ratingTable')
    expect(bytes).toBeLessThan(20_000)
    expect(modules.filter((file) => file !== '' && !file.includes('/'))).toEqual(['cohen-kappa.ts'])
  })
})
