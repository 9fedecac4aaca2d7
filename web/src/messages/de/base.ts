import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

export const base: Messages['base'] = {
  cancel: 'Abbrechen',
  save: 'Speichern',
  close: 'Schließen',
  tryAgain: 'Noch einmal versuchen',
  loading: 'Wird geladen',
  yes: 'ja',
  no: 'nein',
  cases: (count) => plural(count, { one: '# Fall', other: '# Fälle' }),
  codings: (count) => plural(count, { one: '# Kodierung', other: '# Kodierungen' }),
  codes: (count) => plural(count, { one: '# Code', other: '# Codes' }),
  variables: (count) => plural(count, { one: '# Variable', other: '# Variablen' }),
}
