import { changeMedia, deleteMedia, listCaseMedia, type CaseMedia as Track } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button, IconButton } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { clock } from '../base/clock.ts'
import { ConfirmDialog } from '../base/Dialog.tsx'
import { createLoad } from '../base/load.ts'
import { FailureNotice, Loaded, Panel, TableFrame } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { AddMedia } from './AddMedia.tsx'

/** The recordings of a case: which there are, where they lie, and a way to add one. */
export function CaseMedia(props: { case: string }) {
  const { study } = useStudy()
  const [isAdding, setAdding] = createSignal(false)
  const [doomed, setDoomed] = createSignal<Track | null>(null)
  const place = () => ({ study: study().id, case: props.case })
  const load = createLoad(place, (where, signal) => call(listCaseMedia, where, { signal }))
  const remove = createAction(async () => {
    const track = doomed()
    if (track) await call(deleteMedia, { ...place(), media: track.id })
    await load.reload()
  })
  const shift = createAction(async (track: Track, offset: number) => {
    const body = { label: track.label, offset, base: track.version }
    await call(changeMedia, { ...place(), media: track.id }, { body })
    announce(t().media.changed)
    await load.reload()
  })
  return (
    <Panel title={t().media.titles}>
      <Loaded of={load}>
        {(answer) => (
          <Show when={answer().media.length > 0} fallback={<p class="quiet">{t().media.noneAdvice}</p>}>
            <MediaTable tracks={answer().media} onShift={shift.run} onDelete={setDoomed} />
          </Show>
        )}
      </Loaded>
      <FailureNotice failure={shift.failure()} />
      <Show
        when={isAdding()}
        fallback={
          <div class="button-row">
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t().media.add}
            </Button>
          </div>
        }
      >
        <AddMedia
          study={study().id}
          case={props.case}
          onAdded={() => {
            setAdding(false)
            void load.reload()
          }}
        />
      </Show>
      <ConfirmDialog
        open={doomed() !== null}
        onClose={() => setDoomed(null)}
        title={t().media.deleteTitle(doomed()?.label ?? '')}
        confirm={t().media.deleteIt}
        danger
        action={remove}
      >
        <p>{t().media.deleteLoses}</p>
      </ConfirmDialog>
    </Panel>
  )
}

function MediaTable(props: {
  tracks: readonly Track[]
  onShift: (track: Track, offset: number) => unknown
  onDelete: (track: Track) => void
}) {
  return (
    <TableFrame label={t().media.titles}>
      <table class="table table--compact">
        <thead>
          <tr>
            <th scope="col">{t().media.columns.label}</th>
            <th scope="col">{t().media.columns.kind}</th>
            <th scope="col">{t().media.columns.place}</th>
            <th scope="col" class="number">
              {t().media.columns.length}
            </th>
            <th scope="col" class="number">
              {t().media.columns.offset}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t().media.deleteIt}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.tracks}>
            {(track) => (
              <tr>
                <th scope="row">{track.label}</th>
                <td>{track.kind === 'video' ? t().media.video : t().media.audio}</td>
                <td>{whereIs(track)}</td>
                <td class="number">
                  {track.duration === null ? t().media.unknownLength : clock(Math.round(track.duration))}
                </td>
                <td class="number">
                  <input
                    class="input input--small number"
                    type="number"
                    step="0.01"
                    value={track.offset}
                    aria-label={t().media.beginsAtOf(track.label)}
                    onChange={(event) => {
                      const seconds = event.currentTarget.valueAsNumber
                      if (Number.isFinite(seconds)) props.onShift(track, seconds)
                    }}
                  />
                </td>
                <td>
                  <IconButton
                    icon="trash"
                    label={t().media.deleteOne(track.label)}
                    onClick={() => props.onDelete(track)}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}

function whereIs({ place, isReady, size, received }: Track): string {
  if (place === 'local') return t().media.withCoders(size)
  return isReady ? t().media.inLab(size) : t().media.partly(received, size)
}
