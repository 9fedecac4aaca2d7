import { SelectField, TextField } from '../base/Field.tsx'
import { type Gap, gapLabels, type Version } from './progress.ts'

const gaps = (Object.keys(gapLabels) as Gap[]).map((value) => ({ value, label: gapLabels[value] }))

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
        label="Codebook"
        value={props.version}
        options={versions()}
        onChoose={(one) => props.onVersion(one)}
      />
      <SelectField label="Show" value={props.gap} options={gaps} onChoose={(gap) => props.onGap(gap)} />
      <TextField
        label="Case"
        type="search"
        placeholder="Part of a case id"
        value={props.text}
        onText={(text) => props.onText(text)}
      />
      <p class="filter__summary" role="status">
        {props.summary}
      </p>
    </search>
  )
}
