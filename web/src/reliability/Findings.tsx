import type { Study } from '@attune/contract'
import { For, type JSX, Show } from 'solid-js'
import { Panel } from '../base/states.tsx'
import { ForestPlot } from './ForestPlot.tsx'
import { type Finding, groupLabel, verdict } from './findings.ts'
import { ResultsTable } from './ResultsTable.tsx'

type Props = {
  findings: readonly Finding[]
  criteria: Study['criteria']
  nameRaters: boolean
  digits: number
  opened: string | undefined
  onOpen: ((finding: Finding) => void) | undefined
  children: JSX.Element
}

const families = [
  { family: 'classes', title: 'Classes', caption: 'Agreement on classes, with intervals' },
  { family: 'scores', title: 'Scales', caption: 'Agreement on scales, with intervals' },
] as const

/** The finding in a sentence, then picture and table of each kind of variable. */
export function Findings(props: Props) {
  const of = (family: Finding['family']) => props.findings.filter((finding) => finding.family === family)
  const who = () => (props.nameRaters ? 'All comparisons' : groupLabel(props.findings[0]?.raters ?? []))
  return (
    <>
      <p class="reliability__verdict">
        <strong>{who()}:</strong> {verdict(props.findings, props.criteria)}
      </p>
      <For each={families}>
        {({ family, title, caption }) => (
          <Show when={of(family).length > 0}>
            <Panel title={title} intro={verdict(of(family), props.criteria)}>
              <ForestPlot
                title={`${title}, ${who()}. ${verdict(of(family), props.criteria)}`}
                axis={of(family).find((one) => one.main)?.main?.measureLabel ?? ''}
                findings={of(family)}
                criterion={family === 'classes' ? props.criteria.kappa : props.criteria.icc}
                nameRaters={props.nameRaters}
              />
              <ResultsTable
                caption={caption}
                findings={of(family)}
                nameRaters={props.nameRaters}
                digits={props.digits}
                onOpen={props.onOpen}
                opened={props.opened}
              />
            </Panel>
          </Show>
        )}
      </For>
      {props.children}
    </>
  )
}
