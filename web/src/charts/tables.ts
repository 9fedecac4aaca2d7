import { createSignal } from 'solid-js'

/** Whether the charts of this screen show their numbers as tables too. */
export const [tablesShown, setTablesShown] = createSignal(false)
