import type { ChartSettings, Reply, suggestCharts } from '@attune/contract'
import { Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { SelectField } from '../base/Field.tsx'
import { t } from '../messages/index.ts'
import { NumberField } from '../training/sets/NumberField.tsx'
import { Estimated } from './Estimated.tsx'
import { Promised } from './Promised.tsx'

type Props = {
  charts: ChartSettings
  answer: Reply<typeof suggestCharts>
  isChanged: boolean
  onChange: (charts: ChartSettings) => void
  onSuggested: () => void
}

/** Which charts, what is expected, and what they promise with it: the promise follows every change. */
export function ChartsFields(props: Props) {
  const words = () => t().drift.builder
  const agreement = (change: Partial<ChartSettings['agreement']>) =>
    props.onChange({ ...props.charts, agreement: { ...props.charts.agreement, ...change } })
  const bias = (change: Partial<ChartSettings['bias']>) =>
    props.onChange({ ...props.charts, bias: { ...props.charts.bias, ...change } })
  return (
    <div class="stack">
      <p class="quiet">
        {props.answer.cases > 0 ? words().fromTraining(props.answer.cases, props.answer.items) : words().fromConvention}{' '}
        <Show when={props.isChanged}>
          <Button small look="quiet" onClick={() => props.onSuggested()}>
            {words().suggestAgain}
          </Button>
        </Show>
      </p>
      <Show when={props.answer.cases > 0}>
        <Estimated estimate={props.answer.estimate} />
      </Show>
      <div class="plan-form__row">
        <SelectField
          label={words().agreementChart}
          value={props.charts.agreement.chart}
          options={[
            { value: 'ewma', label: words().kinds.agreement.ewma },
            { value: 'p', label: words().kinds.agreement.p },
          ]}
          onChoose={(chart) => agreement({ chart })}
        />
        <NumberField
          label={words().expected}
          value={props.charts.agreement.expected}
          times={100}
          min={1}
          max={99}
          onNumber={(expected) => agreement({ expected: expected ?? Number.NaN })}
        />
        <NumberField
          label={words().within}
          value={props.charts.agreement.within}
          min={0}
          max={100}
          onNumber={(within) => agreement({ within: within ?? Number.NaN })}
        />
      </div>
      <div class="plan-form__row">
        <SelectField
          label={words().biasChart}
          value={props.charts.bias.chart}
          options={[
            { value: 'ewma', label: words().kinds.bias.ewma },
            { value: 'individuals', label: words().kinds.bias.individuals },
          ]}
          onChoose={(chart) => bias({ chart })}
        />
        <NumberField
          label={words().centre}
          value={props.charts.bias.expected}
          min={-100}
          max={100}
          onNumber={(expected) => bias({ expected: expected ?? Number.NaN })}
        />
        <NumberField
          label={words().deviation}
          value={props.charts.bias.deviation}
          min={0.01}
          max={100}
          onNumber={(deviation) => bias({ deviation: deviation ?? Number.NaN })}
        />
        <NumberField
          label={words().ofScales}
          hint={words().ofScalesHint}
          value={props.charts.bias.scales}
          whole
          optional
          min={1}
          max={1000}
          onNumber={(scales) => bias({ scales })}
        />
      </div>
      <section aria-live="polite">
        <h3>{t().drift.promise.title}</h3>
        <Promised promise={props.answer.promise} />
      </section>
    </div>
  )
}
