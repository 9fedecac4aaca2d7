import { createSignal, For, Show } from 'solid-js'
import { IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import { type Instrument, type InstrumentSection, progressOf } from '../instruments.ts'
import { Advice } from './Advice.tsx'
import { InstrumentTools } from './InstrumentTools.tsx'
import { SlotCard } from './SlotCard.tsx'
import './instruments.css'
import './pickers.css'

/** Everything to be rated, by section of the codebook; several targets or episodes stand side by side. */
export function Instruments() {
  const { desk } = useDesk()
  return (
    <div class="instruments">
      <nav class="section-nav" aria-label={t().ratings.sections}>
        <For each={desk.sections}>{(section) => <SectionLink section={section} />}</For>
      </nav>
      <InstrumentTools />
      <For each={desk.sections}>
        {(section) => (
          <section
            class="instrument-section"
            id={`section-${section.id}`}
            aria-labelledby={`section-${section.id}-title`}
          >
            <h2 class="instrument-section__title" id={`section-${section.id}-title`} tabindex="-1">
              {section.label}
              <SectionProgress section={section} />
            </h2>
            <For each={section.instruments}>{(instrument) => <InstrumentView instrument={instrument} />}</For>
          </section>
        )}
      </For>
    </div>
  )
}

function SectionLink(props: { section: InstrumentSection }) {
  const go = () => {
    const title = document.getElementById(`section-${props.section.id}-title`)
    title?.scrollIntoView({ block: 'start' })
    title?.focus({ preventScroll: true })
  }
  return (
    <button type="button" class="section-nav__link" onClick={go}>
      {props.section.label} <SectionProgress section={props.section} />
    </button>
  )
}

function SectionProgress(props: { section: InstrumentSection }) {
  const { desk } = useDesk()
  const progress = () => progressOf(desk.codebook, props.section.slots, desk.draft().ratings)
  return (
    <Show when={progress().required > 0} fallback={<span class="section-progress">{t().ratings.optional}</span>}>
      <span class="section-progress" classList={{ 'section-progress--done': progress().rated === progress().required }}>
        {progress().rated}/{progress().required}
        <span class="visually-hidden">{t().ratings.rated}</span>
      </span>
    </Show>
  )
}

function InstrumentView(props: { instrument: Instrument }) {
  const [isExplained, setExplained] = createSignal(false)
  return (
    <fieldset class="instrument" aria-label={props.instrument.variable.label}>
      <div class="instrument__head">
        <h3>
          {props.instrument.variable.label}
          <Show when={!props.instrument.variable.required}>
            <span class="instrument__optional">{t().ratings.optional}</span>
          </Show>
        </h3>
        <Show when={props.instrument.variable.description}>
          <IconButton
            small
            icon="info"
            label={t().ratings.means(props.instrument.variable.label)}
            aria-expanded={isExplained()}
            onClick={() => setExplained(!isExplained())}
          />
        </Show>
      </div>
      <Show when={isExplained()}>
        <p class="instrument__description">{props.instrument.variable.description}</p>
      </Show>
      <div class="instrument__slots">
        <For each={props.instrument.slots}>
          {(slot) => <SlotCard slot={slot} variable={props.instrument.variable} />}
        </For>
      </div>
      <Advice instrument={props.instrument} />
    </fieldset>
  )
}
