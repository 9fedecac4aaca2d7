import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../../api/src/base/settings.ts'

const read = (args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) =>
  readSettings(args, environment, '/srv/attune')

describe('settings', () => {
  it('serve this machine alone on port 3000 from .attune beside the program', () => {
    expect(read()).toEqual({
      port: 3000,
      host: '127.0.0.1',
      data: '/srv/attune/.attune',
      database: null,
      origin: null,
      proxy: false,
      demo: false,
      log: 'text',
    })
  })

  it('come from flags first, then from the environment', () => {
    const environment = {
      PORT: '4000',
      ATTUNE_DATA: '/var/lab',
      ATTUNE_DEMO: '1',
      ATTUNE_LOG: 'json',
      ATTUNE_PROXY: 'true',
    }
    const read2 = read(['--port', '0'], environment)
    expect(read2).toMatchObject({ port: 0, data: '/var/lab', demo: true, log: 'json', proxy: true })
  })

  it('open to other machines only behind https', () => {
    expect(() => read(['--host', '0.0.0.0'])).toThrow(/https/)
    expect(() => read(['--host', '0.0.0.0', '--origin', 'http://lab.example'])).toThrow(/https/)
    const settings = read(['--host', '0.0.0.0', '--origin', 'https://lab.example'])
    expect(settings).toMatchObject({ host: '0.0.0.0', origin: 'https://lab.example' })
  })

  it.each([
    [['--port', 'x'], /--port\/PORT is "x"/],
    [['--port', '70000'], /70000/],
    [['--port', '-1'], /port/],
    [['--origin', 'lab.example'], /--origin/],
    [['--origin', 'https://lab.example/'], /scheme and host only/],
    [['--origin', 'https://lab.example/path'], /scheme and host only/],
    [['--origin', 'ftp://lab.example'], /--origin/],
    [['--database', 'mysql://x'], /postgres:\/\//],
    [['--log', 'xml'], /text or json/],
    [['--colour', 'red'], /Known flags: --port/],
    [['stray'], /Known flags/],
  ])('%j are refused with a message that names them', (args, message) => {
    expect(() => read(args)).toThrow(SettingsError)
    expect(() => read(args)).toThrow(message)
  })
})
