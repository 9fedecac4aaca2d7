import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

const ofCases = (count: number) => plural(count, { one: '# Fall', other: '# Fällen' })
const ofPeople = (count: number) => plural(count, { one: '# Person', other: '# Personen' })
const ofItems = (count: number) => plural(count, { one: '# Item', other: '# Items' })
const times = (count: number) => `${count}-mal`
const list = (parts: readonly string[]) => new Intl.ListFormat('de-DE', { type: 'conjunction' }).format(parts)

export const desk: Messages['desk'] = {
  cohort: {
    title: 'Kohorte',
    titleOf: (set) => `Kohorte: ${set}`,
    finding: {
      nobody: 'An diesem Set arbeitet noch niemand.',
      nobodyAdvice: 'Teilen Sie es auf der Seite des Sets Personen zu; dann erscheinen sie hier.',
      met: (met, all) => `${met} von ${ofPeople(all)} ${met === 1 ? 'hat' : 'haben'} das Kriterium erfüllt.`,
      done: (done, all) => `${done} von ${ofPeople(all)} ${done === 1 ? 'ist' : 'sind'} fertig.`,
      rest: (running, notBegun) => {
        const parts = [
          ...(running > 0 ? [`${running} in Arbeit`] : []),
          ...(notBegun > 0 ? [`${notBegun} nicht begonnen`] : []),
        ]
        return parts.length > 0 ? `${list(parts)}.` : ''
      },
      waits: (results, requests) => {
        const parts = [
          ...(results > 0
            ? [plural(results, { one: '# Ergebnis zum Freigeben', other: '# Ergebnisse zum Freigeben' })]
            : []),
          ...(requests > 0
            ? [
                plural(requests, {
                  one: '# Bitte um einen weiteren Versuch',
                  other: '# Bitten um einen weiteren Versuch',
                }),
              ]
            : []),
        ]
        return parts.length > 0 ? `Auf Sie warten: ${list(parts)}.` : 'Nichts wartet auf Sie.'
      },
      lowest: (variable, below, of) => `Am häufigsten darunter: ${variable}, bei ${below} von ${ofPeople(of)}.`,
    },
    status: {
      'not-begun': 'Nicht begonnen',
      running: 'In Arbeit',
      'to-release': 'Freizugeben',
      met: 'Kriterium erfüllt',
      revoked: 'Zertifikat widerrufen',
      'not-met': 'Nicht erfüllt',
      done: 'Fertig',
    },
    table: 'Trainees nach Variablen',
    caption:
      'Aus dem letzten ausgewerteten Versuch jeder Person. In jeder Zelle: Übereinstimmung mit dem Master, ihr 95-%-Intervall und n; Verzerrung in Punkten; Anteil der Übereinstimmung in der späteren Hälfte der Fälle minus dem in der früheren. Eine Zelle öffnet die Fälle dahinter.',
    person: 'Trainee',
    statusColumn: 'Stand',
    attempts: 'Versuche',
    attempt: (number) => `Versuch ${number}`,
    submitted: (done, all) => `${done} von ${all}`,
    attemptStates: {
      running: 'in Arbeit',
      waiting: 'freizugeben',
      released: 'abgeschlossen',
      expired: 'Zeit abgelaufen',
    },
    withheld: 'zurückgehalten',
    withheldLegend:
      'Zurückgehalten: Das Ergebnis ist freigegeben und wird trotzdem noch nicht gezeigt, weil einige seiner Fälle auch in einem Test stehen, der für diese Person noch offen ist, oder in Arbeit für die Studie, die noch abzugeben ist. Es erscheint, sobald das erledigt ist. Soll es früher erscheinen, nehmen Sie den Test zurück.',
    sortBy: (column) => `Nach ${column} ordnen`,
    below: (line) => `unter ${line}`,
    belowLegend: 'Das Zeichen ▾ steht, wo die Zahl unter dem Kriterium liegt, das unter dem Namen der Variable steht.',
    lines: {
      set: (line) => `${line}, nach der Regel des Sets`,
      study: (line) => `${line}, nach der Studie`,
    },
    nothing: 'Noch nichts verglichen',
    n: (count) => `n\u00a0=\u00a0${count}`,
    bias: (points, interval) => `Verzerrung ${points} ${interval}`,
    trend: {
      better: (change) => `spätere Hälfte ${change} besser`,
      worse: (change) => `spätere Hälfte ${change} schlechter`,
      same: 'spätere Hälfte gleich',
    },
    cell: (person, variable) => `${person}, ${variable}:`,
    showCases: 'Die Fälle zeigen',
    certificate: 'Zertifikat',
    certificateOf: (name) => `Zertifikat von ${name}`,
    select: (name) => `Ergebnisse von ${name} auswählen`,
    selectAll: 'Alle wartenden Ergebnisse auswählen',
    release: 'Freigeben',
    releaseOne: (name, number) => `Versuch ${number} von ${name} freigeben`,
    releaseChosen: (count) =>
      plural(count, { one: '# gewähltes Ergebnis freigeben', other: '# gewählte Ergebnisse freigeben' }),
    releaseHint: {
      practice:
        'Trainees sehen dann jedes Item neben der Masterkodierung. Ein Fall, den sie so gesehen haben, kann sie nicht mehr prüfen.',
      check:
        'Trainees sehen dann jedes Item neben der Masterkodierung. Ein Fall, den sie so gesehen haben, kann sie nicht mehr prüfen.',
      test: 'Trainees sehen dann, ob sie das Kriterium erfüllt haben, und die Zahlen, wo das Set es erlaubt; nie die Items.',
    },
    released: (count) => plural(count, { one: '# Ergebnis freigegeben.', other: '# Ergebnisse freigegeben.' }),
    wereReleased: (count) => plural(count, { one: '# war schon freigegeben.', other: '# waren schon freigegeben.' }),
    requests: 'Bitten um einen weiteren Versuch',
    requestOf: (name) => `Bitte von ${name}`,
    noNote: 'Ohne Begründung.',
    answer: 'Antwort (freiwillig)',
    answerHint: 'Die Person liest sie.',
    grant: 'Weiteren Versuch geben',
    refuse: 'Ablehnen',
    granted: (name) => `${name} kann einen weiteren Versuch machen.`,
    refused: (name) => `Die Bitte von ${name} ist abgelehnt.`,
    confusions: {
      title: 'Häufige Verwechslungen',
      intro:
        'Was gegeben wurde, wo der Master etwas anderes hat, im letzten ausgewerteten Versuch jeder Person. Die kostspieligsten zuerst.',
      none: 'Keine Verwechslung in den ausgewerteten Versuchen.',
      people: 'Personen',
      cost: 'Anteil an allen Abweichungen',
      open: ({ master, given, variable, count }) =>
        `${variable}: ${given}, wo der Master ${master} hat, ${times(count)}. Die Fälle zeigen.`,
    },
    behind: {
      cell: (person, variable) => `${person}: ${variable}, Fall für Fall`,
      confusion: (variable, given, master) => `${variable}: ${given}, wo der Master ${master} hat`,
      sentence: (agreed, compared, count) =>
        `${agreed} von ${ofItems(compared)} stimmen überein, in ${ofCases(count)}.`,
      none: 'Diese Variable kommt in keinem ausgewerteten Fall vor.',
      agreed: (agreed, compared) => `${agreed} von ${compared} stimmen überein`,
      compare: (name) => `${name} nebeneinander vergleichen`,
      onlyDifferent: 'Nur Fälle mit Abweichungen',
      close: 'Schließen',
    },
    files: 'Dateien',
    csv: {
      comparisons: 'Vergleiche als CSV',
      cohort: 'Kohorte als CSV',
      items: 'Items als CSV',
      attempts: 'Versuche als CSV',
    },
    toSet: 'Das Set',
    toItems: 'Items',
    keys: {
      items: 'Items dieses Sets',
      release: 'Die gewählten Ergebnisse freigeben',
      close: 'Die Liste der Fälle schließen',
    },
  },
  attempt: {
    title: (person, number) => `${person}, Versuch ${number}`,
    states: {
      running: 'In Arbeit',
      waiting: 'Abgeschlossen, noch nicht freigegeben',
      released: 'Freigegeben',
      expired: 'Die Zeit war abgelaufen, bevor alle Fälle abgegeben waren',
    },
    finding: {
      running: (done, all) => `Bisher ${done} von ${ofCases(all)} abgegeben. Ausgewertet wird am Ende.`,
      met: 'Das Kriterium ist erfüllt.',
      notMet: 'Das Kriterium ist nicht erfüllt.',
      noCriterion: 'Ausgewertet; das Set hat kein Kriterium.',
      unscored: 'Nicht ausgewertet.',
    },
    waits: 'Wer den Versuch gemacht hat, sieht das Ergebnis noch nicht.',
    facts: { started: 'Begonnen', finished: 'Abgeschlossen', due: 'Zeitgrenze' },
    masterChanged: (count) =>
      plural(count, {
        one: 'Die Masterkodierung von # Fall wurde nach dieser Auswertung geändert',
        other: 'Die Masterkodierungen von # Fällen wurden nach dieser Auswertung geändert',
      }),
    masterChangedAdvice:
      'Die Auswertung bleibt, wie sie berechnet wurde. Werten Sie den Versuch neu aus, wenn die neuen Masterkodierungen zählen sollen; die frühere bleibt verzeichnet.',
    verdict: 'Die Regel, an diesem Versuch geprüft',
    figures: 'Zahlen',
    figuresTable: 'Übereinstimmung mit der Masterkodierung',
    cases: 'Fälle',
    caseColumns: {
      case: 'Fall',
      submitted: 'Abgegeben',
      declaration: 'Erklärung',
      marks: 'Vermerke',
      compare: 'Vergleich',
    },
    notSubmitted: 'Nicht abgegeben',
    missing: 'Fehlt, die Zeit war abgelaufen',
    knewNothing: 'Wusste nichts davon',
    knew: (note) => (note ? `Wusste etwas: ${note}` : 'Wusste etwas'),
    noDeclaration: 'Keine',
    reflection: 'Notiz der Person',
    comments: (count) => plural(count, { one: '# Kommentar', other: '# Kommentare' }),
    released: 'Rückmeldung gezeigt',
    withdrawn: 'zurückgezogen',
    changed: 'Master geändert',
    compare: (name) => `${name} nebeneinander vergleichen`,
    compareShort: 'Nebeneinander',
    coding: 'Die Kodierung',
    codingOf: (name) => `Die Kodierung von ${name}`,
    scores: 'Alle Auswertungen',
    scoresIntro: 'Die neueste zuerst. Eine Auswertung wird nie geändert; neu auswerten fügt eine hinzu.',
    scored: (moment, by) => (by ? `${moment}, ${by}` : moment),
    firstScore: 'Erste Auswertung, am Ende des Versuchs',
    scoreAgain: 'Neu auswerten',
    scoreAgainHint:
      'Mit den Masterkodierungen von heute. Die frühere Auswertung bleibt; ein Zertifikat sagt, dass neu ausgewertet wurde.',
    scoredAgain: 'Neu ausgewertet.',
    reopen: 'Versuch wieder öffnen',
    reopenHint: (person) =>
      `${person} kann dann ändern, was abgegeben wurde. Die bisherige Auswertung bleibt verzeichnet. Das geht nur, solange nichts vom Versuch gezeigt wurde.`,
    reopened: 'Versuch wieder geöffnet.',
    noReopen:
      'Er lässt sich nicht wieder öffnen: Etwas davon wurde schon gezeigt. Stattdessen können Sie einen weiteren Versuch geben.',
    reason: 'Grund',
    reasonHint: 'Er bleibt verzeichnet.',
    release: 'Freigeben',
    releasedNow: 'Freigegeben.',
    certificate: 'Zum Zertifikat',
    keys: { open: 'Erster Fall nebeneinander' },
  },
  review: {
    title: (name, person) => `${name}, ${person}`,
    place: (position, of) => `Fall ${position} von ${of}`,
    previous: 'Voriger Fall',
    next: 'Nächster Fall',
    comment: 'Kommentar',
    commentIntro: 'Die Person sieht ihn mit der Rückmeldung, sobald sie freigegeben ist.',
    commentIntroTest: 'Das ist ein Test: Einzelne Items sieht die Person nie. Kommentare bleiben bei den Trainern.',
    about: 'Worüber',
    aboutCase: 'Der ganze Fall',
    words: 'Kommentar',
    add: 'Kommentar hinzufügen',
    added: 'Kommentar hinzugefügt.',
    attempt: 'Der Versuch',
    keys: { previous: 'Voriger Fall', next: 'Nächster Fall', comment: 'Einen Kommentar schreiben' },
  },
  items: {
    title: 'Items',
    titleOf: (set) => `Items: ${set}`,
    finding: {
      none: 'Noch hat niemand ein Item dieses Sets kodiert.',
      noneAdvice: 'Schwierigkeit und Trennschärfe erscheinen mit dem ersten ausgewerteten Versuch.',
      hardest: (label, name, figures) => `Am schwersten: ${label} in ${name}, Übereinstimmung ${figures}.`,
      allRight: 'Bisher stimmen alle bei jedem Item mit dem Master überein.',
      masters: (count, all) =>
        count === 0
          ? `Bei keinem von ${ofItems(all)} widersprechen sich Masterkodierungen.`
          : `Bei ${count} von ${ofItems(all)} sind sich die Master nicht einig.`,
      reversed: (count) =>
        plural(count, {
          one: 'Bei # Item stimmen gerade die am ehesten überein, die es sonst am wenigsten tun: Lesen Sie seine Masterkodierung noch einmal.',
          other:
            'Bei # Items stimmen gerade die am ehesten überein, die es sonst am wenigsten tun: Lesen Sie ihre Masterkodierungen noch einmal.',
        }),
    },
    table: 'Items des Sets',
    caption:
      'Aus dem ersten ausgewerteten Versuch jeder Person. Übereinstimmung: Anteil derer, die das Item kodiert haben und mit dem Master übereinstimmen, mit Intervall. Trennschärfe: Korrelation der Übereinstimmung hier mit der beim Rest, ab fünf Personen.',
    columns: {
      item: 'Item',
      case: 'Fall',
      agreed: 'Übereinstimmung',
      n: 'n',
      discrimination: 'Trennschärfe',
      masters: 'Master',
      commonest: 'Häufigste andere Antwort',
    },
    agreedOf: (share, n) => `übereinstimmend bei ${share} von ${n}`,
    noDiscrimination: 'weniger als fünf, oder keine Streuung',
    disagree: 'uneinig',
    given: (value, count) => `${value}, ${times(count)}`,
    show: 'Zeigen',
    filters: {
      all: 'Alle Items',
      missed: 'Von der Hälfte oder mehr verfehlt',
      masters: 'Wo Master uneinig sind',
      reversed: 'Mit negativer Trennschärfe',
    },
    search: 'Item oder Fall',
    shown: (shown, all) =>
      shown === all ? plural(all, { one: '# Item', other: '# Items' }) : `${shown} von ${ofItems(all)}`,
    noneFits: 'Kein Item passt dazu.',
    noneFitsAdvice: 'Ändern Sie oben den Filter, um mehr zu sehen.',
    more: (next, rest) => `${next} weitere von ${rest} zeigen`,
    cohort: 'Kohorte',
  },
  trainee: {
    title: 'Trainee',
    intro: 'Aus jedem ausgewerteten Fall, auch was die Person selbst noch nicht sieht.',
    sets: 'Sets und Versuche',
    noSets: 'Dieser Person wurde kein Trainingsset zugeteilt.',
    due: (day) => `bis ${day}`,
    notBegun: 'Nicht begonnen',
    toCohort: (set) => `Kohorte: ${set}`,
  },
}
