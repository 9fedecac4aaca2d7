import { type JSX, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { t } from '../messages/index.ts'
import { type ChartData, csvOf } from './chart-data.ts'
import { saveChart, saveText } from './chart-file.ts'
import { NumbersTable } from './NumbersTable.tsx'
import { setTablesShown, tablesShown } from './tables.ts'
import './charts.css'

type Props = {
  /** What was found, in a sentence. */
  title: JSX.Element
  /** Name of its files, without ending. */
  name: string
  data: ChartData
  /** The drawing as it stands on the page; a chart that is a table gives its picture as text. */
  svg: () => SVGSVGElement | string | undefined
  /** A chart whose numbers stand beside it anyway needs no table of its own. */
  hasTable?: boolean | undefined
  children: JSX.Element
}

/** A chart is a sentence with a picture; its numbers are one key away, and both can be taken along. */
export function Chart(props: Props) {
  const save = () => {
    const drawing = props.svg()
    if (typeof drawing === 'string') saveText(drawing, 'image/svg+xml', `${props.name}.svg`)
    else if (drawing) saveChart(drawing, props.name)
  }
  return (
    <figure class="chart">
      <figcaption class="chart__title">{props.title}</figcaption>
      {props.children}
      <div class="button-row chart__actions">
        <Show when={!props.hasTable}>
          <Button
            small
            look="quiet"
            aria-expanded={tablesShown()}
            aria-keyshortcuts="t"
            onClick={() => setTablesShown((shown) => !shown)}
          >
            {t().reliability.showTable}
          </Button>
        </Show>
        <Button small look="quiet" icon="download" onClick={save}>
          {t().reliability.saveSvg}
        </Button>
        <Button
          small
          look="quiet"
          icon="download"
          onClick={() => saveText(csvOf(props.data), 'text/csv', `${props.name}.csv`)}
        >
          {t().reliability.saveCsv}
        </Button>
      </div>
      <Show when={!props.hasTable && tablesShown()}>
        <NumbersTable data={props.data} />
      </Show>
    </figure>
  )
}
