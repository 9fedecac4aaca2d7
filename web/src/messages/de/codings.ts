import type { Messages } from '../en/index.ts'
import { lacksInGerman } from './codebook-rules.ts'
import { plural } from './plural.ts'

const changes = (count: number) => plural(count, { one: '# Änderung', other: '# Änderungen' })

export const codings: Messages['codings'] = {
  states: { 'not-started': 'Nicht begonnen', draft: 'Entwurf', submitted: 'Abgegeben' },
  master: 'Master',
  coding: 'Kodierung',
  opening: 'Die Kodierung wird geöffnet',
  text: 'Text',
  observation: 'Beobachtung',
  instruments: 'Instrumente',
  shown: 'Was gezeigt wird',
  tabs: {
    ratings: 'Ratings',
    annotations: (count) => `Annotationen ${count || ''}`,
    memo: (isWritten) => (isWritten ? 'Memo ·' : 'Memo'),
  },
  note: {
    title: (name) => `Bevor Sie ${name} öffnen`,
    advice:
      'Lesen Sie es, wenn es Ihnen passt, und machen Sie Pausen, wenn Sie welche brauchen. Alles, was Sie tun, wird laufend gespeichert.',
    open: 'Fall öffnen',
    notNow: 'Jetzt nicht',
  },
  bar: {
    versionOf: (version, reason) => `, Fassung ${version} der Kodierung: ${reason}`,
    reading: (name) => `Sie lesen die Kodierung von ${name}`,
    yoursSubmitted: 'Ihre Kodierung, abgegeben',
    requiredRatings: 'Erforderliche Ratings',
    required: ' erforderlich',
    undo: (what) => `Rückgängig: ${what}`,
    nothingToUndo: 'Nichts rückgängig zu machen',
    redo: (what) => `Wiederholen: ${what}`,
    nothingToRedo: 'Nichts zu wiederholen',
    submit: 'Abgeben',
    textSize: 'Schriftgröße des Textes',
    smaller: 'Kleinere Schrift',
    larger: 'Größere Schrift',
  },
  undone: (what) => `Rückgängig gemacht: ${what}`,
  redone: (what) => `Wiederholt: ${what}`,
  takenOver: (count) =>
    count === 1
      ? 'Eine Änderung aus einem anderen Fenster übernommen'
      : `${count} Änderungen aus einem anderen Fenster übernommen`,
  saving: {
    saved: 'Gespeichert',
    savedButOne: 'Gespeichert, nur eine Entscheidung von Ihnen fehlt',
    saving: 'Wird gespeichert',
    again: 'Wieder gespeichert',
    offline: (waiting, since) => `Offline seit ${since}, ${changes(waiting)} hier aufbewahrt`,
    signedOut: (waiting) => `Abgemeldet, ${changes(waiting)} hier aufbewahrt`,
    refused: (waiting) => `Nicht gespeichert, ${changes(waiting)} hier aufbewahrt`,
    offlineTitle: 'Der Server ist nicht erreichbar. Kodieren Sie weiter.',
    offlineAdvice: (isLasting) =>
      isLasting
        ? 'Ihre Änderungen werden verschlossen in diesem Browser aufbewahrt und gespeichert, sobald die Verbindung wieder da ist.'
        : 'Ihre Änderungen werden in diesem Fenster aufbewahrt und gespeichert, sobald die Verbindung wieder da ist. Schließen Sie das Fenster nicht.',
    tryNow: 'Jetzt versuchen',
    signedOutTitle: 'Sie wurden abgemeldet. Nichts ist verloren.',
    signedOutAdvice: (name) => `Melden Sie sich wieder als ${name} an; dann wird gespeichert, was hier wartet.`,
    haveSignedIn: 'Ich habe mich angemeldet',
    refusedTitle: 'Der Server nimmt eine Änderung nicht an',
    refusedAdvice: (why) =>
      `${why} Was Sie getan haben, steht noch auf dieser Seite; was danach kommt, wird erst gespeichert, wenn Sie entschieden haben.`,
    takeBack: 'Diese Änderung zurücknehmen',
    leaveTitle: 'Ohne Speichern verlassen?',
    leaveLoses: (count, isLasting) =>
      isLasting
        ? plural(count, {
            one: '# Ihrer Änderungen hat den Server noch nicht erreicht. Sie bleibt in diesem Browser und wird gespeichert, wenn Sie die Kodierung wieder öffnen.',
            other:
              '# Ihrer Änderungen haben den Server noch nicht erreicht. Sie bleiben in diesem Browser und werden gespeichert, wenn Sie die Kodierung wieder öffnen.',
          })
        : plural(count, {
            one: '# Ihrer Änderungen hat den Server noch nicht erreicht. Sie steht nur in diesem Fenster.',
            other: '# Ihrer Änderungen haben den Server noch nicht erreicht. Sie stehen nur in diesem Fenster.',
          }),
    stay: 'Bleiben',
    leave: (isLasting) => (isLasting ? 'Verlassen' : 'Verlassen und verlieren'),
  },
  conflict: {
    region: 'In zwei Fenstern geändert',
    title: (item) => `In zwei Fenstern geändert: ${item}`,
    advice: 'Nichts ist verloren: Beides ist hier. Wählen Sie, was bleibt.',
    mine: 'Ihre Fassung, in diesem Fenster',
    keepMine: 'Ihre Fassung behalten',
    theirs: 'Aus dem anderen Fenster gespeichert',
    keepTheirs: 'Die andere behalten',
    keepBoth: 'Beide Texte behalten',
    annotation: (code) => `Die Annotation ${code}`,
    memo: 'Das Memo zum Fall',
    interval: (number) => `Intervall ${number}`,
    confidence: (confidence) => `Sicherheit ${confidence}`,
    evidenceFor: (ratings) => `Beleg für ${ratings}`,
    removed: 'Entfernt',
    unscorable: 'Nicht kodierbar',
    nothingSeen: 'Nichts gesehen',
    fromTo: (from, to) => `${from} bis ${to ?? 'offen'}`,
    notScored: 'Nicht kodiert',
    asRecorded: 'Wie im Protokoll',
    empty: 'Leer',
  },
  memo: {
    title: 'Memo zum Fall',
    placeholder: 'Was Ihnen auffällt, worauf Sie zurückkommen wollen, was gegen Ihre Kodierung spricht.',
  },
  submit: {
    unsaved: 'Einige Änderungen sind noch nicht gespeichert. Die Abgabe wartet, bis sie es sind.',
    done: 'Abgegeben. Die Kodierung ist festgeschrieben.',
    title: 'Diese Kodierung abgeben?',
    complete:
      'Sie ist vollständig. Nach der Abgabe bleibt sie für immer, wie sie ist; nur die Trainingsleitung kann mit einem Grund eine neue Fassung öffnen.',
    confirm: 'Abgeben und festschreiben',
    notYet: 'Noch nicht',
    missing: (count) =>
      count === 1
        ? 'Eines fehlt noch, bevor Sie abgeben können'
        : `${count} Dinge fehlen noch, bevor Sie abgeben können`,
    goOn: 'Weiterkodieren',
    lacks: lacksInGerman,
  },
  keys: {
    letters: 'Codes, während Wörter ausgewählt sind',
    coding: 'Kodieren',
    text: 'Im Text',
    codeAs: (code) => `Kodieren als ${code}`,
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    chooseCode: 'Code für die ausgewählten Wörter wählen',
    repeat: 'Letzten Code auf die ausgewählten Wörter anwenden',
    remove: 'Gewählte Annotation entfernen',
    nextMissing: 'Zum nächsten, was fehlt, zuerst zu den Ratings',
    before: 'Vorige Annotation',
    after: 'Nächste Annotation',
    toText: 'Zum Text',
    toRating: 'Zum Rating',
    toAnnotations: 'Zur Liste der Annotationen',
    toMemo: 'Zum Memo zum Fall',
    letGo: 'Auswahl oder Annotation loslassen',
    nextTurn: 'Nächster Redebeitrag; auch mit j',
    caret: 'Schreibmarke in den Redebeitrag setzen',
    codeTurn: 'Ganzen Redebeitrag kodieren',
    grows: 'Auswahlen wachsen auf ganze Einheiten oder bleiben genau',
    byCharacter: 'Schreibmarke: zeichenweise auswählen; mit Strg oder Alt wortweise',
    bySentence: 'Schreibmarke: satzweise auswählen',
    byTurn: 'Schreibmarke: nach Redebeiträgen auswählen',
    byWord: 'Schreibmarke: das Wort auswählen, dann den Satz',
    selectFirst: 'Wählen Sie zuerst Wörter aus.',
    noCodeYet: 'Es wurde noch kein Code benutzt.',
    allRated: 'Alles Erforderliche ist bewertet.',
  },
}
