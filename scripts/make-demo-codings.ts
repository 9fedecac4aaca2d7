/**
 * Writes the simulated codings of the demo study from its master codings and data/demo/simulation.json.
 * Run it after a change of either: `node scripts/make-demo-codings.ts`. The codings are committed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type DemoMaterial, simulateCodings } from './demo/codings.ts'
import type { CodebookFile, Coding, Simulation } from './demo/formats.ts'

const data = new URL('../data/', import.meta.url)
const codings = new URL('demo/codings/', data)
const text = (path: string, base = data): string => readFileSync(new URL(path, base), 'utf8')

function readMaterial(): DemoMaterial {
  const simulation: Simulation = JSON.parse(text('demo/simulation.json'))
  const masters = readdirSync(codings)
    .filter((name) => name.startsWith('master-'))
    .map((name): Coding => JSON.parse(text(name, codings)))
  const codebooks = ['aai', 'iwm', 'ssp'].map((id): CodebookFile => JSON.parse(text(`codebooks/${id}.json`)))
  return {
    simulation,
    masters,
    codebooks,
    textOf: (id) => (id.startsWith('A') ? text(`demo/transcripts/${id}.txt`) : ''),
  }
}

/** The text of every simulated coding, by file name: ordinary work in `codings`, cases seeded into it in `calibration`. */
export function simulatedFiles(folder: 'codings' | 'calibration' = 'codings'): Map<string, string> {
  const material = readMaterial()
  const { raters, calibration } = material.simulation
  const made = simulateCodings(material, folder === 'codings' ? raters : calibration)
  return new Map([...made].map(([name, coding]) => [name, `${JSON.stringify(coding, null, 2)}\n`]))
}

function write(folder: 'codings' | 'calibration'): void {
  const place = new URL(`demo/${folder}/`, data)
  mkdirSync(place, { recursive: true })
  const files = simulatedFiles(folder)
  const stale = readdirSync(place).filter((name) => !name.startsWith('master-') && !files.has(name))
  for (const name of stale) rmSync(new URL(name, place))
  for (const [name, content] of files) writeFileSync(new URL(name, place), content)
  console.log(`${files.size} simulated codings written to ${folder}, ${stale.length} removed.`)
}

if (import.meta.main) {
  write('codings')
  write('calibration')
}
