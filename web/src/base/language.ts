import { type Language, languages, speak } from '../messages/index.ts'
import { preferences } from './preferences.ts'

/** The language somebody chose, else the first one the browser asks for that there is, else English. */
export function chosenLanguage(wish: string, asked: readonly string[]): Language {
  const known = (tag: string) =>
    (Object.keys(languages) as Language[]).find((one) => one === tag.toLowerCase().split('-')[0])
  return [wish, ...asked].map(known).find((one) => one !== undefined) ?? 'en'
}

/** Speaks the language of this desk. When its texts cannot be fetched, English stays. */
export function speakChosen(): Promise<void> {
  return speak(chosenLanguage(preferences().language, navigator.languages)).catch(() => {})
}
