import { withdrawCoding } from '@attune/contract'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { Dialog } from '../base/Dialog.tsx'
import { Moment } from '../base/dates.tsx'
import { FailureNotice } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { MasterForm } from './MasterForm.tsx'
import type { Progress, ProgressCoding } from './progress.ts'
import { ReopenForm } from './ReopenForm.tsx'
import { StateMark } from './StateMark.tsx'

/** One coding of the matrix: open it, take it back, reopen it, make it the master coding. */
export function CodingDialog(props: {
  progress: Progress
  coding: string | undefined
  onClose: () => void
  onChanged: () => void
}) {
  const coding = createMemo(() => props.progress.codings.find((one) => one.coding === props.coding))
  const title = () => {
    const one = coding()
    const who = props.progress.people.find((person) => person.id === one?.coder)
    return `${props.progress.cases.find((some) => some.id === one?.case)?.case ?? ''}, ${who?.name ?? ''}`
  }
  const changed = (words: string) => {
    announce(words)
    props.onClose()
    props.onChanged()
  }
  return (
    <Dialog open={coding() !== undefined} onClose={props.onClose} title={title()}>
      <Show when={coding()}>{(one) => <Details coding={one()} onChanged={changed} />}</Show>
    </Dialog>
  )
}

function Details(props: { coding: ProgressCoding; onChanged: (words: string) => void }) {
  const { study } = useStudy()
  const withdraw = createAction(async () => {
    await call(withdrawCoding, { study: study().id, coding: props.coding.coding })
    props.onChanged(t().studies.coding.takenBack)
  })
  return (
    <div class="stack">
      <dl class="facts">
        <dt>{t().studies.coding.state}</dt>
        <dd>
          <StateMark {...props.coding} />
        </dd>
        <dt>{t().studies.coding.version}</dt>
        <dd>{props.coding.version}</dd>
        <dt>{t().studies.coding.rated}</dt>
        <dd>{t().studies.coding.ratedOf(props.coding.rated, props.coding.required)}</dd>
        <dt>{t().studies.coding.lastChange}</dt>
        <dd>
          <Moment at={props.coding.changedAt} />
        </dd>
      </dl>
      <div class="button-row">
        <ButtonLink href={`/studies/${study().id}/codings/${props.coding.coding}`} look="primary" icon="arrow">
          {t().studies.coding.open}
        </ButtonLink>
        <Show when={props.coding.state === 'not-started'}>
          <Button look="danger" busy={withdraw.pending()} onClick={() => void withdraw.run()}>
            {t().studies.coding.takeBack}
          </Button>
        </Show>
      </div>
      <FailureNotice failure={withdraw.failure()} />
      <Switch>
        <Match when={props.coding.state === 'submitted'}>
          <MasterForm coding={props.coding} onChanged={props.onChanged} />
          <ReopenForm coding={props.coding} onChanged={props.onChanged} />
        </Match>
        <Match when={props.coding.state === 'draft'}>
          <p class="quiet">{t().studies.coding.draftStays}</p>
        </Match>
      </Switch>
    </div>
  )
}
