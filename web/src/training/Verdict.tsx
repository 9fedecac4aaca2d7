import type { Judged, Verdict } from '@attune/criteria'
import { For, Match, Show, Switch } from 'solid-js'
import { Badge } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { type CriterionNames, plainNames, predicateInWords } from './criterion-words.ts'
import { figureWords } from './figure-words.ts'
import './training.css'

type Props = {
  verdict: Verdict
  /** What variables and codes are called, where the codebook is at hand; else the labels of the figures. */
  names?: CriterionNames | undefined
}

/** What came out, in the form of the rule: each branch met or not, each condition with its numbers. */
export function VerdictTree(props: Props) {
  const names = () => props.names ?? namesIn(props.verdict)
  return (
    <ul class="verdict" aria-label={t().myTraining.result.conditions}>
      <Branch verdict={props.verdict} names={names()} />
    </ul>
  )
}

function Branch(props: { verdict: Verdict; names: CriterionNames }) {
  const judged = () => ('predicate' in props.verdict ? props.verdict : undefined)
  const parts = () => partsOf(props.verdict)
  return (
    <li class="verdict__branch" classList={{ 'verdict__branch--met': props.verdict.met }}>
      <Switch>
        <Match when={judged()}>{(one) => <Condition judged={one()} names={props.names} />}</Match>
        <Match when={parts().length === 1 && parts()[0]}>
          {(only) => (
            <ul class="verdict__only">
              <Branch verdict={only()} names={props.names} />
            </ul>
          )}
        </Match>
        <Match when={true}>
          <p class="verdict__line">
            <MetMark met={props.verdict.met} /> {'all' in props.verdict ? t().criteria.allOf : t().criteria.anyOf}
          </p>
          <ul class="verdict__parts">
            <For each={parts()}>{(part) => <Branch verdict={part} names={props.names} />}</For>
          </ul>
        </Match>
      </Switch>
    </li>
  )
}

function Condition(props: { judged: Judged; names: CriterionNames }) {
  const hasSeveral = () => props.judged.figures.length > 1
  return (
    <>
      <p class="verdict__line">
        <MetMark met={props.judged.met} /> {predicateInWords(props.judged.predicate, props.names)}.
      </p>
      <Show when={props.judged.reason}>
        {(reason) => <p class="verdict__reason">{t().criteria.reasons[reason()]}</p>}
      </Show>
      <Show when={props.judged.figures.length > 0}>
        <ul class="verdict__figures">
          <For each={props.judged.figures}>
            {(figure) => (
              <li>
                <Show when={hasSeveral() || figure.variable !== null}>
                  <span class="verdict__label">{figure.label}:</span>{' '}
                </Show>
                <span class="tabular">{figureWords(figure)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.judged.errors.length > 0}>
        <ul class="verdict__figures">
          <For each={props.judged.errors}>
            {(error) => (
              <li>
                {t().myTraining.result.criticalError(
                  error.case,
                  props.names.variable(error.variable),
                  error.reference,
                  error.given,
                )}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

/** Met or not as a word with a sign. */
export function MetMark(props: { met: boolean }) {
  return (
    <Badge kind={props.met ? 'good' : 'warn'} icon={props.met ? 'check' : 'cross'}>
      {props.met ? t().criteria.met : t().criteria.notMet}
    </Badge>
  )
}

const partsOf = (verdict: Verdict): readonly Verdict[] =>
  'predicate' in verdict ? [] : 'all' in verdict ? verdict.all : verdict.any

/** Variables and codes by the labels that the figures of the verdict carry. */
function namesIn(verdict: Verdict): CriterionNames {
  const labels = new Map<string, string>()
  const gather = (one: Verdict): void => {
    if ('predicate' in one) {
      for (const figure of one.figures) if (figure.variable !== null) labels.set(figure.variable, figure.label)
    } else for (const part of partsOf(one)) gather(part)
  }
  gather(verdict)
  const label = (id: string) => labels.get(id) ?? id
  return { ...plainNames, variable: label, code: label }
}
