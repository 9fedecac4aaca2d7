import { readChanceToPass, type TrainingScope, type TrainingSet } from '@attune/contract'
import type { Criterion } from '@attune/criteria'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { SelectField } from '../../base/Field.tsx'
import { formatCoefficient } from '../../base/numbers.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { FailureNotice, Meter, Notice, Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { setTablesShown } from '../../charts/tables.ts'
import { t } from '../../messages/index.ts'
import { hasNoNumber } from './form.ts'
import { NumberField } from './NumberField.tsx'
import { OperatingCurveChart } from './OperatingCurveChart.tsx'
import { type AskChance, qualityNameOf, rare, wrongQualities } from './plan.ts'
import { createPlanning } from './planning.ts'
import { SizesFound } from './SizesFound.tsx'

export type Plan = {
  readonly codebookVersion: string
  readonly criterion: Criterion
  readonly scope: TrainingScope
  readonly tolerance: TrainingSet['tolerance']
  readonly masters: TrainingSet['masters']
  readonly cases: readonly string[]
  /** Cases of one attempt. */
  readonly size: number
}

/** Before a rule is used: how often would a coder of a given true agreement pass, and how many cases make a wrong pass rare. */
export function PlanningPanel(props: { plan: Plan; isOpened?: boolean }) {
  const { study } = useStudy()
  const words = () => t().training.planning
  const [typedSize, setTypedSize] = createSignal<number | null>(null)
  const size = () => typedSize() ?? (props.plan.size || 20)
  const [wrong, setWrong] = createSignal(0.5)
  const question = () => ({ ...props.plan, size: size() })
  const isReady = () => !hasNoNumber(question()) && size() >= 1 && size() <= 1000
  const planning = createPlanning(() => {
    const { size: start, cases, ...plan } = question()
    const ask: AskChance = (quality, cases_, signal) => {
      const body = { ...plan, cases: [...cases], size: cases_, quality }
      return call(readChanceToPass, { study: study().id }, { body, signal })
    }
    return { ask, size: start, wrong: wrong(), key: JSON.stringify(question()) }
  })
  const isStale = () => planning.key() !== null && planning.key() !== JSON.stringify(question())
  const hardlyAnybody = () => {
    const best = planning.points().toSorted((one, other) => other.quality - one.quality)[0]
    return best !== undefined && best.quality >= 0.9 && best.chance < rare
  }
  const name = () => qualityNameOf(props.plan.criterion.rule)
  createShortcuts(
    () => words().title,
    () => [{ keys: 't', label: t().reliability.tablesKey, run: () => setTablesShown((shown) => !shown) }],
  )
  return (
    <Panel title={props.isOpened ? words().titleOpened : words().title} intro={words().intro}>
      <div class="form">
        <div class="form__pair planning__asked">
          <NumberField
            label={words().size}
            hint={words().sizeHint(props.plan.size)}
            whole
            min={1}
            max={1000}
            value={size()}
            onNumber={(value) => setTypedSize(value ?? Number.NaN)}
          />
          <SelectField
            label={words().wrong}
            hint={words().wrongHint}
            value={String(wrong())}
            options={wrongQualities.map((value) => ({
              value: String(value),
              label: words().ofQuality[name()](formatCoefficient(value)),
            }))}
            onChoose={(value) => setWrong(Number(value))}
          />
        </div>
        <div class="button-row">
          <Show
            when={planning.isRunning()}
            fallback={
              <Button look="primary" disabled={!isReady()} onClick={() => void planning.run()}>
                {planning.key() === null ? words().compute : words().again}
              </Button>
            }
          >
            <Button onClick={() => planning.cancel()}>{words().cancel}</Button>
            <span class="planning__progress">
              <Meter value={planning.done()} of={planning.of()} label={words().progress} />
            </span>
            <span class="quiet" role="status">
              {planning.phase() === 'curve' ? words().curveRuns(planning.done(), planning.of()) : words().sizesRun}
            </span>
          </Show>
          <Show when={planning.wasCancelled()}>
            <span class="quiet" role="status">
              {words().cancelled}
            </span>
          </Show>
        </div>
        <FailureNotice failure={planning.failure()} onRetry={() => void planning.run()} />
        <Show when={isStale() && !planning.isRunning()}>
          <Notice kind="warn" title={words().stale} />
        </Show>
        <Show when={planning.points().length > 0}>
          <OperatingCurveChart points={planning.points()} name={name()} />
        </Show>
        <Show when={hardlyAnybody()}>
          <Notice kind="warn" title={words().hardlyAnybody} />
        </Show>
        <Show when={planning.sizes().length > 0}>
          <SizesFound
            sizes={planning.sizes()}
            enough={planning.enough()}
            isRunning={planning.isRunning()}
            quality={planning.wrong()}
            name={name()}
          />
        </Show>
      </div>
    </Panel>
  )
}
