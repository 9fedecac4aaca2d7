import type { ReliabilityQuery } from '@attune/contract'
import { comparisonsOf, type Finding, type RatingSet, type ReportContent, reportPage, rScript } from '@attune/report'
import type { Db } from '../base/database/database.ts'
import { programVersion } from '../base/version.ts'
import { compute } from './analysis.ts'
import { type Collected, collect } from './collect.ts'
import { findingOf, planOf } from './findings.ts'
import { everybody } from './groups.ts'
import { studyName } from './queries.ts'
import { namesIn, ratingSet } from './sets.ts'

/** Everything about the agreement of a study as one page that needs nothing else. */
export async function reportFile(db: Db, study: string, query: ReliabilityQuery): Promise<string> {
  return reportPage(await contentOf(db, study, query))
}

/** A script of R that gives every number of the page again. */
export async function scriptFile(db: Db, study: string, query: ReliabilityQuery): Promise<string> {
  const content = await contentOf(db, study, query)
  return rScript(content, comparisonsOf(content.sets, content.findings))
}

async function contentOf(db: Db, study: string, query: ReliabilityQuery): Promise<ReportContent> {
  const collected = await collect(db, study, query)
  const sets: RatingSet[] = []
  const findings: Finding[] = []
  let missing = 0
  const all = everybody(collected.codings, query.comparison)
  const nameOf = namesIn(collected.codings)
  for await (const { comparable, subjects, values } of collected.variables()) {
    const set = ratingSet({ codebook: collected.codebook, comparable, group: all }, values, nameOf)
    sets.push(set)
    for (const subject of subjects) {
      const computed = compute(subject, values, query.confidence, nameOf)
      findings.push(...computed.map((one) => findingOf(subject, one, set.by)))
    }
    missing += all.items.flatMap(({ codings }) => codings).filter((one) => one !== null && !values.has(one)).length
  }
  return {
    source: sourceOf(await studyName(db, study), collected),
    version: programVersion,
    plan: planOf(query),
    sets,
    input: { items: all.items.length, raters: all.raters.map(nameOf), missing },
    findings,
    remarks: sets.length === 0 ? ['Nobody has rated anything of this yet.'] : [],
    criterion: null,
  }
}

const sourceOf = (study: string, { codebook }: Collected) => `${study}, ${codebook.title} ${codebook.version}`
