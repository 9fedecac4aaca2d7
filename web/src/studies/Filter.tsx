import { SelectField, TextField } from '../base/Field.tsx'
import { t } from '../messages/index.ts'
import { type Gap, gaps, type Version } from './progress.ts'

/** What the matrix shows. It stands in the address, so that it can be sent to a colleague. */
export function Filter(props: {
  versions: readonly Version[]
  version: string
  gap: Gap
  text: string
  summary: string
  onVersion: (version: string) => void
  onGap: (gap: Gap) => void
  onText: (text: string) => void
}) {
  const versions = () => props.versions.map((one) => ({ value: one.id, label: `${one.title} ${one.version}` }))
  return (
    <search class="filter">
      <SelectField
        label={t().studies.codebook}
        value={props.version}
        options={versions()}
        onChoose={(one) => props.onVersion(one)}
      />
      <SelectField
        label={t().studies.show}
        value={props.gap}
        options={gaps.map((value) => ({ value, label: t().studies.gaps[value] }))}
        onChoose={(gap) => props.onGap(gap)}
      />
      <TextField
        label={t().studies.case}
        type="search"
        placeholder={t().studies.partOfId}
        value={props.text}
        onText={(text) => props.onText(text)}
      />
      <p class="filter__summary" role="status">
        {props.summary}
      </p>
    </search>
  )
}
