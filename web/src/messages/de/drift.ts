import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

const cases = (count: number) => plural(count, { one: '# Kalibrierungsfall', other: '# Kalibrierungsfällen' })

export const drift: Messages['drift'] = {
  intro:
    'Fälle mit Masterkodierung kommen unter die gewöhnliche Arbeit gemischt; Kodierende können sie nicht erkennen. Regelkarten zeigen, ob die Übereinstimmung hält.',
  newPlan: 'Kodierende beobachten',
  saveAll: 'Alle Punkte als CSV',
  none: 'Noch wird niemand beobachtet.',
  noneAdvice:
    'Wählen Sie Kodierende, die bestanden haben, und Fälle mit Masterkodierung. Von da an kommt ab und zu ein Kalibrierungsfall zu ihren Zuweisungen.',
  watched: 'Beobachtete Kodierende',
  watchedTable: 'Kodierende, die auf Drift beobachtet werden',
  columns: {
    coder: 'Kodierende',
    plan: 'Plan',
    state: 'Stand',
    done: 'Fälle',
    waiting: 'Offen',
    left: 'Übrig',
    last: 'Letzter Fall',
  },
  states: { calm: 'in Kontrolle', alarm: 'Alarm', paused: 'Alarm, angehalten', begun: 'noch nichts kodiert' },
  nothing: 'noch keiner',
  alarmTitle: (name, caseId, day) => `${name} driftet: Alarm bei ${caseId}, ${day}`,
  alarm: {
    agreement: { below: 'Die Übereinstimmung mit den Masterkodierungen ist geringer als erwartet.', above: '' },
    bias: {
      below: 'Die Werte liegen tiefer als die Masterkodierungen, mehr als zu erwarten ist.',
      above: 'Die Werte liegen höher als die Masterkodierungen, mehr als zu erwarten ist.',
    },
  },
  alarmAdvice:
    'Sehen Sie diese Fälle gemeinsam an. Sagen Sie dann, dass neu kalibriert wurde: Die Karten beginnen von vorn.',
  paused: (name) => `${name} bekommt bis dahin keine neuen Fälle.`,
  noneLeft: (name) =>
    `${name} hatte jeden Kalibrierungsfall dieses Plans; es kommt keiner mehr. Beenden Sie den Plan und beginnen Sie einen mit mehr Fällen.`,
  calm: (name, done) => `${name} ist nach ${cases(done)} in Kontrolle.`,
  begun: (name) => `${name} hat noch keinen Kalibrierungsfall eingereicht.`,
  recalibrate: 'Neu kalibriert',
  recalibrateTitle: (name) => `${name} wurde neu kalibriert`,
  recalibrateIntro:
    'Die Karten beginnen mit dem nächsten Fall von vorn, und eine Pause endet. Die früheren Fälle bleiben auf den Karten.',
  recalibrateNote: 'Was getan wurde',
  recalibrateHint: 'Zum Beispiel: zwei Fälle gemeinsam gelesen, die Skala Kohärenz besprochen.',
  recalibrated: (name) => `Die Karten von ${name} beginnen von vorn.`,
  recalibrations: 'Neukalibrierungen',
  recalibration: (day, name) => `${day}, ${name}`,
  chart: {
    title: {
      agreement: {
        calm: 'Die Übereinstimmung mit dem Master bleibt über ihrer Grenze',
        alarm: 'Die Übereinstimmung mit dem Master fiel unter ihre Grenze',
      },
      bias: {
        calm: 'Die mittlere Differenz zum Master bleibt in ihren Grenzen',
        alarm: 'Die mittlere Differenz zum Master verließ ihre Grenzen',
      },
    },
    empty: {
      agreement: 'Übereinstimmung mit dem Master: noch kein Fall',
      bias: 'Mittlere Differenz zum Master: noch kein Fall',
    },
    sentence: (finding, points, alarms) =>
      `${finding} (${plural(points, { one: 'n = # Fall', other: 'n = # Fälle' })}${alarms > 0 ? plural(alarms, { one: ', # außerhalb', other: ', # außerhalb' }) : ''}).`,
    axis: { agreement: 'Anteil übereinstimmender Einheiten', bias: 'Eigener Wert minus Master, Punkte' },
    smoothedAxis: {
      agreement: 'Anteil übereinstimmender Einheiten, gewichtetes Mittel',
      bias: 'Eigener Wert minus Master, Punkte, gewichtetes Mittel',
    },
    cases: 'Kalibrierungsfälle, der Reihe nach',
    expected: 'erwartet',
    limit: 'Grenze',
    legendSingle: 'ein Fall',
    legendAverage: 'gewichtetes Mittel, an den Grenzen gemessen',
    legendPoint: 'ein Fall, an den Grenzen gemessen',
    legendSignal: 'außerhalb',
    rule: {
      p: 'Ein Fall unter der Grenze: weniger übereinstimmende Einheiten, als jemand in Kontrolle in 2 von 1.000 Fällen hat (exakte Grenze).',
      ewma: 'Das Mittel, in dem jeder neue Fall ein Fünftel zählt, liegt weiter als 2,962 seiner Standardabweichungen entfernt.',
      individuals:
        'Ein Fall jenseits von 3 Standardabweichungen, oder zwei von drei aufeinanderfolgenden jenseits von 2 auf derselben Seite (Western Electric).',
    },
    byScales: (scales) =>
      `Jeder Fall wird an der Standardabweichung gemessen, die zur Zahl seiner eingeschätzten Skalen gehört: Mit weniger als ${scales} ist sie größer als die des Plans, mit mehr kleiner.`,
    oneDeviation:
      'Jeder Fall wird an derselben Standardabweichung gemessen, wie viele eingeschätzte Skalen er auch hat: Bedenken Sie das bei einem Alarm an einem Fall mit wenigen.',
    table: { agreement: 'Übereinstimmung, Fall für Fall', bias: 'Mittlere Differenz, Fall für Fall' },
    columns: {
      case: 'Fall',
      order: 'Reihenfolge',
      day: 'Eingereicht',
      n: 'Einheiten',
      scales: 'Skalen',
      value: 'Dieser Fall',
      smoothed: 'Mittel',
      lower: 'Untere Grenze',
      upper: 'Obere Grenze',
      signal: 'Außerhalb',
    },
    signals: { 'beyond-limits': 'außerhalb der Grenze', 'two-of-three': 'zwei von drei' },
    point: (caseId, value) => `${caseId}: ${value}`,
    restart: 'neu kalibriert',
  },
  recodes: {
    title: 'Eigene frühere Fälle, noch einmal kodiert',
    intro: 'Verglichen mit der ersten Kodierung derselben Person; daran hängt kein Alarm.',
    columns: {
      case: 'Fall',
      day: 'Eingereicht',
      agreed: 'Stimmen überein',
      difference: 'Zweite minus erste, Punkte',
    },
  },
  plans: 'Pläne',
  plan: {
    ended: (day) => `Beendet am ${day}`,
    since: (day) => `Seit ${day}`,
    every: (every) =>
      plural(every, {
        one: 'ein Kalibrierungsfall mit jedem gewöhnlichen',
        other: 'ein Kalibrierungsfall nach # gewöhnlichen',
      }),
    recodeEvery: (every) =>
      plural(every, {
        one: 'ein eigener Fall noch einmal mit jedem gewöhnlichen',
        other: 'ein eigener Fall noch einmal nach # gewöhnlichen',
      }),
    pauses: 'ein Alarm hält neue Fälle an',
    end: 'Plan beenden',
    endTitle: (name) => `Den Plan ${name} beenden?`,
    endLoses:
      'Es kommt kein Kalibrierungsfall mehr, und niemand wird angehalten. Was zugewiesen wurde, bleibt; alle Punkte bleiben in der CSV.',
    hasEnded: (name) => `Der Plan ${name} ist beendet.`,
  },
  promise: {
    sentence: (falseAlarm, found, nine) =>
      `Im Mittel ein falscher Alarm in ${falseAlarm} Kalibrierungsfällen; eine Drift von einem Skalenpunkt wird im Mittel nach ${found} gefunden, neun von zehn innerhalb von ${nine}.`,
    never:
      'Mit diesen Einstellungen könnte keine Drift von einem Skalenpunkt gefunden werden: Die Fälle haben zu wenige Einheiten.',
    noDrift: (falseAlarm) =>
      `Im Mittel ein falscher Alarm in ${falseAlarm} Kalibrierungsfällen. Unter diesen Variablen ist keine Skala, eine Drift von einem Skalenpunkt sagt hier also nichts.`,
    title: 'Was diese Karten versprechen',
    table: 'Versprechen jeder Karte, in Kalibrierungsfällen',
    columns: {
      chart: 'Karte',
      falseAlarm: 'Falscher Alarm nach',
      found: 'Ein Punkt gefunden nach',
      nine: 'Neun von zehn innerhalb von',
    },
    agreement: 'Übereinstimmung',
    bias: 'Neigung',
    together: 'Beide zusammen',
    counted:
      'Gezählt in Kalibrierungsfällen. Für die ganze Arbeit mal den gewöhnlichen Fällen zwischen zwei von ihnen.',
    cannot: 'kann nicht auslösen',
  },
  builder: {
    title: 'Kodierende beobachten',
    intro:
      'Nichts, was diese Kodierenden sehen, wird anders. Sie sollten wissen, dass es solche Fälle gibt, nicht welche.',
    name: 'Name des Plans',
    codebook: 'Codebuch',
    about: 'Der Plan',
    people: 'Wer beobachtet wird',
    peopleHint: 'Kodierende und Trainees: Wer diese Seite öffnen kann, wäre nicht blind.',
    noPeople: 'Noch keine Kodierenden oder Trainees in dieser Studie.',
    cases: 'Kalibrierungsfälle',
    casesHint:
      'Fälle mit Masterkodierung. Jede Person bekommt jeden höchstens einmal und keinen, den sie schon einmal hatte.',
    allCases: 'Alle',
    noMasters: 'Noch keine Masterkodierungen.',
    noCases:
      'Kein Fall hat mit diesem Codebuch eine Masterkodierung. Kennzeichnen Sie eine in der Übersicht des Fortschritts.',
    every: 'Ein Kalibrierungsfall nach so vielen gewöhnlichen',
    recodeEvery: 'Ein eigener früherer Fall noch einmal nach so vielen gewöhnlichen',
    everyHint: 'Mit 5 dient einer von sechs Fällen der Kalibrierung.',
    recodeHint: 'Leer: keiner.',
    watch: 'Was beobachtet wird',
    variables: 'Variablen',
    variablesHint: 'Keine angekreuzt: alle. Häufigkeiten und Dauern bleiben weg.',
    collapse: 'Klassen werden verglichen',
    asCoded: 'wie kodiert',
    charts: 'Regelkarten',
    fromTraining: (count, items) =>
      plural(count, {
        one: `Vorgeschlagen nach # Fall (${items} Einheiten) aus abgeschlossenen Trainingsversuchen dieser Personen.`,
        other: `Vorgeschlagen nach # Fällen (${items} Einheiten) aus abgeschlossenen Trainingsversuchen dieser Personen.`,
      }),
    fromConvention:
      'Vorgeschlagen nach Konvention: Von diesen Personen gibt es weniger als fünf abgeschlossene Trainingsfälle. Diese Zahlen sind keine Schätzungen.',
    estimate: {
      sentence: (count, deviation, lower, upper) =>
        plural(count, {
          one: `Die Standardabweichung der mittleren Differenz war ${deviation} in # Fall; die wahre kann zwischen ${lower} und ${upper} liegen (95-%-Intervall).`,
          other: `Die Standardabweichung der mittleren Differenz war ${deviation} in # Fällen; die wahre kann zwischen ${lower} und ${upper} liegen (95-%-Intervall).`,
        }),
      few: 'Das beruht auf wenigen Fällen',
      advice: (enough) =>
        `Was unten versprochen wird, gilt nur, wenn die Zahl stimmt: Ist sie zu klein, kommen falsche Alarme ein Mehrfaches so oft. Nehmen Sie lieber eine größere, bis ${enough} Fälle da sind, und lassen Sie einen Alarm die Arbeit nicht anhalten; beginnen Sie dann einen neuen Plan.`,
      none: 'Für die Standardabweichung haben weniger als fünf dieser Fälle Skalen: Sie ist nach Konvention vorgeschlagen.',
    },
    agreementChart: 'Übereinstimmung',
    biasChart: 'Neigung',
    kinds: {
      agreement: { ewma: 'EWMA: findet eine bleibende Änderung früher', p: 'p-Karte: jeder Fall für sich' },
      bias: { ewma: 'EWMA: findet eine bleibende Änderung früher', individuals: 'Einzelwerte: jeder Fall für sich' },
    },
    within: 'Skalen stimmen überein innerhalb von Punkten',
    expected: 'Erwartete Übereinstimmung, Prozent',
    centre: 'Erwartete mittlere Differenz, Punkte',
    deviation: 'Ihre Standardabweichung zwischen Fällen, Punkte',
    ofScales: 'Bei Fällen mit so vielen eingeschätzten Skalen',
    ofScalesHint: 'Mit weniger sind die Grenzen weiter, mit mehr enger. Leer: für jeden Fall dieselbe.',
    suggestAgain: 'Vorschlag übernehmen',
    pauses: 'Ein Alarm hält neue Fälle für diese Person an, bis neu kalibriert wurde',
    create: 'Beobachtung beginnen',
    created: (name) => `Der Plan ${name} hat begonnen.`,
    missing: 'Wählen Sie mindestens eine Person und einen Fall.',
  },
  home: (name) => `${name} driftet: die Regelkarte ansehen`,
}
