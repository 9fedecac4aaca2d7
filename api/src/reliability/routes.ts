import {
  exportConfusion,
  exportRatingsLong,
  exportRatingsWide,
  exportResults,
  readConfusion,
  readReliability,
} from '@attune/contract'
import { confusionCsv, ratingsLongCsv, ratingsWideCsv } from '@attune/exchange'
import type { Ground } from '../base/feature.ts'
import { type Route, route } from '../base/route.ts'
import { crossRaters } from './confusion.ts'
import { ratingRows, resultsFile } from './exports.ts'
import { collapsesIn, makeReport } from './report.ts'

export function reliabilityRoutes({ db, ports }: Ground): Route[] {
  return [
    route(readReliability, async ({ actor, query }) => {
      const { codebook, codings, raters, blind, results } = await makeReport(db, actor.study, query)
      return {
        codebook: { version: query.codebookVersion, id: codebook.id, number: codebook.version, title: codebook.title },
        comparison: query.comparison,
        collapse: query.collapse,
        collapses: collapsesIn(codebook),
        variables: codebook.variables.map(({ id, label, kind }) => ({ id, label, kind })),
        raters: [...raters],
        source: 'originals' as const,
        blind,
        cases: new Set(codings.map((coding) => coding.case)).size,
        computedAt: ports.now().toISOString(),
        results: [...results],
      }
    }),
    route(readConfusion, ({ actor, query }) => crossRaters(db, actor.study, query)),
    route(exportResults, ({ actor, query }) => resultsFile(db, actor.study, query)),
    route(exportRatingsLong, async ({ actor, query }) => ratingsLongCsv(await ratingRows(db, actor.study, query))),
    route(exportRatingsWide, async ({ actor, query }) => ratingsWideCsv(await ratingRows(db, actor.study, query))),
    route(exportConfusion, async ({ actor, query }) => confusionCsv(await crossRaters(db, actor.study, query))),
  ]
}
