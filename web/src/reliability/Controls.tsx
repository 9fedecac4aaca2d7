import type { CodebookVersion, Reply, readReliability } from '@attune/contract'
import { For, Show } from 'solid-js'
import { CheckField, Choices, SelectField } from '../base/Field.tsx'
import { t } from '../messages/index.ts'
import type { Question } from './question.ts'

type Report = Reply<typeof readReliability>
type Props = {
  question: Question
  onAsk: (change: Partial<Question>) => void
  versions: readonly CodebookVersion[]
  report: Report | undefined
}

const comparisons = ['master', 'pairs', 'all'] as const

/** Adds or takes out one of a list in which none means all. */
function toggled(all: readonly string[], chosen: readonly string[], id: string): string[] {
  const now = chosen.length === 0 ? all : chosen
  const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id]
  return next.length === all.length ? [] : all.filter((one) => next.includes(one))
}

/** What is compared: codebook, raters, collapse, variables. */
export function Controls(props: Props) {
  const isChosen = (chosen: readonly string[], id: string) => chosen.length === 0 || chosen.includes(id)
  const variables = () => props.report?.variables ?? []
  const coders = () => (props.report?.raters ?? []).filter((rater) => !rater.isMaster)
  return (
    <div class="reliability__controls">
      <SelectField
        label={t().reliability.controls.codebook}
        value={props.question.codebookVersion}
        options={props.versions.map((version) => ({ value: version.id, label: `${version.title} ${version.version}` }))}
        onChoose={(codebookVersion) =>
          props.onAsk({ codebookVersion, variables: [], coders: [], collapse: 'as-coded', group: '' })
        }
      />
      <Show when={(props.report?.collapses.length ?? 0) > 0}>
        <SelectField
          label={t().reliability.controls.collapse}
          value={props.question.collapse}
          options={(props.report?.collapses ?? []).map(({ id, label }) => ({
            value: id,
            label: t().base.fromServer(label),
          }))}
          onChoose={(collapse) => props.onAsk({ collapse })}
        />
      </Show>
      <Choices
        label={t().reliability.controls.comparison}
        value={props.question.comparison}
        options={comparisons.map((value) => ({ value, label: t().reliability.controls.comparisons[value] }))}
        onChoose={(comparison) => props.onAsk({ comparison, group: '' })}
      />
      <details class="reliability__more">
        <summary>{t().reliability.controls.more}</summary>
        <div class="reliability__lists">
          <fieldset>
            <legend>{t().reliability.controls.variables}</legend>
            <For each={variables()}>
              {(variable) => (
                <CheckField
                  label={variable.label}
                  checked={isChosen(props.question.variables, variable.id)}
                  onCheck={() =>
                    props.onAsk({
                      variables: toggled(
                        variables().map(({ id }) => id),
                        props.question.variables,
                        variable.id,
                      ),
                    })
                  }
                />
              )}
            </For>
          </fieldset>
          <fieldset>
            <legend>{t().reliability.controls.coders}</legend>
            <For each={coders()}>
              {(coder) => (
                <CheckField
                  label={coder.name}
                  checked={isChosen(props.question.coders, coder.id)}
                  onCheck={() =>
                    props.onAsk({
                      coders: toggled(
                        coders().map(({ id }) => id),
                        props.question.coders,
                        coder.id,
                      ),
                      group: '',
                    })
                  }
                />
              )}
            </For>
          </fieldset>
        </div>
      </details>
    </div>
  )
}
