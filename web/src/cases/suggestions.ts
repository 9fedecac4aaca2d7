import { listCodebooks, readCodebook } from '@attune/contract'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { useStudy } from '../base/study.tsx'

type Suggestions = { episodes: string[]; subjects: string[]; behaviours: string[] }

/** Words of the study's observation codebooks, offered while typing. Anything else can be typed too. */
export function createSuggestions(): () => Suggestions {
  const { study } = useStudy()
  const load = createLoad(
    () => study().id,
    async (id, signal): Promise<Suggestions> => {
      const { versions } = await call(listCodebooks, { study: id }, { signal })
      const wanted = versions.filter((one) => one.material === 'observation').slice(0, 6)
      const books = await Promise.all(
        wanted.map((one) => call(readCodebook, { study: id, version: one.id }, { signal })),
      )
      const all = books.map((book) => book.codebook)
      const unique = (words: string[]) => [...new Set(words)]
      return {
        episodes: unique(all.flatMap((book) => book.episodes.map((episode) => episode.id))),
        subjects: unique(all.flatMap((book) => book.subjects.map((subject) => subject.id))),
        behaviours: unique(
          all.flatMap((book) => book.codes.filter((code) => code.unit === 'event').map((code) => code.label)),
        ),
      }
    },
  )
  return () => load.value() ?? { episodes: [], subjects: [], behaviours: [] }
}
