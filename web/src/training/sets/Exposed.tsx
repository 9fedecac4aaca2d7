import { Show } from 'solid-js'
import { Badge } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { CaseLine } from './case-lines.ts'

/** For whom a case is burnt or seen, by name. */
export function Exposed(props: { line: Pick<CaseLine, 'burnt' | 'seen'> }) {
  const words = () => t().training.cases
  return (
    <Show
      when={props.line.burnt.length + props.line.seen.length > 0}
      fallback={<span class="quiet">{words().metByNobody}</span>}
    >
      <span class="exposed">
        <Show when={props.line.burnt.length > 0}>
          <span>
            <Badge kind="warn">{words().burnt}</Badge> {t().criteria.list(props.line.burnt)}
          </span>
        </Show>
        {/* A space for those who hear it: the gap on the screen is not one. */}{' '}
        <Show when={props.line.seen.length > 0}>
          <span>
            <Badge>{words().seen}</Badge> {t().criteria.list(props.line.seen)}
          </span>
        </Show>
      </span>
    </Show>
  )
}

/** How many master codings count; none means that the case cannot be used. */
export function Masters(props: { masters: number }) {
  return (
    <Show when={props.masters > 0} fallback={<Badge kind="bad">{t().training.cases.noMaster}</Badge>}>
      <span class="tabular">{props.masters}</span>
    </Show>
  )
}
