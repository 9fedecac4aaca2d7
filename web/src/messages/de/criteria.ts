import type { CriterionMeasure, Predicate } from '@attune/criteria'
import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

type Against = Predicate['against']

const points = (count: number) => `${String(count).replace('.', ',')}\u00a0${count === 1 ? 'Punkt' : 'Punkte'}`
const list = (parts: readonly string[]) => new Intl.ListFormat('de-DE', { type: 'conjunction' }).format(parts)

const references: Record<Against, string> = { master: 'der Masterkodierung', coders: 'den anderen Kodierenden' }
const statistics: Record<CriterionMeasure, (reference: string, k: number) => string> = {
  'percent-agreement': (reference) => `die prozentuale Übereinstimmung mit ${reference}`,
  'within-k': (reference, k) => `der Anteil der Werte, die höchstens ${points(k)} von ${reference} abweichen,`,
  'total-within-k': (reference, k) =>
    `der Anteil der Fälle, deren Wertsumme höchstens ${points(k)} von ${reference} abweicht,`,
  'cohen-kappa': (reference) => `Cohens Kappa mit ${reference}`,
  'weighted-kappa': (reference) => `das quadratisch gewichtete Kappa mit ${reference}`,
  'gwet-ac1': (reference) => `Gwets AC1 mit ${reference}`,
  'krippendorff-alpha': (reference) => `Krippendorffs Alpha mit ${reference}`,
  icc: (reference) => `der ICC(A,1) mit ${reference}`,
  bias: (reference) => `die mittlere Differenz zu ${reference}, gleich in welcher Richtung,`,
  'unit-f1': (reference) => `F1 der Textstellen und Ereignisse, verglichen mit ${reference},`,
  'unit-kappa': (reference) => `das Kappa der Codes bei vorgegebenen Grenzen mit ${reference}`,
}
const kinds = {
  scale: { one: 'Skala', many: 'Skalen' },
  classification: { one: 'Klassifikation', many: 'Klassifikationen' },
  presence: { one: 'Variable „vorhanden oder nicht“', many: 'Variablen „vorhanden oder nicht“' },
  count: { one: 'Anzahl', many: 'Anzahlen' },
  duration: { one: 'Dauer', many: 'Dauern' },
}
const others: Record<Against, string> = { master: 'die Masterkodierung', coders: 'jemand anderes' }
const times = (atMost: number) => (atMost === 0 ? 'nie' : `höchstens ${atMost}-mal`)

export const criteria: Messages['criteria'] = {
  points,
  list,
  measures: {
    'percent-agreement': 'Prozentuale Übereinstimmung',
    'within-k': 'Werte innerhalb von k Punkten',
    'total-within-k': 'Wertsumme innerhalb von k Punkten',
    'cohen-kappa': 'Cohens Kappa',
    'weighted-kappa': 'Gewichtetes Kappa (quadratisch)',
    'gwet-ac1': 'Gwets AC1',
    'krippendorff-alpha': 'Krippendorffs Alpha',
    icc: 'ICC(A,1)',
    bias: 'Verzerrung',
    'unit-f1': 'F1 von Textstellen und Ereignissen',
    'unit-kappa': 'Kappa bei vorgegebenen Grenzen',
  },
  criticalErrors: 'Schwere Fehler',
  kinds: (kind) => kinds[kind].many,
  comparators: { '>=': 'mindestens', '>': 'mehr als', '<=': 'höchstens', '<': 'weniger als' },
  mainGroups: 'Hauptgruppen',
  statistic: (measure, against, k) => statistics[measure](references[against], k),
  about: {
    everyVariable: (isEach) => (isEach ? 'für jede Variable' : 'für alle Variablen zusammen'),
    everyCode: (isEach) => (isEach ? 'für jeden Code' : 'für alle Codes zusammen'),
    kinds: (chosen, isEach) =>
      isEach
        ? `für jede ${list(chosen.map((kind) => kinds[kind].one))}`
        : `für alle ${list(chosen.map((kind) => kinds[kind].many))} zusammen`,
    named: (names, isEach) => {
      if (names.length === 1) return `für ${names[0]}`
      return isEach ? `jeweils für ${list(names)}` : `für ${list(names)} zusammen`
    },
  },
  collapsed: (classes) => ` (${classes})`,
  window: {
    all: 'über alle Fälle',
    last: (count) => plural(count, { one: 'im letzten Fall', other: 'über die letzten # Fälle' }),
    'in-a-row': (count) =>
      plural(count, { one: 'in mindestens einem Fall', other: 'in jedem von # Fällen hintereinander' }),
  },
  minimum: (items, isEach) =>
    `, aus ${isEach ? 'jeweils ' : ''}mindestens ${plural(items, { one: '# Urteil', other: '# Urteilen' })}`,
  clause: ({ statistic, on, level, comparator, threshold, about, window, minimum }) => {
    const value = `ist ${comparator} ${threshold} ${about}, ${window}${minimum}`
    if (on === 'estimate') return `${statistic} ${value}`
    return `die ${on === 'lower' ? 'untere' : 'obere'} Grenze des ${level}-Intervalls (${statistic.replace(/,$/, '')}) ${value}`
  },
  error: {
    confusion: ({ reference, given, against, atMost }) => {
      if (reference === null && given === null)
        return `${times(atMost)} eine andere Klasse als ${against === 'master' ? 'die Masterkodierung' : 'jemand anderes'}`
      return `${times(atMost)} ${given ?? 'eine andere Klasse'}, wo ${others[against]} ${reference ?? 'eine andere Klasse'} hat`
    },
    distance: (part) =>
      `${times(part.atMost)} ${points(part.points)} oder mehr von ${references[part.against]} entfernt`,
    clause: (error, about, window) => `${error}, ${about}, ${window}`,
  },
  both: (parts) => parts.join('; und '),
  either: (parts) => `entweder ${parts.join('; oder ')}`,
  reasons: {
    missed: 'Die Schwelle wurde nicht erreicht.',
    'too-few': 'Es sind weniger Urteile, als die Regel verlangt.',
    undefined: 'Die Kodierungen bestimmen diese Zahl nicht.',
    'critical-error': 'Es waren mehr schwere Fehler, als die Regel erlaubt.',
    'no-such-run': 'Keine Folge von so vielen Fällen hat sie erfüllt.',
  },
  met: 'erfüllt',
  notMet: 'nicht erfüllt',
  allOf: 'Alle davon',
  anyOf: 'Eine davon genügt',
  valid: {
    always: 'Ein Zertifikat läuft nicht ab.',
    months: (months) => `Ein Zertifikat gilt ${plural(months, { one: '# Monat', other: '# Monate' })}.`,
  },
  renewal: {
    none: 'Wiederholen des Sets erneuert es nicht.',
    repeat: (days) =>
      days === 0
        ? 'Das Set kann wiederholt werden, sobald es abgelaufen ist.'
        : `Das Set kann ab ${plural(days, { one: '# Tag', other: '# Tagen' })} vor dem Ablauf wiederholt werden.`,
  },
}
