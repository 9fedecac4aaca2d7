import type { Category, ClassificationVariable, Codebook, Variable } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { formatScore } from '../base/numbers.ts'
import { Badge } from '../base/states.tsx'

const noValueNames = {
  'cannot-rate': 'cannot rate',
  'not-applicable': 'not applicable',
  'not-present': 'not present',
} as const

/** One variable: what kind of value it takes, for whom, and for a classification its tree. */
export function VariableLine(props: { codebook: Codebook; variable: Variable }) {
  const variable = () => props.variable
  return (
    <li class="variable">
      <div class="variable__head">
        <strong>{variable().label}</strong>
        <span class="quiet">{rangeOf(variable())}</span>
        <Show when={!variable().required}>
          <Badge>optional</Badge>
        </Show>
      </div>
      <Show when={variable().description}>
        <p class="variable__words">{variable().description}</p>
      </Show>
      <p class="variable__words quiet">
        {appliesTo(props.codebook, variable())}
        <Show when={variable().noValue.length > 0}>
          {'. '}May also be:{' '}
          {variable()
            .noValue.map((one) => noValueNames[one])
            .join(', ')}
        </Show>
      </p>
      <Show when={asClassification(variable())}>{(one) => <Classification variable={one()} />}</Show>
    </li>
  )
}

function rangeOf(variable: Variable): string {
  if (variable.kind === 'scale') {
    return `${formatScore(variable.min)} to ${formatScore(variable.max)} in steps of ${formatScore(variable.step)}`
  }
  if (variable.kind === 'classification') {
    return variable.alternatives > 0 ? `classification, up to ${variable.alternatives} alternatives` : 'classification'
  }
  if (variable.kind === 'count') return variable.max === undefined ? 'count' : `count up to ${variable.max}`
  if (variable.kind === 'duration') return 'duration in seconds'
  return 'present or not'
}

function appliesTo(codebook: Codebook, variable: Variable): string {
  const label = (list: readonly { id: string; label: string }[], ids: readonly string[] | undefined) =>
    ids ? ids.map((id) => list.find((one) => one.id === id)?.label ?? id).join(', ') : undefined
  if (variable.appliesTo === 'target') {
    return `For each relationship${variable.targets ? `: ${label(codebook.targets, variable.targets)}` : ''}`
  }
  if (variable.appliesTo === 'episode') {
    return `For each episode${variable.episodes ? `: ${label(codebook.episodes, variable.episodes)}` : ''}`
  }
  return 'Once for the case'
}

const asClassification = (variable: Variable) => (variable.kind === 'classification' ? variable : undefined)

function Classification(props: { variable: ClassificationVariable }) {
  return (
    <>
      <CategoryTree categories={props.variable.categories} />
      <Show when={props.variable.collapses.length > 0}>
        <details class="variable__collapses">
          <summary>Collapses ({props.variable.collapses.length})</summary>
          <dl>
            <For each={props.variable.collapses}>
              {(collapse) => (
                <>
                  <dt>{collapse.label}</dt>
                  <dd>
                    {collapse.outcomes.map((outcome) => outcome.label).join(' / ')}
                    <span class="quiet">
                      {collapse.rule === 'forced' ? ', first class that maps to one of these' : ', first class only'}
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
              <span class="quiet">, needs a second class</span>
            </Show>
            <Show when={category.children}>{(children) => <CategoryTree categories={children()} />}</Show>
          </li>
        )}
      </For>
    </ul>
  )
}
