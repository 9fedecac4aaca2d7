import { addDemo, type Me } from '@attune/contract'
import { For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button, ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { isSupervisor, loadSession, me } from '../base/session.ts'
import { Badge, EmptyState, FailureNotice, Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { CoderNext } from './CoderNext.tsx'
import { SupervisorNext } from './SupervisorNext.tsx'
import './home.css'

/** My next thing, in each study I belong to. */
export default function HomePage() {
  usePage(() => ({ title: t().base.home }))
  return (
    <Show when={me()}>
      {(who) => (
        <>
          <PageHead
            title={t().home.greeting(who().person.name)}
            actions={
              <Show when={who().isOwner}>
                <ButtonLink href="/studies/new" icon="plus">
                  {t().home.newStudy}
                </ButtonLink>
              </Show>
            }
          />
          <div class="home">
            <For each={who().memberships} fallback={<NoStudies isOwner={who().isOwner} />}>
              {(membership) => <StudyCard membership={membership} />}
            </For>
          </div>
        </>
      )}
    </Show>
  )
}

function StudyCard(props: { membership: Me['memberships'][number] }) {
  return (
    <Panel
      title={props.membership.study.name}
      intro={t().base.roles[props.membership.role]}
      actions={
        <>
          <Show when={props.membership.study.isDemo}>
            <Badge>{t().base.demo}</Badge>
          </Show>
          <ButtonLink href={`/studies/${props.membership.study.id}`} look="quiet" small>
            {t().home.openStudy}
          </ButtonLink>
        </>
      }
    >
      <Show when={isSupervisor(props.membership.role)} fallback={<CoderNext study={props.membership.study.id} />}>
        <SupervisorNext study={props.membership.study.id} role={props.membership.role} />
      </Show>
    </Panel>
  )
}

function NoStudies(props: { isOwner: boolean }) {
  const demo = createAction(async () => {
    await call(addDemo, {}, { body: {} })
    await loadSession()
  })
  return (
    <Show
      when={props.isOwner}
      fallback={<EmptyState title={t().home.inNoStudy}>{t().home.inNoStudyAdvice}</EmptyState>}
    >
      <EmptyState
        title={t().home.noStudy}
        actions={
          <>
            <ButtonLink href="/studies/new" look="primary" icon="plus">
              {t().home.createStudy}
            </ButtonLink>
            <Button busy={demo.pending()} onClick={() => void demo.run()}>
              {t().home.addDemo}
            </Button>
          </>
        }
      >
        {t().home.noStudyAdvice}
      </EmptyState>
      <FailureNotice failure={demo.failure()} />
    </Show>
  )
}
