import { createSignal } from 'solid-js'
import { en, type Messages } from './en/index.ts'

export type { Messages } from './en/index.ts'

/** The languages of the interface and what each calls itself. */
export const languages = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof languages

/** English is always here; another language comes when somebody wants it. */
const load: Record<Language, () => Promise<Messages>> = {
  en: async () => en,
  de: async () => (await import('./de/index.ts')).de,
}

const [messages, setMessages] = createSignal<Messages>(en)

/** The texts in the language of this desk: `t().base.cancel`. Read it where the text is shown, so that it follows the language. */
export const t = messages

let wanted: Language = 'en'

/** Shows the interface in a language, once its texts are here. */
export async function speak(language: Language): Promise<void> {
  wanted = language
  const texts = await load[language]()
  // A later choice may have been quicker.
  if (wanted !== language) return
  setMessages(() => texts)
  document.documentElement.lang = language
}
