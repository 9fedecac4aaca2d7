import { changeTrainingSet, listCodebooks, listTrainingSets, readTrainingSet, type TrainingSet } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { usePage } from '../../base/page.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { DraftHead } from './DraftHead.tsx'
import { formOf } from './form.ts'
import { SetBuilder } from './SetBuilder.tsx'
import { SetOverview } from './SetOverview.tsx'
import './sets.css'

/** A draft to be edited, or an opened set as it is. */
export default function SetPage() {
  const { study } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.set,
    (set, signal) => call(readTrainingSet, { study: study().id, set }, { signal }),
  )
  usePage(() => ({
    title: load.value()?.name ?? t().training.set,
    crumbs: [{ label: t().training.screen, href: `/studies/${study().id}/training` }],
  }))
  return (
    <Loaded of={load}>
      {(set) => (
        <Switch>
          <Match when={set().state === 'draft'}>
            <Draft set={set()} onSet={load.set} />
          </Match>
          <Match when={true}>
            <SetOverview set={set()} onSet={load.set} />
          </Match>
        </Switch>
      )}
    </Loaded>
  )
}

function Draft(props: { set: TrainingSet; onSet: (set: TrainingSet) => void }) {
  const { study } = useStudy()
  const load = createLoad(
    () => study().id,
    async (id, signal) => {
      const [codebooks, known] = await Promise.all([
        call(listCodebooks, { study: id }, { signal }),
        call(listTrainingSets, { study: id }, { signal }),
      ])
      return { versions: codebooks.versions, sets: known.sets }
    },
  )
  return (
    <div class="set-page">
      <DraftHead set={props.set} />
      <Loaded of={load}>
        {(found) => (
          <Show when={props.set.id} keyed>
            {(id) => (
              <SetBuilder
                start={formOf(props.set)}
                stored={props.set}
                versions={found().versions}
                others={found().sets.filter((other) => other.id !== id)}
                onSave={(body, base) =>
                  call(changeTrainingSet, { study: study().id, set: id }, { body: { ...body, base } })
                }
                onSaved={props.onSet}
              />
            )}
          </Show>
        )}
      </Loaded>
    </div>
  )
}
