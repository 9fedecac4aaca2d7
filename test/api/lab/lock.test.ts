import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '../../../api/src/base/database/lock.ts'

const module = fileURLToPath(new URL('../../../api/src/base/database/lock.ts', import.meta.url))

describe('the lock of a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attune-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Another process that takes the lock and keeps it until it is killed or this one ends. */
  async function holder(): Promise<{ pid: number; kill: () => Promise<void> }> {
    const program = `import { lockFolder } from ${JSON.stringify(module)}
      lockFolder(${JSON.stringify(folder)}); console.log('locked'); process.stdin.resume()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'ignore'] })
    await once(child.stdout, 'data')
    const kill = async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    return { pid: child.pid ?? 0, kill }
  }

  it('keeps a second server out and names the first', () => {
    const unlock = lockFolder(folder)
    expect(readFileSync(join(folder, 'server.pid'), 'utf8')).toBe(`${process.pid}\n`)
    expect(() => lockFolder(folder)).toThrow(`already runs with the data folder ${folder} (process ${process.pid})`)
    unlock()
    expect(existsSync(join(folder, 'server.pid'))).toBe(false)
    lockFolder(folder)()
  })

  it('holds between processes, and ends with a process that is killed', async () => {
    const other = await holder()
    expect(() => lockFolder(folder)).toThrow(`process ${other.pid}`)
    await other.kill()
    lockFolder(folder)()
  })

  it('does not mind a number that a process left behind, even one that runs', () => {
    writeFileSync(join(folder, 'server.pid'), `${process.ppid}\n`)
    lockFolder(folder)()
  })
})
