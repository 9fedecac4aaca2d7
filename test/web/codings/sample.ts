import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Codebook, codebookSchema } from '@attune/codebooks'
import type { Annotation, Change, CodingHead, Rating, Workspace } from '@attune/contract'
import { readObservationRecord, readTranscript } from '@attune/exchange'
import type { Ports } from '../../../web/src/codings/ports.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../../../data', path), 'utf8')

export const STUDY = '11111111-1111-4111-8111-111111111111'
export const CODING = '22222222-2222-4222-8222-222222222222'
const CODER = { id: '33333333-3333-4333-8333-333333333333', login: 'coder', name: 'Kim Coder' }
const NOW = '2026-01-02T03:04:05.000Z'

export const shippedCodebook = (id: 'aai' | 'iwm' | 'ssp'): Codebook =>
  codebookSchema.parse(JSON.parse(read(`codebooks/${id}.json`)))

type Sample = {
  ratings?: Rating[]
  annotations?: Annotation[]
  mayWrite?: boolean
  state?: CodingHead['state']
  targets?: string[]
  contentNote?: string
}

function workspaceWith(codebook: Codebook, material: Workspace['material'], sample: Sample): Workspace {
  const state = sample.state ?? 'draft'
  const blindCase = {
    id: '44444444-4444-4444-8444-444444444444',
    case: material.kind === 'transcript' ? 'A-104' : 'S-203',
    targets: sample.targets ?? ['mother', 'father'],
    contentNote: sample.contentNote ?? '',
  }
  return {
    coding: {
      id: CODING,
      study: STUDY,
      case: blindCase,
      codebook: {
        version: '55555555-5555-4555-8555-555555555555',
        id: codebook.id,
        number: codebook.version,
        title: codebook.title,
      },
      version: 1,
      state,
      reason: '',
      rated: 0,
      required: 0,
      changedAt: NOW,
      submittedAt: state === 'submitted' ? NOW : null,
    },
    coder: CODER,
    mayWrite: sample.mayWrite ?? true,
    material,
    codebook,
    ratings: sample.ratings ?? [],
    annotations: sample.annotations ?? [],
    intervals: [],
    episodes: [],
    memo: { text: '', version: 0 },
    revision: 0,
    versions: [],
    training: null,
  }
}

/** A case with a transcript: one of the demo study, or any text. */
export function interviewWorkspace(sample: Sample & { text?: string; codebook?: 'aai' | 'iwm' } = {}): Workspace {
  const text = sample.text ?? read('demo/transcripts/A-104.txt')
  const { turns, words } = readTranscript(text, { interviewers: [] })
  const material = { kind: 'transcript' as const, id: '66666666-6666-4666-8666-666666666666', text, turns, words }
  return workspaceWith(shippedCodebook(sample.codebook ?? 'aai'), material, sample)
}

/** A case with an observation record of the demo study. */
export function observationWorkspace(sample: Sample = {}): Workspace {
  const { episodes, events } = readObservationRecord(read('demo/observations/S-203.csv'))
  const material = {
    kind: 'observation' as const,
    id: '66666666-6666-4666-8666-666666666666',
    version: 1,
    episodes,
    events,
  }
  return workspaceWith(shippedCodebook('ssp'), material, { targets: [], ...sample })
}

/** Some annotations, spread evenly over a text. */
export function annotationsOver(workspace: Workspace, count: number): Annotation[] {
  const { material, codebook } = workspace
  if (material.kind !== 'transcript') return []
  const codes = codebook.codes.filter((code) => code.unit === 'segment')
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * (material.text.length - 300)) / count)
    return {
      unit: 'segment' as const,
      id: `77777777-7777-4777-8777-${String(index).padStart(12, '0')}`,
      code: codes[index % codes.length]?.id ?? '',
      value: null,
      memo: index % 7 === 0 ? 'A note on this passage.' : '',
      confidence: null,
      evidence: [],
      contradicts: [],
      start,
      end: start + 60 + ((index * 37) % 240),
      version: 1,
    }
  })
}

/** A server in memory that accepts everything and remembers what it was sent. */
export function acceptingPorts(workspace: Workspace): Ports & { sent: Change[] } {
  const sent: Change[] = []
  return {
    sent,
    read: async () => workspace,
    submit: async () => ({ ...workspace.coding, state: 'submitted', submittedAt: NOW }),
    send: async (_operation, change) => {
      sent.push(change)
      return { kind: 'saved', version: change.base + 1, revision: sent.length, savedAt: NOW }
    },
  }
}
