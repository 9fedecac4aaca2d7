import type { MediaTrack } from '@attune/contract'
import { createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { Button } from '../../base/Button.tsx'
import { FailureNotice, Meter } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { type KnownFile, knownFile, mayRead, pickHandle, rememberFile, remembersFiles } from './file-handles.ts'
import { hashFile } from './hash-file.ts'
import { fromFile } from './reading.ts'
import { type Caption, View } from './View.tsx'

/** A recording on the coder's own disk: asked for, recognised by its SHA-256, and never sent anywhere. */
export function LocalView(props: { track: MediaTrack; captions: readonly Caption[]; isOneOfMany: boolean }) {
  const id = createUniqueId()
  const { track } = props
  const [file, setFile] = createSignal<{ file: File; address: string } | null>(null)
  const [known, setKnown] = createSignal<KnownFile | null>(null)
  const [fault, setFault] = createSignal('')
  const [share, setShare] = createSignal<number | null>(null)
  const leaving = new AbortController()
  onCleanup(() => {
    leaving.abort()
    const shown = file()
    if (shown) URL.revokeObjectURL(shown.address)
  })
  const show = (chosen: File) => setFile({ file: chosen, address: URL.createObjectURL(chosen) })

  /** Shows the file if it is the one. Its size tells most others apart at once; its SHA-256 all of them. */
  async function recognise(chosen: File, handle: FileSystemFileHandle | null): Promise<void> {
    setFault('')
    if (chosen.size !== track.size) {
      setFault(t().media.otherSize(chosen.name, chosen.size, track.size))
      return
    }
    setShare(0)
    const hash = await hashFile(chosen, setShare, leaving.signal).finally(() => setShare(null))
    if (hash !== track.sha256) {
      setFault(t().media.otherFile(chosen.name))
      return
    }
    const { size, lastModified } = chosen
    if (handle) await rememberFile(track.sha256, { handle, size, lastModified })
    show(chosen)
  }

  const choose = createAction(async () => {
    const handle = await pickHandle()
    if (handle) await recognise(await handle.getFile(), handle)
  })
  const take = createAction(async (chosen: File) => recognise(chosen, null))
  const reopen = createAction(async (one: KnownFile, ask: boolean) => {
    if (!(await mayRead(one.handle, ask))) return
    const found = await one.handle.getFile()
    const isAsItWas = found.size === one.size && found.lastModified === one.lastModified
    if (isAsItWas) show(found)
    else await recognise(found, one.handle)
  })
  const look = async () => {
    const one = await knownFile(track.sha256)
    setKnown(one)
    if (one) await reopen.run(one, false)
  }
  onMount(() => void look())
  return (
    <Show
      when={file()}
      fallback={
        <section class="media-local" aria-label={track.label}>
          <p>
            <b>{track.label}</b> {t().media.staysHere(track.size)}
          </p>
          <div class="button-row">
            <Show when={known()}>
              {(one) => (
                <Button small look="primary" busy={reopen.pending()} onClick={() => void reopen.run(one(), true)}>
                  {t().media.openAgain(one().handle.name)}
                </Button>
              )}
            </Show>
            <Show
              when={remembersFiles()}
              fallback={
                <>
                  <input
                    id={id}
                    class="visually-hidden media-local__file"
                    type="file"
                    onChange={(event) => {
                      const chosen = event.currentTarget.files?.[0]
                      if (chosen) void take.run(chosen)
                      event.currentTarget.value = ''
                    }}
                  />
                  <label class="button button--small" for={id}>
                    {t().media.chooseFile}
                  </label>
                </>
              }
            >
              <Button small busy={choose.pending()} onClick={() => void choose.run()}>
                {t().media.chooseFile}
              </Button>
            </Show>
          </div>
          <Show when={share() !== null}>
            <p>
              {t().media.comparing} <Meter label={t().media.comparing} value={share() ?? 0} of={1} />
            </p>
          </Show>
          <Show when={fault()}>
            <p class="field__fault" role="alert">
              {fault()}
            </p>
          </Show>
          <FailureNotice failure={choose.failure() ?? take.failure() ?? reopen.failure()} />
        </section>
      }
    >
      {(one) => (
        <View
          track={track}
          address={one().address}
          reading={fromFile(one().file)}
          captions={props.captions}
          isOneOfMany={props.isOneOfMany}
        />
      )}
    </Show>
  )
}
