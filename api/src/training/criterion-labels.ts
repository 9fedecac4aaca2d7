import { type Codebook, collapsesOf, outcomesOf } from '@attune/codebooks'
import type { CriterionLabels, TrainingScope } from '@attune/contract'
import { type Predicate, type Rule, selects } from '@attune/criteria'
import type { Db } from '../base/database/database.ts'
import { readContent } from '../codebooks/queries.ts'
import { collapseFor } from '../reliability/selection.ts'
import type { SetContent } from './content.ts'
import { withinScope } from './scope.ts'

function predicatesOf(rule: Rule): Predicate[] {
  if ('all' in rule) return rule.all.flatMap(predicatesOf)
  if ('any' in rule) return rule.any.flatMap(predicatesOf)
  return [rule]
}

/** The variables that a predicate is about. */
const variablesIn = (codebook: Codebook, { variables }: Predicate) =>
  codebook.variables.filter((variable) => selects(variables, variable))

/** What the collapse of a predicate is called in the variables that it is about. */
function collapsesIn(codebook: Codebook, predicate: Predicate): CriterionLabels['collapses'] {
  const { variables, collapse } = predicate
  return variablesIn(codebook, predicate)
    .flatMap(collapsesOf)
    .filter(({ id }) => id === collapse)
    .map(({ id, label }) => ({ variables, id, label }))
}

/** The outcomes that a predicate names, in the variables that it is about and as its collapse applies to them. */
function outcomesIn(codebook: Codebook, predicate: Predicate): CriterionLabels['outcomes'] {
  if (predicate.type !== 'no-critical-error' || predicate.error.kind !== 'confusion') return []
  const { variables, collapse } = predicate
  const { reference, given } = predicate.error
  return variablesIn(codebook, predicate)
    .flatMap((variable) => {
      const counted = collapseFor(variable, collapse)
      return counted === null ? [] : outcomesOf(variable, counted)
    })
    .filter(({ id }) => id === reference || id === given)
    .map(({ id, label }) => ({ variables, collapse, id, label }))
}

const firstOfEach = <Line>(lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
]

/** What the ids in a rule are called in the part of the codebook that is trained; nothing else of the codebook. */
function labelsOf(codebook: Codebook, rule: Rule | undefined): CriterionLabels {
  const predicates = rule === undefined ? [] : predicatesOf(rule)
  const named = new Set(
    predicates.flatMap(({ variables: selector }) =>
      'ids' in selector ? selector.ids : 'codes' in selector ? selector.codes : [],
    ),
  )
  const labelled = (parts: readonly { readonly id: string; readonly label: string }[], asked: ReadonlySet<string>) =>
    firstOfEach(parts.filter(({ id }) => asked.has(id)).map(({ id, label }) => ({ id, label })))
  return {
    variables: labelled(codebook.variables, named),
    codes: labelled(codebook.codes, named),
    collapses: firstOfEach(predicates.flatMap((predicate) => collapsesIn(codebook, predicate))),
    outcomes: firstOfEach(predicates.flatMap((predicate) => outcomesIn(codebook, predicate))),
  }
}

type Asked = Pick<SetContent, 'criterion' | 'codebookVersion'> & { readonly scope: TrainingScope }

/** The labels of the criteria of some sets, in one query however many there are. */
export async function criterionLabels(
  db: Db,
  sets: readonly { readonly content: Asked }[],
): Promise<(set: { readonly content: Asked }) => CriterionLabels> {
  const versions = [...new Set(sets.map(({ content }) => content.codebookVersion))]
  const rows =
    versions.length === 0
      ? []
      : await db.selectFrom('codebook_version').select(['id', 'content']).where('id', 'in', versions).execute()
  const codebooks = new Map(rows.map(({ id, content }) => [id, readContent(content)]))
  return ({ content: { codebookVersion, scope, criterion } }) => {
    const codebook = codebooks.get(codebookVersion)
    if (codebook === undefined) return { variables: [], codes: [], collapses: [], outcomes: [] }
    return labelsOf(withinScope(codebook, scope), criterion?.rule)
  }
}
