import { type Certificate, certificate as schema } from '@attune/criteria'
import { type OptionSpec, readArguments } from '../arguments.ts'
import { faultOf } from '../criterion/rule-file.ts'
import { Refusal } from '../refusal.ts'
import { readJson, readText } from '../text-file.ts'
import { EXIT, type World } from '../world.ts'
import { checkCertificate, fingerprintIn } from './check.ts'
import { type Findings, isValid } from './findings.ts'
import { printCertificate } from './print.ts'
import { recompute } from './recompute.ts'

export const certificateSpecs: readonly OptionSpec[] = [
  {
    name: 'key',
    value: 'KEY',
    group: 'What to compare it with',
    about: "fingerprint of the lab's key, or a file that holds the key; ask the lab for it another way",
  },
  {
    name: 'comparisons',
    value: 'FILE',
    group: 'What to compare it with',
    about: 'the comparisons of the set as CSV: every figure is computed again',
  },
  { name: 'trainee', value: 'NAME', group: 'What to compare it with', about: 'whose attempt, if the file has several' },
  { name: 'json', group: 'Output', about: 'one JSON document' },
  { name: 'help', group: 'Output', about: 'show this help' },
]

/** `attune certificate FILE`: is it as the lab signed it, and still valid? 1 if not. */
export async function certificate(words: readonly string[], world: World): Promise<number> {
  const { files, text, has } = readArguments(words, certificateSpecs)
  const [file, ...more] = files
  if (file === undefined) throw new Refusal('Which file?', 'Name the certificate: certificate.json.')
  if (more.length > 0)
    throw new Refusal(`One file at a time, not also ${more.join(', ')}.`, 'Start attune once for each.')
  const document = await readCertificate(file, world)
  const checked = checkCertificate(document)
  const [key, comparisons] = [text('key'), text('comparisons')]
  const { expiresAt } = document.certificate
  const findings: Findings = {
    document,
    checked,
    key: key === undefined ? null : (await namedKey(key, world)) === checked.fingerprint,
    expired: expiresAt !== null && Date.parse(expiresAt) <= world.now().getTime(),
    recomputed:
      comparisons === undefined ? null : await recompute(comparisons, document.certificate, text('trainee'), world),
  }
  printCertificate(findings, has('json'), world)
  return isValid(findings) ? EXIT.done : EXIT.no
}

async function readCertificate(file: string, world: World): Promise<Certificate> {
  const parsed = schema.safeParse(await readJson(file, world))
  if (parsed.success) return parsed.data
  const message = `${file}: this is no certificate. ${faultOf(parsed.error.issues, [])}`
  throw new Refusal(message, 'Take the file certificate.json that the lab gave out, unchanged.')
}

/** A fingerprint as it is, or the key in a file. */
async function namedKey(key: string, world: World): Promise<string> {
  const fingerprint = fingerprintIn(key) ?? fingerprintIn(await readText(key, world))
  if (fingerprint !== null) return fingerprint
  throw new Refusal(
    `${key}: this is no key.`,
    'Name 64 hexadecimal digits, or a file with the key as JSON, PEM or base64.',
  )
}
