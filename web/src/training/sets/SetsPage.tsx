import { listTrainingSets, type TrainingSet } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { EmptyState, Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { CopySet } from './CopySet.tsx'
import { SetTable } from './SetTable.tsx'
import './sets.css'

/** The training sets of a study: what is open, what is still being made, who works on it. */
export default function SetsPage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  usePage(() => ({ title: t().training.screen }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listTrainingSets, { study: id }, { signal }),
  )
  const at = (end: string) => `/studies/${study().id}/training${end}`
  const [copied, setCopied] = createSignal<TrainingSet>()
  createShortcuts(
    () => t().training.screen,
    () => [{ keys: 'n', label: t().training.list.new, run: () => navigate(at('/new')) }],
  )
  return (
    <>
      <PageHead
        title={t().training.screen}
        intro={t().training.list.intro}
        actions={
          <>
            <ButtonLink href={`/studies/${study().id}/certificates`}>{t().training.list.certificates}</ButtonLink>
            <ButtonLink href={at('/new')} look="primary" icon="plus">
              {t().training.list.new}
            </ButtonLink>
          </>
        }
      />
      <Loaded of={load} label={t().training.list.loading}>
        {(answer) => (
          <div class="panel">
            <Show
              when={answer().sets.length > 0}
              fallback={
                <EmptyState
                  title={t().training.list.none}
                  actions={
                    <ButtonLink href={at('/new')} look="primary" icon="plus">
                      {t().training.list.new}
                    </ButtonLink>
                  }
                >
                  {t().training.list.noneAdvice}
                </EmptyState>
              }
            >
              <SetTable sets={answer().sets} at={at} onCopy={setCopied} />
            </Show>
          </div>
        )}
      </Loaded>
      <CopySet set={copied()} onClose={() => setCopied(undefined)} />
    </>
  )
}
