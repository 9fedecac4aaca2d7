import type { Messages } from '../en/index.ts'

export const codings: Messages['codings'] = {
  states: { 'not-started': 'Nicht begonnen', draft: 'Entwurf', submitted: 'Abgegeben' },
  master: 'Master',
}
