import { type TrainingSetInput, trainingSetInput } from '@attune/contract'

/** What a training set is, without its cases: these have rows of their own. */
export type SetContent = Readonly<Omit<TrainingSetInput, 'cases'>>

const stored = trainingSetInput.omit({ cases: true })

/** The content of a set never changes once it is open, so what was read once need not be read again with every save. */
const known = new Map<string, SetContent>()
const mostKnown = 256

export function contentOf(content: string): SetContent {
  const there = known.get(content)
  if (there !== undefined) return there
  const parsed = stored.parse(JSON.parse(content))
  if (known.size >= mostKnown) known.clear()
  known.set(content, parsed)
  return parsed
}
