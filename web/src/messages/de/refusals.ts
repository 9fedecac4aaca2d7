import type { RefusalCode } from '@attune/contract'
import type { Messages } from '../en/index.ts'
import { inGerman } from './server.ts'

const titles: Record<RefusalCode, string> = {
  'bad-request': 'So kann das nicht übernommen werden.',
  'not-signed-in': 'Bitte melden Sie sich an.',
  'wrong-credentials': 'Name und Passwort passen nicht zusammen.',
  'foreign-origin': 'Diese Anfrage kam nicht von der Adresse dieses Servers.',
  'not-found': 'Hier gibt es nichts, was Sie sehen können.',
  'too-many-tries': 'Zu viele Versuche.',
  stale: 'Das wurde inzwischen an anderer Stelle geändert.',
  'already-submitted': 'Diese Kodierung ist abgegeben und ändert sich nicht mehr.',
  'already-exists': 'Das gibt es schon.',
  'in-use': 'Das geht nicht, weil schon damit gearbeitet wird.',
  incomplete: 'Es fehlt noch etwas.',
  'unreadable-file': 'Diese Datei lässt sich nicht lesen.',
  'too-large': 'Das ist mehr, als auf einmal gesendet werden kann.',
  'no-such-range': 'Diese Stelle gibt es in der Aufnahme nicht.',
  'storage-full': 'Die Festplatte des Servers ist voll.',
  'not-ready': 'Der Server ist gerade beschäftigt.',
  internal: 'Auf dem Server ist etwas schiefgegangen. Mit dieser Anfrage wurde nichts gespeichert.',
}
const advice: Partial<Record<RefusalCode, string>> = {
  stale: 'Sehen Sie es sich neu an und wiederholen Sie dann Ihre Änderung.',
  'too-many-tries': 'Warten Sie eine Minute bis zum nächsten Versuch.',
  internal: 'Gespeichertes ist sicher. Versuchen Sie es gleich noch einmal.',
  'not-ready': 'Gespeichertes ist sicher. Versuchen Sie es gleich noch einmal.',
  'storage-full': 'Nichts ist verloren, aber bis wieder Platz ist, kann nichts mehr gespeichert werden.',
}

/** By the code of the refusal; what the server said beyond that is given in German if we know it, else as it came. */
export const refusals: Messages['refusals'] = {
  offline: {
    title: 'Der Server ist nicht erreichbar.',
    advice: 'Gespeichertes ist sicher. Prüfen Sie das Netz und versuchen Sie es dann noch einmal.',
  },
  notFound: {
    title: 'Hier gibt es nichts, was Sie sehen können.',
    advice: 'Vielleicht wurde es entfernt, oder es gehört zur Arbeit von jemand anderem.',
  },
  unexpected: {
    title: 'Auf dieser Seite ist etwas Unerwartetes passiert.',
    advice: 'Gespeichertes ist sicher. Laden Sie die Seite neu.',
  },
  fields: 'Einige Felder brauchen noch einen Blick.',
  unexplained: (status) => `Der Server antwortete mit Status ${status}, ohne Erklärung.`,
  advice: (code) => advice[code] ?? '',
  trace: (request) => `Im Protokoll des Servers steht es unter ${request}.`,
  said: (code, words) => {
    const known = inGerman(words)
    if (known !== undefined) return { title: known, detail: '' }
    return { title: titles[code], detail: isSaidByItsCode.has(code) ? '' : `Der Server sagt dazu: „${words}“` }
  },
}

/** Here the code alone says everything. */
const isSaidByItsCode: ReadonlySet<RefusalCode> = new Set([
  'not-signed-in',
  'wrong-credentials',
  'not-found',
  'too-many-tries',
  'storage-full',
  'not-ready',
  'internal',
])
