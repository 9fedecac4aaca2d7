import type { Codebook } from '@attune/codebooks'
import type { TrainingSet } from '@attune/contract'
import { Show } from 'solid-js'
import { Moment } from '../../base/dates.tsx'
import { formatPercent } from '../../base/numbers.ts'
import { Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { CriterionNames } from '../criterion-words.ts'

/** Everything that was decided about a set, in words. */
export function SetFacts(props: { set: TrainingSet; codebook: Codebook | undefined; names: CriterionNames }) {
  const words = () => t().training
  const facts = () => t().training.facts
  const shows = () =>
    props.set.feedback === 'test'
      ? words().shows.test[props.set.showsScores ? 'scores' : 'only']
      : words().shows[props.set.feedback]
  const scope = () => props.set.scope
  const variables = () => {
    const chosen = scope().variables
    if (chosen === null) return words().scope.noVariables
    if (chosen.length === 0) return words().scope.allVariables(props.codebook?.variables.length ?? 0)
    return t().criteria.list(chosen.map(props.names.variable))
  }
  const codes = () => {
    if (scope().units === 'none') return words().scope.unitNames.none
    const which =
      scope().codes.length === 0
        ? words().scope.allCodes(props.codebook?.codes.length ?? 0)
        : t().criteria.list(scope().codes.map(props.names.code))
    return facts().codes(words().scope.unitNames[scope().units], which)
  }
  return (
    <Panel title={facts().title}>
      <dl class="facts">
        <dt>{words().about.policy}</dt>
        <dd>
          {words().policies[props.set.feedback]}. {shows()}{' '}
          {props.set.release === 'trainer' ? facts().byTrainer : facts().automatic}
        </dd>
        <dt>{words().about.codebook}</dt>
        <dd>
          {props.set.codebook.title} {props.set.codebook.number}
        </dd>
        <dt>{words().scope.variables}</dt>
        <dd>{variables()}</dd>
        <dt>{words().scope.units}</dt>
        <dd>{codes()}</dd>
        <dt>{words().cases.order}</dt>
        <dd>
          {props.set.order === 'fixed'
            ? words().cases.fixed
            : facts().drawn(props.set.draw ?? props.set.cases.length, props.set.seed)}
        </dd>
        <dt>{words().rules.masters}</dt>
        <dd>{words().rules.mastersMean[props.set.masters]}</dd>
        <dt>{facts().tolerance}</dt>
        <dd>{props.set.tolerance === 0 ? facts().exact : t().criteria.points(props.set.tolerance)}</dd>
        <Show when={scope().units !== 'none'}>
          <dt>{facts().match}</dt>
          <dd>{facts().matches(formatPercent(scope().overlap), scope().tolerance)}</dd>
        </Show>
        <dt>{words().rules.attempts}</dt>
        <dd>{props.set.attempts}</dd>
        <dt>{facts().timeLimit}</dt>
        <dd>{props.set.timeLimitMinutes === null ? t().base.none : facts().minutes(props.set.timeLimitMinutes)}</dd>
        <Show when={props.set.openedAt}>
          {(at) => (
            <>
              <dt>{facts().opened}</dt>
              <dd>
                <Moment at={at()} />
              </dd>
            </>
          )}
        </Show>
      </dl>
    </Panel>
  )
}
