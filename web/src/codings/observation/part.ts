import { createSignal } from 'solid-js'

/** What of an observation is being coded: events one by one, intervals, or when its episodes were. */
export type ObservationPart = 'events' | 'intervals' | 'episodes'

const [observationPart, showObservationPart] = createSignal<ObservationPart>('events')

/** Shared, because the submission leads here too. */
export { observationPart, showObservationPart }
