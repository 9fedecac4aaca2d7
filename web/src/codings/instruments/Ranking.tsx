import { type ClassificationVariable, notation } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { categoryLabel, moveRank } from '../ranking.ts'

/** The chosen classes in their order, with the usual notation, and the means to reorder them. */
export function Ranking(props: {
  label: string
  variable: ClassificationVariable
  ranked: readonly string[]
  disabled: boolean
  onChange: (ranked: readonly string[]) => void
}) {
  return (
    <Show when={props.ranked.length > 0} fallback={<p class="quiet">{t().ratings.noClass}</p>}>
      <div class="ranking">
        <output class="ranking__notation" aria-label={t().ratings.notation(props.label)}>
          {notation(props.ranked)}
        </output>
        <ol class="ranking__list" aria-label={t().ratings.ranking}>
          <For each={props.ranked}>
            {(id, index) => (
              <li>
                <span class="ranking__role">
                  {index() === 0 ? t().ratings.codedAs : t().ratings.alternative(index())}
                </span>
                <span>
                  <b>{id}</b> {otherThan(id, categoryLabel(props.variable.categories, id))}
                </span>
                <span class="ranking__tools">
                  <Show when={index() > 0}>
                    <Button
                      small
                      look="quiet"
                      aria-label={t().ratings.rankBefore(id, props.ranked[index() - 1] ?? '')}
                      disabled={props.disabled}
                      onClick={() => props.onChange(moveRank(props.ranked, index(), -1))}
                    >
                      ↑
                    </Button>
                  </Show>
                  <IconButton
                    small
                    icon="cross"
                    label={t().ratings.takeBack(id)}
                    disabled={props.disabled}
                    onClick={() => props.onChange(props.ranked.filter((other) => other !== id))}
                  />
                </span>
              </li>
            )}
          </For>
        </ol>
      </div>
    </Show>
  )
}

const otherThan = (id: string, label: string): string => (label === id ? '' : label)
