import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

export type FoundChromium = {
  readonly executablePath: string
  /** What the program needs in its environment besides ours. */
  readonly env: Readonly<Record<string, string>>
  readonly origin: 'ATTUNE_CHROMIUM' | 'playwright' | 'system' | 'package'
}

const advice =
  'Install Chromium or Chrome, or name one: ATTUNE_CHROMIUM=/path/to/chromium (the packaged one serves Linux on x86-64).'

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser for one test file. Close it in `afterAll`; ask it for `newContext()`, which axe needs. */
export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({ executablePath, args: quiet, env: { ...process.env, ...env } })
}

/** The first that runs: the one named in ATTUNE_CHROMIUM, Playwright's own, the system's, the one from npm. */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.ATTUNE_CHROMIUM
  if (named) {
    const environment = runs(named)
    if (environment) return { executablePath: named, env: environment, origin: 'ATTUNE_CHROMIUM' }
    throw new Error(`ATTUNE_CHROMIUM names ${named}, which does not run. ${advice}`)
  }
  const candidates = [
    { executablePath: chromium.executablePath(), origin: 'playwright' as const },
    ...systemPaths().map((executablePath) => ({ executablePath, origin: 'system' as const })),
  ]
  for (const candidate of candidates) {
    const env = existsSync(candidate.executablePath) && runs(candidate.executablePath)
    if (env) return { ...candidate, env }
  }
  return fromPackage()
}

function systemPaths(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The environment in which the program starts, or null if it starts in none. */
function runs(executablePath: string, libraries?: string): Readonly<Record<string, string>> | null {
  const library = process.env.LD_LIBRARY_PATH
  const environments: Record<string, string>[] = [{}]
  if (libraries) environments.push({ LD_LIBRARY_PATH: library ? `${libraries}${delimiter}${library}` : libraries })
  const works = (env: Record<string, string>) =>
    spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0
  return environments.find(works) ?? null
}

/** Unpacks @sparticuz/chromium once, beside the installed packages; it brings fonts and the NSS libraries too. */
async function fromPackage(): Promise<FoundChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`There is no Chromium here. ${advice}`)
  const home = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  const folder = join(fileURLToPath(new URL('../../node_modules/.cache/attune', import.meta.url)), 'chromium-153.0.0')
  if (!existsSync(folder)) await unpack(join(home, '..', 'bin'), folder)
  const executablePath = join(folder, 'chromium')
  const env = runs(executablePath, join(folder, 'al2023', 'lib'))
  if (!env) throw new Error(`The packaged Chromium does not start on this system. ${advice}`)
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return { executablePath, env: { ...env, ...fonts }, origin: 'package' }
}

/** The package writes into the temporary folder and takes any file it finds there for complete, so it gets its own. */
async function unpack(archives: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const building = mkdtempSync(`${folder}-`)
  const usual = process.env.TMPDIR
  process.env.TMPDIR = building
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(parts.map((part) => inflate(join(archives, part))))
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  try {
    renameSync(building, folder)
  } catch (error) {
    // Another run was quicker: its copy is as good.
    rmSync(building, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
