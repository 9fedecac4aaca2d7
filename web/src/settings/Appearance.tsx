import { Button } from '../base/Button.tsx'
import { setHelpOpen } from '../base/commands.ts'
import { CheckField, Choices } from '../base/Field.tsx'
import { type Preferences, prefer, preferences } from '../base/preferences.ts'
import { Panel } from '../base/states.tsx'
import './settings.css'

const sizes = [
  { value: 'small', label: 'Small' },
  { value: 'normal', label: 'Normal' },
  { value: 'large', label: 'Large' },
  { value: 'larger', label: 'Larger' },
] as const
const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Remembered in this browser only. */
export function Appearance() {
  return (
    <Panel title="How it looks and works here" intro="Remembered in this browser.">
      <div class="form">
        <Choices label="Theme" value={preferences().theme} options={themes} onChoose={(theme) => prefer({ theme })} />
        <Choices
          label="Text of the interface"
          value={preferences().textSize}
          options={sizes}
          onChoose={(textSize: Preferences['textSize']) => prefer({ textSize })}
        />
        <Choices
          label="Text of transcripts"
          value={preferences().readingSize}
          options={sizes}
          onChoose={(readingSize: Preferences['readingSize']) => prefer({ readingSize })}
        />
        <p class="reading settings__sample">
          “Well, I suppose she was always there, and when I had hurt myself I went to her.”
        </p>
        <CheckField
          label="No movement"
          hint="The setting of your system counts in any case."
          checked={preferences().motion === 'none'}
          onCheck={(isOff) => prefer({ motion: isOff ? 'none' : 'system' })}
        />
        <CheckField
          label="Use keys without Ctrl or Alt"
          hint="Switch this off if you dictate, or if single keys get in your way."
          checked={preferences().singleKeys}
          onCheck={(singleKeys) => prefer({ singleKeys })}
        />
        <div class="button-row">
          <Button icon="keyboard" onClick={() => setHelpOpen(true)}>
            Show all keys
          </Button>
        </div>
      </div>
    </Panel>
  )
}
