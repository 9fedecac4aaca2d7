import type { AgreementPredicate, CriterionMeasure } from '@attune/criteria'
import { Show } from 'solid-js'
import { SelectField } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import { shares } from '../criterion-words.ts'
import { NumberField } from '../sets/NumberField.tsx'
import { holdsForOneCase, isUnitMeasure, kindsFor, needsPoints, takesTogether, withMeasure } from './rule-edit.ts'
import type { Subjects } from './subjects.ts'
import { CollapseField, VariablesField } from './VariablesField.tsx'
import { AgainstField, WindowFields } from './WindowFields.tsx'

type Props = {
  predicate: AgreementPredicate
  subjects: Subjects
  onPredicate: (predicate: AgreementPredicate) => void
}

/** Every part of a condition on agreement. */
export function AgreementFields(props: Props) {
  const words = () => t().training.predicate
  const change = (part: Partial<AgreementPredicate>) => props.onPredicate({ ...props.predicate, ...part })
  return (
    <>
      <div class="form__pair">
        <SelectField
          label={words().measure}
          value={props.predicate.measure}
          options={measureOptions(props.subjects, props.predicate.measure)}
          onChoose={(measure) => props.onPredicate(withMeasure(props.predicate, measure))}
        />
        <Show when={needsPoints(props.predicate.measure)}>
          <NumberField
            label={words().k}
            min={0}
            max={1000}
            value={props.predicate.k}
            onNumber={(k) => change({ k: k ?? Number.NaN })}
          />
        </Show>
        <AgainstField against={props.predicate.against} onAgainst={(against) => change({ against })} />
      </div>
      <VariablesField
        selector={props.predicate.variables}
        kinds={kindsFor(props.predicate.measure)}
        isUnits={isUnitMeasure(props.predicate.measure)}
        subjects={props.subjects}
        onSelector={(variables) => change({ variables })}
      />
      <div class="form__pair">
        <SelectField
          label={words().spread}
          value={props.predicate.spread}
          options={[
            { value: 'each', label: words().each },
            ...(takesTogether(props.predicate.measure)
              ? [{ value: 'together' as const, label: words().together }]
              : []),
          ]}
          onChoose={(spread) => change({ spread })}
        />
        <Show when={!isUnitMeasure(props.predicate.measure)}>
          <CollapseField
            collapse={props.predicate.collapse}
            subjects={props.subjects}
            onCollapse={(collapse) => change({ collapse })}
          />
        </Show>
      </div>
      <ThresholdFields predicate={props.predicate} onChange={change} />
      <div class="form__pair">
        <NumberField
          label={words().minimum}
          hint={words().minimumHint}
          whole
          min={1}
          max={100_000}
          value={props.predicate.minimum}
          onNumber={(minimum) => change({ minimum: minimum ?? Number.NaN })}
        />
        <WindowFields
          window={props.predicate.window}
          mayBeRun={holdsForOneCase(props.predicate.measure)}
          onWindow={(window) => change({ window })}
        />
      </div>
    </>
  )
}

/** How high, or how low, and whether the estimate or the end of its interval has to be there. */
function ThresholdFields(props: {
  predicate: AgreementPredicate
  onChange: (part: Partial<AgreementPredicate>) => void
}) {
  const words = () => t().training.predicate
  const isShare = () => shares.includes(props.predicate.measure)
  const isLow = () => props.predicate.comparator.startsWith('<')
  const { comparators } = t().criteria
  return (
    <div class="form__pair">
      <SelectField
        label={words().comparator}
        value={props.predicate.comparator}
        options={(['>=', '>', '<=', '<'] as const).map((value) => ({ value, label: comparators[value] }))}
        onChoose={(comparator) => props.onChange({ comparator, on: sideOf(props.predicate.on, comparator) })}
      />
      <NumberField
        label={
          isShare()
            ? words().thresholdShare
            : props.predicate.measure === 'bias'
              ? words().thresholdPoints
              : words().threshold
        }
        min={isShare() ? 0 : -1}
        max={isShare() ? 100 : props.predicate.measure === 'bias' ? 1000 : 1}
        times={isShare() ? 100 : 1}
        value={props.predicate.threshold}
        onNumber={(threshold) => props.onChange({ threshold: threshold ?? Number.NaN })}
      />
      <SelectField
        label={words().on}
        value={props.predicate.on}
        options={[
          { value: 'estimate', label: words().estimate },
          isLow() ? { value: 'upper', label: words().upper } : { value: 'lower', label: words().lower },
        ]}
        onChoose={(on) => props.onChange({ on })}
      />
      <Show when={props.predicate.on !== 'estimate'}>
        <NumberField
          label={words().confidence}
          min={51}
          max={99.9}
          times={100}
          value={props.predicate.confidence}
          onNumber={(confidence) => props.onChange({ confidence: confidence ?? Number.NaN })}
        />
      </Show>
    </div>
  )
}

/** The strict end of an interval: the lower for what must be high, the upper for what must be low. */
function sideOf(on: AgreementPredicate['on'], comparator: AgreementPredicate['comparator']): AgreementPredicate['on'] {
  if (on === 'estimate') return on
  return comparator.startsWith('<') ? 'upper' : 'lower'
}

/** Measures that the scope of the set has something for, and the one chosen now. */
function measureOptions(subjects: Subjects, now: CriterionMeasure): { value: CriterionMeasure; label: string }[] {
  const { measures } = t().criteria
  const isPossible = (measure: CriterionMeasure) => {
    if (measure === 'unit-kappa') return subjects.codes.length > 0 && subjects.hasGivenBorders
    if (measure === 'unit-f1') return subjects.codes.length > 0
    return kindsFor(measure).some((kind) => subjects.kinds.includes(kind))
  }
  return (Object.keys(measures) as CriterionMeasure[])
    .filter((measure) => measure === now || isPossible(measure))
    .map((value) => ({ value, label: measures[value] }))
}
