import type { Category, ClassificationVariable, Codebook, Variable } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { formatScore } from '../base/numbers.ts'
import { Badge } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** One variable: what kind of value it takes, for whom, and for a classification its tree. */
export function VariableLine(props: { codebook: Codebook; variable: Variable }) {
  const variable = () => props.variable
  return (
    <li class="variable">
      <div class="variable__head">
        <strong>{variable().label}</strong>
        <span class="quiet">{rangeOf(variable())}</span>
        <Show when={!variable().required}>
          <Badge>{t().codebooks.variable.optional}</Badge>
        </Show>
      </div>
      <Show when={variable().description}>
        <p class="variable__words">{variable().description}</p>
      </Show>
      <p class="variable__words quiet">
        {appliesTo(props.codebook, variable())}
        <Show when={variable().noValue.length > 0}>
          {'. '}
          {t().codebooks.variable.mayAlsoBe(
            variable()
              .noValue.map((one) => t().codebooks.noValues[one])
              .join(', '),
          )}
        </Show>
      </p>
      <Show when={demandsOf(variable())}>{(demands) => <p class="variable__words">{demands()}</p>}</Show>
      <Show when={asClassification(variable())}>{(one) => <Classification variable={one()} />}</Show>
    </li>
  )
}

function rangeOf(variable: Variable): string {
  const words = t().codebooks.variable
  if (variable.kind === 'scale') {
    return words.range(formatScore(variable.min), formatScore(variable.max), formatScore(variable.step))
  }
  if (variable.kind === 'classification') {
    return variable.alternatives > 0 ? words.ranked(variable.alternatives) : words.classification
  }
  if (variable.kind === 'count') return variable.max === undefined ? words.count : words.countUpTo(variable.max)
  if (variable.kind === 'duration') return words.duration
  return words.presence
}

function appliesTo(codebook: Codebook, variable: Variable): string {
  const label = (list: readonly { id: string; label: string }[], ids: readonly string[] | undefined) =>
    ids ? ids.map((id) => list.find((one) => one.id === id)?.label ?? id).join(', ') : ''
  if (variable.appliesTo === 'target') {
    return t().codebooks.variable.eachRelationship(label(codebook.targets, variable.targets))
  }
  if (variable.appliesTo === 'episode') {
    return t().codebooks.variable.eachEpisode(label(codebook.episodes, variable.episodes))
  }
  return t().codebooks.variable.once
}

/** What a rating must rest on before a coding can be submitted. */
function demandsOf(variable: Variable): string {
  const words = t().codebooks.variable
  return [
    variable.evidence ? words.asksForEvidence(variable.evidence.atLeast) : '',
    variable.kind === 'classification' && variable.rationale === 'required' ? words.rationaleRequired : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const asClassification = (variable: Variable) => (variable.kind === 'classification' ? variable : undefined)

function Classification(props: { variable: ClassificationVariable }) {
  return (
    <>
      <CategoryTree categories={props.variable.categories} />
      <Show when={props.variable.collapses.length > 0}>
        <details class="variable__collapses">
          <summary>{t().codebooks.variable.collapses(props.variable.collapses.length)}</summary>
          <dl>
            <For each={props.variable.collapses}>
              {(collapse) => (
                <>
                  <dt>{collapse.label}</dt>
                  <dd>
                    {collapse.outcomes.map((outcome) => outcome.label).join(' / ')}
                    <span class="quiet">
                      {collapse.rule === 'forced'
                        ? t().codebooks.variable.firstThatMaps
                        : t().codebooks.variable.firstOnly}
                    </span>
                  </dd>
                </>
              )}
            </For>
          </dl>
        </details>
      </Show>
    </>
  )
}

function CategoryTree(props: { categories: readonly Category[] }) {
  return (
    <ul class="plain-list category-tree">
      <For each={props.categories}>
        {(category) => (
          <li>
            <span class="category-tree__id">{category.id}</span> {category.label}
            <Show when={category.needsSecondary}>
              <span class="quiet">{t().codebooks.variable.needsSecond}</span>
            </Show>
            <Show when={category.children}>{(children) => <CategoryTree categories={children()} />}</Show>
          </li>
        )}
      </For>
    </ul>
  )
}
