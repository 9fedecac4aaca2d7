import { closeTrainingSet, readCodebook, type TrainingSet } from '@attune/contract'
import { createMemo, createSignal, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button, ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { ConfirmDialog } from '../../base/Dialog.tsx'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { criterionInWords, namesFrom, namesOf, validityInWords } from '../criterion-words.ts'
import { CopySet } from './CopySet.tsx'
import { sizeOf } from './form.ts'
import { PeoplePanel } from './PeoplePanel.tsx'
import { PlanningPanel } from './PlanningPanel.tsx'
import { SetCases } from './SetCases.tsx'
import { SetFacts } from './SetFacts.tsx'
import { StateBadge } from './StateBadge.tsx'

type Props = { set: TrainingSet; onSet: (set: TrainingSet) => void }

/** A set that no longer changes: what it asks, who has it, what can still be done with it. */
export function SetOverview(props: Props) {
  const { study } = useStudy()
  const words = () => t().training.overview
  const [isCopying, setCopying] = createSignal(false)
  const [isClosing, setClosing] = createSignal(false)
  const close = createAction(async () => {
    props.onSet(await call(closeTrainingSet, { study: study().id, set: props.set.id }, { body: {} }))
    announce(words().closed)
  })
  const codebook = createLoad(
    () => props.set.codebook.version,
    async (version, signal) => (await call(readCodebook, { study: study().id, version }, { signal })).codebook,
  )
  const names = createMemo(() => {
    const known = codebook.value()
    return known ? namesOf(known, props.set.scope) : namesFrom(props.set.criterionLabels)
  })
  const at = (end: string) => `/studies/${study().id}/training/sets/${props.set.id}${end}`
  return (
    <>
      <PageHead
        title={
          <>
            {props.set.name} <StateBadge state={props.set.state} />
          </>
        }
        intro={props.set.description || undefined}
        actions={
          <>
            <ButtonLink href={at('/cohort')} look="primary" icon="people">
              {words().cohort}
            </ButtonLink>
            <ButtonLink href={at('/items')} icon="chart">
              {words().items}
            </ButtonLink>
            <Button icon="copy" onClick={() => setCopying(true)}>
              {t().training.list.copy}
            </Button>
            <Show when={props.set.state === 'open'}>
              <Button look="quiet" icon="lock" onClick={() => setClosing(true)}>
                {words().close}
              </Button>
            </Show>
          </>
        }
      />
      <div class="stack">
        <PeoplePanel set={props.set} onSet={props.onSet} />
        <div class="overview">
          <Panel title={t().training.criterion.title}>
            <Show when={props.set.criterion} fallback={<p class="quiet">{t().training.list.noCriterion}</p>}>
              {(criterion) => (
                <div class="stack stack--tight">
                  <p>
                    <strong>{criterion().title}</strong>
                  </p>
                  <p class="criterion__sentence">{criterionInWords(criterion().rule, names())}</p>
                  <p>{props.set.certifies ? validityInWords(criterion()) : words().noCertificate}</p>
                  <Show when={criterion().modelledOn}>
                    {(source) => (
                      <p class="quiet" lang="en">
                        {source().words}
                      </p>
                    )}
                  </Show>
                </div>
              )}
            </Show>
          </Panel>
          <SetFacts set={props.set} codebook={codebook.value()} names={names()} />
        </div>
        <SetCases set={props.set} onSet={props.onSet} />
        <Show when={props.set.criterion}>
          {(criterion) => (
            <PlanningPanel
              isOpened
              plan={{
                codebookVersion: props.set.codebook.version,
                criterion: criterion(),
                scope: props.set.scope,
                tolerance: props.set.tolerance,
                masters: props.set.masters,
                cases: present(props.set),
                size: sizeOf({ order: props.set.order, draw: props.set.draw, cases: present(props.set) }),
              }}
            />
          )}
        </Show>
      </div>
      <CopySet set={isCopying() ? props.set : undefined} onClose={() => setCopying(false)} />
      <ConfirmDialog
        open={isClosing()}
        onClose={() => setClosing(false)}
        title={words().closeTitle(props.set.name)}
        confirm={words().close}
        action={close}
      >
        <p>{words().closeMeans}</p>
      </ConfirmDialog>
    </>
  )
}

const present = (set: TrainingSet): string[] =>
  set.cases.filter(({ withdrawn }) => withdrawn === null).map((one) => one.case)
