import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** One line of the palette. */
export type Command = {
  readonly id: string
  readonly label: string
  /** Group or explanation, shown quietly beside it. */
  readonly hint?: string
  readonly keys?: string
  readonly run: () => void
}
/** Gives commands for what was typed; may ask the server. */
export type CommandSource = (typed: string, signal: AbortSignal) => readonly Command[] | Promise<readonly Command[]>

const [sources, setSources] = createSignal<readonly CommandSource[]>([])
export const commandSources: Accessor<readonly CommandSource[]> = sources

/** Adds commands to the palette for as long as this part of the screen is shown. */
export function createCommands(source: CommandSource): void {
  onMount(() => setSources((all) => [source, ...all]))
  onCleanup(() => setSources((all) => all.filter((one) => one !== source)))
}

/** Whether every word typed occurs in the text. */
export function matches(text: string, typed: string): boolean {
  const low = text.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word))
}

const [isPaletteOpen, setPaletteOpen] = createSignal(false)

export { isPaletteOpen, setPaletteOpen }

const [isHelpOpen, setHelpOpen] = createSignal(false)

export { isHelpOpen, setHelpOpen }
