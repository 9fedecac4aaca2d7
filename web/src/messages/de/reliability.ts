import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

const cases = (count: number) => plural(count, { one: '# Fall', other: '# Fälle' })

export const reliability: Messages['reliability'] = {
  screen: 'Reliabilität',
  tablesKey: 'Die Zahlen der Diagramme als Tabellen zeigen oder verbergen',
  saveSvg: 'Als SVG sichern',
  saveCsv: 'Als CSV sichern',
  saveReport: 'Berichtsseite',
  saveScript: 'R-Skript',
  showTable: 'Tabelle',
  close: 'Schließen',
  closer: {
    intro: 'Zwei Urteilende aus der Nähe, dann alle mit allen. Jede Zelle öffnet die Fälle dahinter.',
    opened: (names) => `Aus der Nähe: ${names}.`,
  },
  criterion: (value) => `Kriterium ${value}`,
  undefinedOf: (n) => `nicht bestimmt, n = ${n}`,
  points: (count) => plural(count, { one: '# Punkt', other: '# Punkte' }),
  cases,
  confusion: {
    title: ({ same, n, percent }) => `Derselbe Code bei ${same} von ${n} Fällen (${percent})`,
    worst: ({ first, row, second, column, count }) =>
      `; am häufigsten verschieden: ${row} bei ${first}, ${column} bei ${second} (${cases(count)})`,
    nothing: (first, second) => `Keinen Fall haben ${first} und ${second} beide kodiert.`,
    all: 'alle',
  },
  limits: {
    higher: ({ high, low, points }) => `${high} urteilt im Mittel ${points} Punkte höher als ${low}`,
    equal: (first, second) => `${first} und ${second} urteilen im Mittel gleich hoch`,
    expected: ({ share, lower, upper, n }) =>
      `${share} der Differenzen sind zwischen ${lower} und ${upper} zu erwarten (n = ${n}).`,
    drift: ({ slope, p }) => `Die Differenz ändert sich entlang der Skala: um ${slope} je Punkt des Mittels, ${p}.`,
    steady: ({ slope, p }) =>
      `Kein Anzeichen, dass sich die Differenz entlang der Skala ändert: ${slope} je Punkt des Mittels, ${p}.`,
    undefined: (reason) => `Grenzen der Übereinstimmung sind nicht bestimmt: ${reason}`,
    difference: (first, second) => `Differenz (${first} − ${second}), Punkte`,
    mean: 'Mittel der beiden, Punkte',
    bubbles: 'Je größer ein Kreis, desto mehr Fälle liegen dort.',
    thinned: (every) => `Gezeichnet ist jeder ${every}. Punkt.`,
    rule: { bias: 'Mittel', upper: 'Grenze', lower: 'Grenze' },
    numbers: 'Grenzen der Übereinstimmung',
    rows: {
      bias: 'Mittlere Differenz',
      upper: 'Obere Grenze',
      lower: 'Untere Grenze',
      slope: 'Steigung über dem Mittel',
    },
    columns: { value: 'Punkte', interval: 'KI', p: 'p' },
    caseColumns: { case: 'Fall', mean: 'Mittel', difference: 'Differenz' },
  },
  company: {
    axis: 'Koeffizient',
    gap: (observed, kappa) => `die beobachtete Übereinstimmung ist ${observed} und Kappa ${kappa}`,
    beside: (pabak, ac1) => `PABAK ist ${pabak}, AC1 ${ac1}`,
    title: {
      'no-items': () => 'Keinen Fall haben beide kodiert; es gibt nichts zu erklären.',
      'one-code': () =>
        'Beide haben nur ein und denselben Code benutzt: Sie stimmen in jedem gemeinsamen Fall überein, und Kappa ist nicht bestimmt, weil der Zufall dasselbe gäbe.',
      paradox: ({ gap, beside, code, share }) =>
        `Das Kappa-Paradox: ${gap}, denn ${code} macht ${share} aller Codes aus, und schon der Zufall stimmte oft überein; ${beside}.`,
      uneven: ({ gap, most }) =>
        `Die beiden benutzen die Codes verschieden oft: Bei ihren Anteilen kann Kappa ${most} nicht übersteigen; ${gap}.`,
      prevalence: ({ gap, beside }) => `Kappa hängt davon ab, wie oft jeder Code benutzt wird: ${gap}; ${beside}.`,
      none: ({ gap, beside }) =>
        `Kein Kappa-Paradox: ${gap}, und was nicht von der Häufigkeit abhängt, sagt fast dasselbe; ${beside}.`,
    },
    twoOnly: 'nur für zwei Kategorien',
    numbers: 'Kappa und was daneben gelesen wird',
    columns: { measure: 'Koeffizient', estimate: 'Schätzung', interval: 'KI, gezeigt bis 1', n: 'n' },
  },
  matrix: {
    title: ({ measure, low, lowPair, high, highPair }) =>
      `${measure} der Paare reicht von ${low} (${lowPair}) bis ${high} (${highPair})`,
    undefinedPairs: (count) => plural(count, { one: '; # Paar nicht bestimmt', other: '; # Paare nicht bestimmt' }),
    nothing: 'Kein Paar hat einen Koeffizienten.',
    hint: 'Der Koeffizient jedes Paares, sein Intervall bis 1 und die Zahl der Fälle. Eine Zelle zeigt das Paar aus der Nähe.',
    pale: (minimum) => `Blass: weniger als ${minimum} Fälle.`,
    minimum: 'Blass unter',
    label: 'Alle mit allen',
    pair: (one, other) => `${one} und ${other}`,
    undefined: 'nicht bestimmt',
    columns: { first: 'Eine', second: 'Andere', estimate: 'Schätzung', lower: 'Untere', upper: 'Obere', n: 'n' },
  },
  forest: {
    columns: { variable: 'Variable', estimate: 'Schätzung', lower: 'Untere', upper: 'Obere', n: 'n' },
  },
  script: {
    title: 'Dasselbe in R',
    intro: 'Jede Zahl dieser beiden, von R aus ihren Urteilen berechnet, die im Skript stehen.',
    label: 'R-Skript',
  },
  methods: {
    title: 'Methoden',
    intro: 'Für den Methodenteil einer Arbeit, und was man wissen muss, um die Zahlen oben zu beurteilen.',
    files:
      'Die Seite enthält alles Obige für alle Vergleiche zugleich; das Skript berechnet jede Zahl noch einmal in R.',
  },
  intro: 'Berechnet aus abgegebenen Originalkodierungen, nie aus Konsenskodierungen.',
  computing: 'Übereinstimmung wird berechnet',
  controls: {
    codebook: 'Codebuch',
    collapse: 'Verglichene Klassen',
    comparison: 'Vergleich',
    comparisons: {
      master: 'Alle mit dem Master',
      pairs: 'Jedes Paar von Kodierenden',
      all: 'Alle Kodierenden zusammen',
    },
    more: 'Variablen und Kodierende',
    variables: 'Variablen',
    coders: 'Kodierende',
    shown: 'Gezeigt',
    everyComparison: (count) => `Alle ${count} Vergleiche`,
    allDigits: 'Alle Stellen zeigen',
    files: 'Dateien',
    results: 'Ergebnisse als CSV',
    long: 'Rohratings, lang',
    wide: 'Rohratings, breit',
    events: 'Ereignisse',
    intervals: 'Intervalle',
    episodes: 'Episoden',
  },
  nothing: {
    title: 'Noch nichts zu vergleichen',
    master: 'Ein Vergleich braucht einen Fall mit Masterkodierung und einer abgegebenen Kodierung von jemand anderem.',
    coders: 'Ein Vergleich braucht einen Fall, den mindestens zwei Personen abgegeben haben.',
  },
  families: {
    classes: { title: 'Klassen', caption: 'Übereinstimmung bei Klassen, mit Intervallen' },
    scores: { title: 'Skalen', caption: 'Übereinstimmung bei Skalen, mit Intervallen' },
  },
  allComparisons: 'Alle Vergleiche',
  withMaster: (coders) => `${coders} mit der Masterkodierung`,
  together: (coders) => `${coders} Kodierende zusammen`,
  verdict: {
    none: 'Die Daten bestimmen noch keinen Koeffizienten.',
    reached: (part) =>
      `${part.reached} von ${plural(part.determined, { one: '# Variablen', other: '# Variablen' })} ${
        part.reached === 1 ? 'erreicht' : 'erreichen'
      } das Kriterium, ${part.whole} davon mit dem ganzen Intervall.`,
    lowest: (label, value) => `Am niedrigsten: ${label}, ${value}.`,
  },
  openEnd: 'offen',
  dropped: (count, why) => `${plural(count, { one: '# Fall', other: '# Fälle' })} ${why}`,
  cut: 'Das Intervall reicht über das hinaus, was der Koeffizient annehmen kann, und ist dort abgeschnitten gezeigt; die Datei hat es ganz.',
  table: { variable: 'Variable', coder: 'Kodiert von', notThisKind: 'nicht für diese Art' },
  cross: {
    axes: (first, second, n) => `Zeilen: ${first}. Spalten: ${second}. n = ${n}.`,
    label: 'Konfusionsmatrix',
    unused: 'Auch zeigen, was niemand benutzt hat',
    cell: (part) =>
      `${part.first} ${part.row}, ${part.second} ${part.column}: ${plural(part.count, { one: '# Fall', other: '# Fälle' })}`,
    cases: (row, column, count) => `${row} und ${column}: ${plural(count, { one: '# Fall', other: '# Fälle' })}`,
  },
  about: (part) =>
    `Codebuch ${part.codebook}. ${plural(part.cases, { one: '# Fall', other: '# Fälle' })}. Intervalle zu ${part.level}. Nur Originale: die letzte abgegebene Fassung jeder Kodierung, so wie sie abgegeben wurde. ${
      part.isBlind ? 'Alle haben blind kodiert.' : 'Nicht alle Kodierungen entstanden in einer blinden Rolle.'
    } Verzerrung: mittlere Differenz, Kodierung minus Master oder erste minus zweite Person.`,
  codebookVersion: (title, version) => `${title}, Version ${version}`,
}
