import { type Codebook, collapsesOf } from '@attune/codebooks'
import type { AgreementResult, ReliabilityQuery, Reply, readReliability } from '@attune/contract'
import { type Finding, methodsText } from '@attune/report'
import type { Db } from '../base/database/database.ts'
import { programVersion } from '../base/version.ts'
import { compute, describe } from './analysis.ts'
import { type Collected, collect } from './collect.ts'
import { findingOf, planOf } from './findings.ts'

export type Report = Collected & { readonly results: readonly AgreementResult[]; readonly methods: string }

/** Agreement of a study: every planned coefficient of every variable and group. */
export async function makeReport(db: Db, study: string, query: ReliabilityQuery): Promise<Report> {
  const collected = await collect(db, study, query)
  const results: AgreementResult[] = []
  // Sources, rules and methods are the same in every group: one result of each coefficient tells them.
  const findings = new Map<string, Finding>()
  for await (const { subjects, values } of collected.variables()) {
    for (const subject of subjects) {
      const computed = compute(subject, values, query.confidence)
      results.push(...describe(subject, computed))
      for (const one of computed) {
        const key = `${one.planned.label} ${one.result.estimate === null ? '' : (one.result.interval?.method ?? '')}`
        if (!findings.has(key)) findings.set(key, findingOf(subject, one))
      }
    }
  }
  return { ...collected, results, methods: methodsText([...findings.values()], planOf(query), programVersion) }
}

/** The reliability page. */
export async function readPage(
  db: Db,
  study: string,
  query: ReliabilityQuery,
  now: string,
): Promise<Reply<typeof readReliability>> {
  const { codebook, codings, raters, blind, results, methods } = await makeReport(db, study, query)
  return {
    codebook: { version: query.codebookVersion, id: codebook.id, number: codebook.version, title: codebook.title },
    comparison: query.comparison,
    collapse: query.collapse,
    collapses: collapsesIn(codebook),
    variables: codebook.variables.map(({ id, label, kind }) => ({ id, label, kind })),
    raters: [...raters],
    source: 'originals',
    blind,
    cases: new Set(codings.map((coding) => coding.case)).size,
    computedAt: now,
    methods,
    results: [...results],
  }
}

/** Every collapse of the codebook's classifications once. */
function collapsesIn(codebook: Codebook): { id: string; label: string }[] {
  return [...new Map(codebook.variables.flatMap(collapsesOf).map((one) => [one.id, one])).values()]
}
