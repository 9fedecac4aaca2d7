import { type CodingHead, listMyCodings, readMyTraining } from '@attune/contract'
import { Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { Loaded, Meter, Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { NextPanel } from '../training/mine/NextPanel.tsx'

/** What to do next: in training first, then what to code: the draft touched last, else the first case not begun. */
export function CoderNext(props: { study: string }) {
  const load = createLoad(
    () => props.study,
    async (study, signal) => {
      const [{ codings }, training] = await Promise.all([
        call(listMyCodings, { study }, { signal }),
        call(readMyTraining, { study }, { signal }),
      ])
      return { codings, training }
    },
  )
  return (
    <Loaded of={load}>
      {(answer) => (
        <div class="next-things">
          <Show when={answer().training.next}>
            <NextPanel study={props.study} training={answer().training} more />
          </Show>
          <Show
            when={answer().codings.length > 0}
            fallback={
              <Show when={answer().training.sets.length === 0}>
                <p class="quiet">{t().home.nothingGiven}</p>
              </Show>
            }
          >
            <Show when={nextOf(answer().codings)} fallback={<AllDone codings={answer().codings} />}>
              {(next) => <Next next={next()} codings={answer().codings} />}
            </Show>
          </Show>
        </div>
      )}
    </Loaded>
  )
}

export function nextOf(codings: readonly CodingHead[]): CodingHead | undefined {
  const drafts = codings.filter((coding) => coding.state === 'draft')
  const latest = [...drafts].sort((one, other) => other.changedAt.localeCompare(one.changedAt))[0]
  return latest ?? codings.find((coding) => coding.state === 'not-started')
}

function Next(props: { next: CodingHead; codings: readonly CodingHead[] }) {
  const submitted = () => props.codings.filter((coding) => coding.state === 'submitted').length
  const isDraft = () => props.next.state === 'draft'
  return (
    <div class="next">
      <div class="next__main">
        <p class="next__kicker">{isDraft() ? t().home.goOnWith : t().home.nextCase}</p>
        <p class="next__case">{props.next.case.case}</p>
        <p class="quiet">
          {props.next.codebook.title} {props.next.codebook.number}
          <Show when={isDraft()}>, {t().home.rated(props.next.rated, props.next.required)}</Show>
        </p>
        <Show when={props.next.case.contentNote}>
          <Notice kind="warn" title={t().home.beforeOpening}>
            <p>{props.next.case.contentNote}</p>
          </Notice>
        </Show>
        <div class="button-row">
          <ButtonLink href={`/studies/${props.next.study}/codings/${props.next.id}`} look="primary" icon="pen">
            {isDraft() ? t().home.continueCoding : t().home.beginCoding}
          </ButtonLink>
          <ButtonLink href={`/studies/${props.next.study}/my-codings`} look="quiet">
            {t().home.allMyCodings}
          </ButtonLink>
        </div>
      </div>
      <div class="next__figures">
        <Figure value={t().base.done(submitted(), props.codings.length)} label={t().home.submitted} />
        <Meter value={submitted()} of={props.codings.length} label={t().home.codingsSubmitted} />
      </div>
    </div>
  )
}

function AllDone(props: { codings: readonly CodingHead[] }) {
  return (
    <div class="next">
      <div class="next__main">
        <p class="next__case">{t().home.allDone}</p>
        <p class="quiet">{t().home.handedIn(props.codings.length)}</p>
        <div class="button-row">
          <ButtonLink href={`/studies/${props.codings[0]?.study ?? ''}/my-codings`}>{t().home.allMyCodings}</ButtonLink>
        </div>
      </div>
    </div>
  )
}

export function Figure(props: { value: string; label: string }) {
  return (
    <p class="figure">
      <strong>{props.value}</strong> <span>{props.label}</span>
    </p>
  )
}
