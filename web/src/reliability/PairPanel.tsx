import { type Rater, readPair } from '@attune/contract'
import { Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { Loaded, TableFrame } from '../base/states.tsx'
import { saveText } from '../charts/chart-file.ts'
import { t } from '../messages/index.ts'
import { BlandAltmanPlot } from './BlandAltmanPlot.tsx'
import { CompanyPanel } from './CompanyPanel.tsx'
import { coderFirst, type SlotQuery } from './slot.ts'

type Props = { study: string; slot: SlotQuery; raters: readonly Rater[] }

/** Two raters closely: differences of scores, or kappa with its company; and R that gives the numbers again. */
export function PairPanel(props: Props) {
  const query = () => {
    const [first, second] = coderFirst(props.raters)
    return { ...props.slot, first, second }
  }
  const load = createLoad(query, (asked, signal) => call(readPair, { study: props.study }, { query: asked, signal }))
  return (
    <Loaded of={load}>
      {(pair) => (
        <>
          <Show when={pair().differences}>
            {(differences) => <BlandAltmanPlot pair={pair()} differences={differences()} />}
          </Show>
          <Show when={pair().company}>{(company) => <CompanyPanel company={company()} />}</Show>
          <Show when={pair().script}>{(script) => <Script text={script()} />}</Show>
        </>
      )}
    </Loaded>
  )
}

function Script(props: { text: string }) {
  return (
    <details class="script">
      <summary>{t().reliability.script.title}</summary>
      <p class="quiet">{t().reliability.script.intro}</p>
      <Button small look="quiet" icon="download" onClick={() => saveText(props.text, 'text/plain', 'agreement.R')}>
        {t().reliability.saveScript}
      </Button>
      <TableFrame label={t().reliability.script.label}>
        <pre>
          <code>{props.text}</code>
        </pre>
      </TableFrame>
    </details>
  )
}
