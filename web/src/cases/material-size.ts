import { t } from '../messages/index.ts'

type Size = { kind: 'transcript' | 'observation'; words: number; episodes: number; events: number }

/** `5,029 words`, `8 episodes, 41 events`. */
export function sizeOf(material: Size): string {
  const { words, episodes, events } = t().base
  if (material.kind === 'transcript') return words(material.words)
  return `${episodes(material.episodes)}, ${events(material.events)}`
}
