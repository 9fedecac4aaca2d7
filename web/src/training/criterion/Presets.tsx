import { listPresets } from '@attune/contract'
import type { Preset } from '@attune/criteria'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { SelectField } from '../../base/Field.tsx'
import { createLoad } from '../../base/load.ts'
import { FailureNotice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'

/** Rules to begin with, each modelled on a public source; taken over, every number can be changed. */
export function Presets(props: {
  onPreset: (preset: Preset) => void
  attempts: number
  onAttempts: (attempts: number) => void
}) {
  const words = () => t().training.criterion
  const load = createLoad(
    () => true,
    (_, signal) => call(listPresets, {}, { signal }),
  )
  const [chosen, setChosen] = createSignal('')
  const [taken, setTaken] = createSignal<Preset>()
  const presets = () => load.value()?.presets ?? []
  const found = () => presets().find(({ id }) => id === chosen())
  const take = (preset: Preset) => {
    setTaken(preset)
    props.onPreset(preset)
  }
  return (
    <div class="stack stack--tight">
      <FailureNotice failure={load.failure()} onRetry={() => void load.reload()} />
      <Show when={presets().length > 0}>
        <div class="presets">
          <SelectField
            label={words().preset}
            value={chosen()}
            options={[
              { value: '', label: words().choosePreset },
              ...presets().map(({ id, criterion }) => ({ value: id, label: criterion.title })),
            ]}
            onChoose={setChosen}
          />
          <Button disabled={!found()} onClick={() => found() && take(found() as Preset)}>
            {words().takePreset}
          </Button>
        </div>
        <Show when={found()}>
          {(preset) => (
            <p class="field__hint" lang={preset().criterion.modelledOn ? 'en' : undefined}>
              {preset().criterion.modelledOn?.words ?? words().ownRuleSays}
            </p>
          )}
        </Show>
        <Show when={taken()}>{(preset) => <Asks preset={preset()} {...props} />}</Show>
      </Show>
    </div>
  )
}

/** How many cases and attempts the source of a rule has, where it says so. */
function Asks(props: { preset: Preset; attempts: number; onAttempts: (attempts: number) => void }) {
  const words = () => t().training.criterion
  return (
    <div class="button-row" role="status">
      <Show when={props.preset.cases}>{(cases) => <span>{words().sourceCases(cases())}</span>}</Show>
      <Show when={props.preset.attempts}>
        {(attempts) => (
          <>
            <span>{words().sourceAttempts(attempts())}</span>
            <Show when={props.attempts !== attempts()}>
              <Button small onClick={() => props.onAttempts(attempts())}>
                {words().takeAttempts(attempts())}
              </Button>
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}
