import type { Workspace } from '@attune/contract'
import { Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { InParts } from './InParts.tsx'
import type { Names, PlacedUnit } from './sides.ts'
import { EventsTable, PassageList, unitCounts } from './Units.tsx'

/** What both codings marked: the passages beside the text, or the events as a table. */
export function UnitsSection(props: {
  units: readonly PlacedUnit[]
  /** Those the filter leaves. */
  shown: readonly PlacedUnit[]
  workspace: Workspace
  names: Names
  person: string | null
  raised: string | null
  onShow: (id: string) => void
}) {
  const words = () => t().myTraining.feedback
  const transcript = () => (props.workspace.material.kind === 'transcript' ? props.workspace.material : null)
  return (
    <section class="feedback__section">
      <h2>{transcript() ? words().units : words().events}</h2>
      <p class="quiet">{unitCounts(props.units, props.person)}</p>
      <InParts each={props.shown}>
        {(part) => (
          <Show
            when={transcript()}
            fallback={
              <EventsTable
                units={part()}
                codebook={props.workspace.codebook}
                names={props.names}
                person={props.person}
              />
            }
          >
            {(material) => (
              <PassageList
                units={part()}
                codebook={props.workspace.codebook}
                names={props.names}
                person={props.person}
                material={material()}
                shown={props.raised}
                onShow={props.onShow}
              />
            )}
          </Show>
        )}
      </InParts>
    </section>
  )
}
