import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program to its end and gives its exit code. A signal sent to us is handed on, so that whoever stops this
 * process stops the program.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runChild(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    const watches = [handSignalsTo(child), watchNpm(child)]
    const release = () => {
      for (const end of watches) end()
    }
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      release()
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM'])
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} takes the listeners away again
 */
function handSignalsTo(child) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const listeners = signals.map((signal) => {
    const listener = () => {
      // Ctrl-C at a terminal reaches the child by itself; a second one would count as "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    process.on(signal, listener)
    return { signal, listener }
  })
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener)
  }
}

/**
 * npm hands SIGTERM to the shell between us, which ends without telling us. So a caller that is gone counts as one.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends the watch
 */
function watchNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return () => {}
  const caller = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === caller) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  return () => clearInterval(watch)
}
