import { createSignal, For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { Badge, TableFrame } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { CodePalette } from '../CodePalette.tsx'
import { useDesk } from '../desk-context.ts'
import { timeWords } from '../instruments/place-words.ts'
import { givenRowId } from './given.ts'
import { codeGiven, type GivenEvent } from './given-events.ts'

/** Stretches of time that are to be coded, each with the way to its code. */
export function GivenEvents() {
  const { desk, sight } = useDesk()
  const words = () => t().myTraining.bar
  const [using, setUsing] = createSignal<GivenEvent | null>(null)
  const { given } = sight
  return (
    <Show when={given.units.length > 0}>
      <Show when={using()}>
        {(unit) => (
          <section class="observation__using" aria-label={words().given}>
            <CodePalette
              label={words().codeUnit(given.units.indexOf(unit()) + 1)}
              onClose={() => setUsing(null)}
              onChoose={(code) => {
                const chosen = unit()
                setUsing(null)
                codeGiven(desk, sight, code, chosen)
              }}
            />
          </section>
        )}
      </Show>
      <TableFrame label={words().given}>
        <table class="table table--compact">
          <caption>
            {words().given}: {words().uncoded(given.left(), given.units.length)}
          </caption>
          <tbody>
            <For each={given.units}>
              {(unit, index) => (
                <Show when={unit.unit === 'event' && unit}>
                  {(event) => (
                    <tr aria-current={given.at() === index() ? 'true' : undefined}>
                      <th scope="row" class="tabular">
                        {timeWords(event())}
                      </th>
                      <td>
                        <Badge kind={given.isCoded(event()) ? 'good' : 'plain'}>
                          {given.isCoded(event()) ? words().coded : words().notCoded}
                        </Badge>
                      </td>
                      <td>
                        <Button
                          small
                          look="quiet"
                          id={givenRowId(index())}
                          disabled={!desk.mayWrite()}
                          aria-label={words().codeUnit(index() + 1)}
                          onFocus={() => given.at() !== index() && given.choose(index())}
                          onClick={() => setUsing(event())}
                        >
                          {t().observations.code}
                        </Button>
                      </td>
                    </tr>
                  )}
                </Show>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </Show>
  )
}
