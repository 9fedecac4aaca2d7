import type { Study } from '@attune/contract'
import { createMemo, For, type JSX, Show } from 'solid-js'
import { Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
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

const families = ['classes', 'scores'] as const

/** The finding in a sentence, then picture and table of each kind of variable. */
export function Findings(props: Props) {
  const who = () => (props.nameRaters ? t().reliability.allComparisons : groupLabel(props.findings[0]?.raters ?? []))
  return (
    <>
      <p class="reliability__verdict">
        <strong>{who()}:</strong> {verdict(props.findings, props.criteria)}
      </p>
      <For each={families}>{(family) => <Family {...props} family={family} who={who()} />}</For>
      {props.children}
    </>
  )
}

function Family(props: Props & { family: Finding['family']; who: string }) {
  const findings = createMemo(() => props.findings.filter((finding) => finding.family === props.family))
  const sentence = createMemo(() => verdict(findings(), props.criteria))
  const words = () => t().reliability.families[props.family]
  return (
    <Show when={findings().length > 0}>
      <Panel title={words().title} intro={sentence()}>
        <ForestPlot
          title={`${words().title}, ${props.who}. ${sentence()}`}
          axis={t().base.fromServer(findings().find((one) => one.main)?.main?.measureLabel ?? '')}
          findings={findings()}
          criterion={props.family === 'classes' ? props.criteria.kappa : props.criteria.icc}
          nameRaters={props.nameRaters}
        />
        <ResultsTable
          caption={words().caption}
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
