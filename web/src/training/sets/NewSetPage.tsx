import { createTrainingSet, listCodebooks, listTrainingSets } from '@attune/contract'
import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { EmptyState, Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { emptyForm } from './form.ts'
import { SetBuilder } from './SetBuilder.tsx'
import './sets.css'

/** A set from nothing: it is a draft once it is saved. */
export default function NewSetPage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  const sets = () => `/studies/${study().id}/training`
  usePage(() => ({ title: t().training.list.new, crumbs: [{ label: t().training.screen, href: sets() }] }))
  const load = createLoad(
    () => study().id,
    async (id, signal) => {
      const [codebooks, known] = await Promise.all([
        call(listCodebooks, { study: id }, { signal }),
        call(listTrainingSets, { study: id }, { signal }),
      ])
      const versions = codebooks.versions.toSorted((one, other) => other.codings - one.codings)
      return { versions, sets: known.sets }
    },
  )
  return (
    <div class="set-page">
      <PageHead title={t().training.list.new} intro={t().training.builder.intro} />
      <Loaded of={load}>
        {(found) => (
          <Show when={found().versions[0]} fallback={<NoCodebook />}>
            {(version) => (
              <SetBuilder
                start={emptyForm(version().id)}
                versions={found().versions}
                others={found().sets}
                onSave={async (body) => call(createTrainingSet, { study: study().id }, { body })}
                onSaved={(set) => navigate(`${sets()}/sets/${set.id}`, { replace: true })}
              />
            )}
          </Show>
        )}
      </Loaded>
    </div>
  )
}

function NoCodebook() {
  const { study } = useStudy()
  return (
    <EmptyState
      title={t().codebooks.none}
      actions={<ButtonLink href={`/studies/${study().id}/codebooks`}>{t().base.places.codebooks}</ButtonLink>}
    >
      {t().codebooks.noneAdvice}
    </EmptyState>
  )
}
