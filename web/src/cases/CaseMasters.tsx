import { listCodebooks, listMasters, type Master } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { Badge, Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'

type Group = { readonly codebook: string; readonly masters: readonly Master[] }

/** Who wrote the master codings of a case, codebook by codebook; a case can have several. */
export function CaseMasters(props: { case: string }) {
  const { study } = useStudy()
  const load = createLoad(
    () => ({ study: study().id, case: props.case }),
    async (asked, signal): Promise<Group[]> => {
      const where = { study: asked.study }
      const [{ masters }, { versions }] = await Promise.all([
        call(listMasters, where, { signal }),
        call(listCodebooks, where, { signal }),
      ])
      const here = masters.filter((one) => one.case === asked.case)
      return versions
        .map(({ id, title, version }) => ({
          codebook: `${title} ${version}`,
          masters: here
            .filter((one) => one.codebookVersion === id)
            .toSorted((one, other) => Number(one.isAdditional) - Number(other.isAdditional)),
        }))
        .filter((group) => group.masters.length > 0)
    },
  )
  return (
    <Loaded of={load} label={t().cases.loadingMasters}>
      {(groups) => (
        <For each={groups()} fallback={t().base.notYet}>
          {(group) => (
            <>
              <p class="case__masters">{t().cases.mastersOf(group.codebook, group.masters.length)}</p>
              <ul class="plain-list">
                <For each={group.masters}>
                  {(one) => (
                    <li>
                      <A href={`/studies/${study().id}/codings/${one.coding}`}>{one.author}</A>
                      <Show when={group.masters.length > 1}>
                        {' '}
                        <Badge kind={one.isAdditional ? 'plain' : 'accent'}>
                          {one.isAdditional ? t().studies.master.kinds.further : t().studies.master.kinds.main}
                        </Badge>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </For>
      )}
    </Loaded>
  )
}
