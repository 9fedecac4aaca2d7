import type { Study } from '@attune/contract'
import { createMemo, For, type JSX, Show } from 'solid-js'
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
  const who = () => (props.nameRaters ? 'All comparisons' : groupLabel(props.findings[0]?.raters ?? []))
  return (
    <>
      <p class="reliability__verdict">
        <strong>{who()}:</strong> {verdict(props.findings, props.criteria)}
      </p>
      <For each={families}>{(kind) => <Family {...props} {...kind} who={who()} />}</For>
      {props.children}
    </>
  )
}

function Family(props: Props & (typeof families)[number] & { who: string }) {
  const findings = createMemo(() => props.findings.filter((finding) => finding.family === props.family))
  const sentence = createMemo(() => verdict(findings(), props.criteria))
  return (
    <Show when={findings().length > 0}>
      <Panel title={props.title} intro={sentence()}>
        <ForestPlot
          title={`${props.title}, ${props.who}. ${sentence()}`}
          axis={findings().find((one) => one.main)?.main?.measureLabel ?? ''}
          findings={findings()}
          criterion={props.family === 'classes' ? props.criteria.kappa : props.criteria.icc}
          nameRaters={props.nameRaters}
        />
        <ResultsTable
          caption={props.caption}
          findings={findings()}
          nameRaters={props.nameRaters}
          digits={props.digits}
          onOpen={props.onOpen}
          opened={props.opened}
        />
      </Panel>
    </Show>
  )
}
