import type { Figure } from '@attune/agreement'
import { counted, figure, IN_POINTS, interval } from '@attune/report'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import type { World } from '../world.ts'
import { type Findings, isValid } from './findings.ts'
import type { Recomputed } from './recompute.ts'

export function printCertificate(findings: Findings, isJson: boolean, world: World): void {
  const { document, checked, key, expired, recomputed } = findings
  if (isJson) {
    const { checksum, signature, fingerprint } = checked
    const valid = isValid(findings)
    const report = { attune: VERSION, valid, checksum, signature, fingerprint, key, expired, recomputed }
    world.print(`${JSON.stringify({ ...report, certificate: document.certificate }, null, 2)}\n`)
    return
  }
  const head = `attune ${VERSION}: ${isValid(findings) ? 'the certificate holds' : 'the certificate does not hold'}`
  const parts = [contentOf(findings), figuresOf(findings), checksOf(findings), meaning(findings)]
  world.print(sheet(head, parts, { markdown: false, colour: world.colour }))
}

const day = (instant: string): string => instant.slice(0, 10)

function contentOf({ document: { certificate: one } }: Findings): string[] {
  const { set, attempt, codebook } = one
  return [
    `${one.person}: met "${one.criterion.title}"`,
    `on the set "${set.name}" of ${counted(set.cases, 'case')}, ${set.blind ? 'coded blind' : 'not coded blind'}, attempt ${attempt.number}, finished ${day(attempt.finishedAt)}`,
    `with ${codebook.title} ${codebook.number}`,
    `issued by ${one.lab} (${one.study}), ${one.issuedBy}, on ${day(one.issuedAt)}`,
    one.expiresAt === null ? 'without an end' : `valid until ${day(one.expiresAt)}`,
    ...(one.rescored === null ? [] : [`scored again on ${day(one.rescored.at)}: ${one.rescored.reason}`]),
  ]
}

function figuresOf({ document, recomputed }: Findings): Grid {
  const base = ['of', 'measure', 'n', 'cases', 'value', 'interval']
  const rows = document.certificate.figures.map((one, index) => [
    one.label,
    one.collapse === null || one.collapse === 'as-coded' ? one.measure : `${one.measure}, ${one.collapse}`,
    String(one.n),
    String(one.cases),
    one.estimate === null ? 'undefined' : shownValue(one, one.estimate),
    one.lower === null && one.upper === null ? '' : interval(one.lower, one.upper, !IN_POINTS.has(one.measure)),
    ...(recomputed === null ? [] : [againOf(recomputed.figures[index])]),
  ])
  const columns = recomputed === null ? base : [...base, 'computed again']
  return { columns, rows, right: new Set(['n', 'cases', 'value', 'interval']) }
}

const shownValue = ({ measure }: Figure, value: number): string =>
  measure === 'no-critical-error' ? String(value) : figure(value, !IN_POINTS.has(measure))

function againOf(one: Recomputed | undefined): string {
  if (one?.found == null) return 'not in the comparisons'
  return one.differ.length === 0 ? 'the same' : `other ${one.differ.join(', ')}: ${one.found.estimate ?? 'undefined'}`
}

function checksOf({ checked, key, expired, recomputed }: Findings): string[] {
  return [
    checked.checksum ? 'Checksum: right.' : 'Checksum: wrong. Something was changed after it was issued.',
    checked.signature ? 'Signature: right.' : 'Signature: wrong. The key that it names did not sign it.',
    `Key: ${checked.fingerprint}${key === null ? '' : key ? ', the one you named' : ', not the one you named'}`,
    ...(expired ? ['It has expired.'] : []),
    ...(recomputed === null
      ? []
      : [recomputed.met ? 'The comparisons meet the rule.' : 'The comparisons do not meet the rule.']),
  ]
}

/** What follows from all this, and what does not. */
function meaning({ document, key }: Findings): string[] {
  return [
    'A right checksum and signature mean: nothing was changed since whoever holds this key signed it.',
    key === true
      ? 'That the key is the lab’s rests on where you have its fingerprint from.'
      : 'Whose key it is, this does not say: ask the lab for its fingerprint another way, and give it with --key.',
    'Whether it was taken back since, only the lab can tell.',
    document.certificate.notice,
  ]
}
