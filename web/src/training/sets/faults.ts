import type { FieldFault } from '@attune/contract'
import { Refused } from '../../base/refused.ts'
import { t } from '../../messages/index.ts'

/** What the server, or the contract, found wrong with a set; paths as in the body that was sent. */
export type SetFaults = {
  /** At exactly this field. */
  readonly at: (path: string) => string | undefined
  /** At this field or at anything in it. */
  readonly under: (path: string) => readonly string[]
  readonly all: readonly FieldFault[]
}

export function faultsIn(failure: unknown): SetFaults {
  const all = failure instanceof Refused ? failure.faults.map(clean) : []
  return {
    all,
    at: (path) => all.find((fault) => fault.path === path)?.message,
    under: (path) =>
      all.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`)).map(({ message }) => message),
  }
}

const clean = ({ path, message }: FieldFault): FieldFault => ({
  path: path.replace(/^body\./, ''),
  message: t().base.fromServer(message),
})

/** The panels of the builder in their order, and the fields that each of them shows. */
export const panelFields = {
  about: ['name', 'description', 'codebookVersion', 'feedback', 'showsScores', 'release'],
  cases: ['cases', 'order', 'draw', 'seed'],
  scope: ['scope'],
  rules: ['masters', 'tolerance', 'timeLimitMinutes', 'attempts', 'prerequisite'],
  criterion: ['criterion', 'certifies'],
} as const
export type PanelName = keyof typeof panelFields

/** The panel a fault belongs to; the server may name what no field shows. */
export function panelOf(path: string): PanelName | null {
  const field = path.split('.')[0] ?? ''
  const found = Object.entries(panelFields).find(([, fields]) => (fields as readonly string[]).includes(field))
  return (found?.[0] as PanelName | undefined) ?? null
}
