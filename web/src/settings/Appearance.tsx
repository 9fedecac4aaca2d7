import { Button } from '../base/Button.tsx'
import { setHelpOpen } from '../base/commands.ts'
import { CheckField, Choices, type Option } from '../base/Field.tsx'
import { speakChosen } from '../base/language.ts'
import { prefer, preferences } from '../base/preferences.ts'
import { Panel } from '../base/states.tsx'
import { languages, t } from '../messages/index.ts'
import { ChangedKeys } from './ChangedKeys.tsx'
import './settings.css'

const options = <Value extends string>(labels: Readonly<Record<Value, string>>): Option<Value>[] =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }))

/** Remembered in this browser only. */
export function Appearance() {
  return (
    <Panel title={t().settings.looks} intro={t().settings.looksIntro}>
      <div class="form">
        <Choices
          label={t().settings.language}
          value={preferences().language}
          options={options({ system: t().settings.asBrowser, ...languages })}
          onChoose={(language) => {
            prefer({ language })
            void speakChosen()
          }}
        />
        <Choices
          label={t().settings.theme}
          value={preferences().theme}
          options={options(t().settings.themes)}
          onChoose={(theme) => prefer({ theme })}
        />
        <Choices
          label={t().settings.textSize}
          value={preferences().textSize}
          options={options(t().settings.sizes)}
          onChoose={(textSize) => prefer({ textSize })}
        />
        <Choices
          label={t().settings.readingSize}
          value={preferences().readingSize}
          options={options(t().settings.sizes)}
          onChoose={(readingSize) => prefer({ readingSize })}
        />
        <p class="reading settings__sample">{t().settings.sample}</p>
        <CheckField
          label={t().settings.noMovement}
          hint={t().settings.noMovementHint}
          checked={preferences().motion === 'none'}
          onCheck={(isOff) => prefer({ motion: isOff ? 'none' : 'system' })}
        />
        <CheckField
          label={t().keys.single}
          hint={t().keys.singleHint}
          checked={preferences().singleKeys}
          onCheck={(singleKeys) => prefer({ singleKeys })}
        />
        <ChangedKeys />
        <div class="button-row">
          <Button icon="keyboard" onClick={() => setHelpOpen(true)}>
            {t().settings.showKeys}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
