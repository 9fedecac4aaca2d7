import { Match, Switch } from 'solid-js'
import { formatTime } from '../../base/dates.tsx'
import { TextArea } from '../../base/Field.tsx'
import { LeaveGuard } from '../../base/LeaveGuard.tsx'
import { t } from '../../messages/index.ts'
import { createReflection } from './reflection.ts'

/** What the trainee takes along from a case; it saves itself and says so. */
export function ReflectionNote(props: { text: string; save: (text: string) => Promise<{ savedAt: string }> }) {
  const words = () => t().myTraining.reflection
  const note = createReflection(props.text, (text) => props.save(text))
  const savedAt = () => {
    const now = note.state()
    return now.kind === 'saved' ? now.at : null
  }
  return (
    <div class="reflection">
      <TextArea
        label={words().label}
        hint={words().hint}
        value={note.text()}
        rows={4}
        maxLength={20_000}
        onText={note.write}
        onBlur={() => void note.flush()}
      />
      <p class="reflection__state" role="status">
        <Switch>
          <Match when={note.state().kind === 'waiting'}>{words().waiting}</Match>
          <Match when={note.state().kind === 'saving'}>{words().saving}</Match>
          <Match when={note.state().kind === 'failed'}>{words().notSaved}</Match>
          <Match when={savedAt()}>{(at) => words().saved(formatTime(Date.parse(at())))}</Match>
        </Switch>
      </p>
      <LeaveGuard isChanged={note.state().kind === 'failed'} what={words().label} />
    </div>
  )
}
