import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, ofOne, together } from './outcome.ts'
import { run } from './run.ts'

/** Type-checks every area named in the root's tsconfig.json; each counts as one. */
export async function checkTypes(root: string): Promise<Counts> {
  const all: Counts[] = []
  for (const area of areas(root)) {
    const code = await run(root, 'tsc', ['--project', area, '--pretty', `${process.stdout.isTTY === true}`])
    console.log(`${code === 0 ? '✓' : '✗'} types of ${area}`)
    all.push(ofOne(code === 0))
  }
  return together(all)
}

function areas(root: string): string[] {
  const config: { references: { path: string }[] } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))
  return config.references.map(({ path }) => path)
}
