import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { simulatedFiles } from '../../scripts/make-demo-codings.ts'
import { by, calibration, type DemoCoding, differences, groupOf, masterOf, mean } from './demo-codings.ts'
import { demoText, interviews } from './demo-files.ts'

const COHERENCE = ['coherence-of-transcript', 'coherence-of-mind']
const bias = (coder: string, variable: string) => mean(by(coder).flatMap((one) => differences(one, variable)))
const agrees = (coding: DemoCoding) => groupOf(coding) === groupOf(masterOf(coding))
const share = (codings: readonly DemoCoding[]) => mean(codings.map((one) => (agrees(one) ? 1 : 0)))

describe('the simulated codings', () => {
  it('come out of the script again, byte for byte', () => {
    for (const folder of ['codings', 'calibration'] as const) {
      const files = simulatedFiles(folder)
      const place = new URL(`../../data/demo/${folder}/`, import.meta.url)
      const onDisk = readdirSync(place).filter((name) => !name.startsWith('master-'))
      expect(onDisk.sort()).toEqual([...files.keys()].sort())
      for (const [name, content] of files) expect(content === demoText(`${folder}/${name}`), name).toBe(true)
    }
  })

  it.each(['trainee-good', 'trainee-upward', 'trainee-drifting'])(
    '%s has coded nine to eleven interviews and left the others',
    (coder) => {
      const done = new Set(by(coder).map((one) => one.case))
      expect(interviews.length - done.size).toBeGreaterThanOrEqual(1)
      expect(interviews.length - done.size).toBeLessThanOrEqual(3)
      for (const one of by(coder)) expect(one.annotations.length).toBeGreaterThanOrEqual(5)
    },
  )

  it('trainee-good is close to the master: no bias, nine in ten classes', () => {
    for (const variable of COHERENCE) expect(Math.abs(bias('trainee-good', variable))).toBeLessThan(0.25)
    const all = by('trainee-good').flatMap((one) => differences(one))
    expect(all.filter((one) => Math.abs(one) <= 1).length / all.length).toBeGreaterThan(0.9)
    expect(share(by('trainee-good'))).toBeGreaterThan(0.9)
  })

  it('trainee-upward rates coherence about one point too high, and nothing else', () => {
    for (const variable of COHERENCE) expect(bias('trainee-upward', variable)).toBeCloseTo(1, 0)
    for (const variable of COHERENCE) expect(bias('trainee-upward', variable)).toBeGreaterThan(0.8)
    for (const variable of ['loving', 'rejecting', 'passivity', 'lack-of-recall']) {
      expect(Math.abs(bias('trainee-upward', variable)), variable).toBeLessThan(0.3)
    }
  })

  it('trainee-drifting classifies the first five as the master does and then takes Ds for F and F for Ds', () => {
    const inOrder = by('trainee-drifting')
    expect(share(inOrder.slice(0, 5))).toBe(1)
    const confusions = inOrder.slice(5).filter((one) => !agrees(one))
    const pairs = confusions.map((one) => `${groupOf(masterOf(one))} as ${groupOf(one)}`)
    expect(pairs.sort()).toEqual(['Ds as F', 'Ds as F', 'F as Ds'])
  })

  it('the two blind coders share five interviews and four observations and differ here and there', () => {
    const [first, second] = [by('coder-1'), by('coder-2')]
    const cases = (codings: readonly DemoCoding[]) => codings.map((one) => one.case).sort()
    expect(cases(first)).toEqual(cases(second))
    expect(
      cases(first)
        .map((one) => one[0])
        .join(''),
    ).toBe('AAAAASSSS')
    const same = first.filter((one) => groupOf(one) === groupOf(second.find((other) => other.case === one.case) ?? one))
    expect(same.length).toBe(7)
  })

  it('coder-1 rates the first four calibration cases as the master does and the last three about a point higher', () => {
    const offsets = calibration.map((one) => mean(differences(one)))
    expect(calibration.every((one) => one.coder === 'coder-1')).toBe(true)
    for (const offset of offsets.slice(0, 4)) expect(Math.abs(offset)).toBeLessThan(0.3)
    for (const offset of offsets.slice(4)) expect(offset).toBeGreaterThan(0.6)
    // Nobody codes a case twice: calibration cases are others than those of the ordinary work.
    const ordinary = new Set(by('coder-1').map((one) => one.case))
    expect(calibration.filter((one) => ordinary.has(one.case))).toEqual([])
  })
})
