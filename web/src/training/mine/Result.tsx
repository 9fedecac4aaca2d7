import type { AttemptView } from '@attune/contract'
import { Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { formatMoment } from '../../base/dates.tsx'
import { t } from '../../messages/index.ts'
import { criterionInWords, namesFrom } from '../criterion-words.ts'
import { FiguresTable } from '../Figures.tsx'
import { MetMark, VerdictTree } from '../Verdict.tsx'

type Result = NonNullable<AttemptView['result']>

/** What came out: the verdict in one sentence, then the conditions with their numbers, then every figure. */
export function ResultView(props: { study: string; view: AttemptView; result: Result }) {
  const words = () => t().myTraining.result
  const set = () => props.view.set
  const names = () => namesFrom(set().criterionLabels)
  const sentence = () => {
    if (props.result.met === null) return words().noCriterion(set().name)
    return props.result.met ? words().met(set().name) : words().notMet(set().name)
  }
  const isBare = () => props.result.verdict === null && props.result.figures.length === 0
  return (
    <section class="attempt__result" aria-labelledby="result-title">
      <h2 id="result-title">{words().title}</h2>
      <p class="attempt__verdict">
        {sentence()}{' '}
        <Show when={props.result.met !== null}>
          <MetMark met={props.result.met === true} />
        </Show>
      </p>
      <Show when={props.result.met === null && props.result.figures.length > 0}>
        <p>{words().noCriterionMore}</p>
      </Show>
      <Show when={props.view.certificate}>
        {(certificate) => (
          <div class="button-row">
            <ButtonLink href={`/studies/${props.study}/certificates/${certificate()}`} look="primary" icon="star">
              {words().certificate}
            </ButtonLink>
          </div>
        )}
      </Show>
      <Show when={props.result.verdict}>
        {(verdict) => (
          <>
            <h3>{words().conditions}</h3>
            <VerdictTree verdict={verdict()} names={names()} />
          </>
        )}
      </Show>
      <Show when={props.result.verdict === null && set().criterion}>
        {(criterion) => (
          <p>
            <strong>{words().criterionTitle}:</strong> {criterionInWords(criterion().rule, names())}
          </p>
        )}
      </Show>
      <Show when={props.result.figures.length > 0}>
        <FiguresTable figures={props.result.figures} label={words().figures} />
      </Show>
      <Show when={isBare() && props.result.met !== null}>
        <p class="quiet">{words().onlyMet}</p>
      </Show>
      <p class="quiet">
        {props.result.reason
          ? words().rescored(formatMoment(props.result.scoredAt), props.result.reason)
          : words().scored(formatMoment(props.result.scoredAt))}
      </p>
    </section>
  )
}
