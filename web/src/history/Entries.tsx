import type { Reply, readHistory } from '@attune/contract'
import { createSignal, For, Show } from 'solid-js'
import { formatMoment } from '../base/dates.tsx'
import { EmptyState, TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { actionWords, type DetailLine, detailLines, type Names, subjectWords } from './words.ts'

export type Entry = Reply<typeof readHistory>['entries'][number]

/** The record itself. A press on what an entry is about shows only that. */
export function Entries(props: { entries: readonly Entry[]; names: Names; onSubject: (subject: string) => void }) {
  return (
    <Show
      when={props.entries.length > 0}
      fallback={
        <div class="panel">
          <EmptyState title={t().history.nothingFits}>{t().history.nothingFitsAdvice}</EmptyState>
        </div>
      }
    >
      <div class="panel">
        <TableFrame label={t().base.places.history}>
          <table class="table table--compact history">
            <thead>
              <tr>
                <th scope="col" class="number">
                  {t().history.columns.number}
                </th>
                <th scope="col">{t().history.columns.when}</th>
                <th scope="col">{t().history.columns.who}</th>
                <th scope="col">{t().history.columns.what}</th>
                <th scope="col">{t().history.columns.about}</th>
                <th scope="col">{t().history.columns.detail}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.entries}>
                {(entry) => (
                  <tr>
                    <td class="number quiet">{entry.sequence}</td>
                    <td class="history__when">
                      <time datetime={entry.at}>{formatMoment(entry.at)}</time>
                    </td>
                    <td>{entry.person}</td>
                    <td>{actionWords(entry.action)}</td>
                    <td>
                      <button type="button" class="link" onClick={() => props.onSubject(entry.subject)}>
                        {subjectWords(entry.subject, props.names)}
                      </button>
                    </td>
                    <td class="history__detail">
                      <Detail lines={detailLines(entry.detail, props.names)} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </div>
    </Show>
  )
}

const short = 110

/** The first lines; all of them on request. They are the record's own words: `lang` says that their language is not that of the page. */
function Detail(props: { lines: readonly DetailLine[] }) {
  const [isWhole, setWhole] = createSignal(false)
  const isLong = () => props.lines.length > 2 || props.lines.some((line) => line.now.length > short)
  const shown = () => (isWhole() ? props.lines : props.lines.slice(0, 2))
  const cut = (words: string) => (isWhole() || words.length <= short ? words : `${words.slice(0, short).trimEnd()}…`)
  return (
    <>
      <For each={shown()}>
        {(line) => (
          <p>
            <Show when={line.label}>
              <span class="quiet" lang="">
                {line.label}:{' '}
              </span>
            </Show>
            <Show when={line.old !== undefined}>
              <del>{cut(line.old || t().history.nothing)}</del>
              <span class="quiet">{t().history.became}</span>
            </Show>
            <span lang="">{cut(line.now || t().history.nothing)}</span>
          </p>
        )}
      </For>
      <Show when={isLong()}>
        <button type="button" class="link" aria-expanded={isWhole()} onClick={() => setWhole((was) => !was)}>
          {isWhole() ? t().history.less : t().history.all}
        </button>
      </Show>
    </>
  )
}
