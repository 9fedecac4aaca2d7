import { criteria } from './criteria.ts'

/**
 * What the server says while a training set is built, opened and begun, and to whom no work is given, with its parts in braces. A test holds the
 * list against the sources that say it.
 */
export const templates: readonly (readonly [english: string, german: string])[] = [
  ['The codebook has no variable {0}. Take it out.', 'Das Kodierbuch hat keine Variable {0}. Nehmen Sie sie heraus.'],
  ['The codebook has no code {0}. Take it out.', 'Das Kodierbuch hat keinen Code {0}. Nehmen Sie ihn heraus.'],
  [
    'The codebook has no codes to put on units. Choose “none”.',
    'Das Kodierbuch hat keine Codes für Einheiten. Wählen Sie „nicht kodiert“.',
  ],
  [
    'There is nothing to code. Choose variables or codes.',
    'Es gibt nichts zu kodieren. Wählen Sie Variablen oder Codes.',
  ],
  ['Choose at least one case.', 'Wählen Sie mindestens einen Fall.'],
  [
    '{0} is for a case with a transcript; {1} has none. Take it out.',
    '{0} ist für Fälle mit Transkript; {1} hat keines. Nehmen Sie ihn heraus.',
  ],
  [
    '{0} is for a case with an observation record; {1} has none. Take it out.',
    '{0} ist für Fälle mit Beobachtungsprotokoll; {1} hat keines. Nehmen Sie ihn heraus.',
  ],
  [
    '{0} has no master coding for {1}. Mark one, or take the case out.',
    '{0} hat keine Masterkodierung für {1}. Markieren Sie eine, oder nehmen Sie den Fall heraus.',
  ],
  [
    'The master coding of {0} has no annotation of these codes: there are no borders to give. Take the case out, or let trainees set the borders.',
    'Die Masterkodierung von {0} hat keine Annotation mit diesen Codes: Es gibt keine Grenzen, die man vorgeben könnte. Nehmen Sie den Fall heraus, oder lassen Sie Trainees die Grenzen setzen.',
  ],
  [
    'In a fixed order all cases come. Choose the drawn order, or no number.',
    'In fester Reihenfolge kommen alle Fälle. Wählen Sie die gezogene Reihenfolge, oder keine Anzahl.',
  ],
  [
    '{0} cases cannot be drawn from {1}. Draw fewer, or add cases.',
    '{0} Fälle lassen sich nicht aus {1} ziehen. Ziehen Sie weniger, oder nehmen Sie Fälle dazu.',
  ],
  [
    'These sets wait for each other in a circle. Choose another prerequisite.',
    'Diese Sets warten im Kreis aufeinander. Wählen Sie eine andere Voraussetzung.',
  ],
  [
    'This set is no more. Choose another prerequisite, or none.',
    'Dieses Set gibt es nicht mehr. Wählen Sie eine andere Voraussetzung, oder keine.',
  ],
  [
    '“{0}” is still a draft, so nobody can finish it. Open it first.',
    '„{0}“ ist noch ein Entwurf, den niemand abschließen kann. Öffnen Sie es zuerst.',
  ],
  [
    'A certificate says which criterion was met. Choose one, or no certificate.',
    'Ein Zertifikat sagt, welches Kriterium erfüllt wurde. Wählen Sie eines, oder kein Zertifikat.',
  ],
  ['1 thing is in the way of opening this set.', 'Dem Öffnen dieses Sets steht eine Sache im Weg.'],
  ['{0} things are in the way of opening this set.', 'Dem Öffnen dieses Sets stehen {0} Dinge im Weg.'],
  ['This set was already opened.', 'Dieses Set ist schon geöffnet.'],

  ['The study has no such codebook version.', 'Diese Fassung eines Kodierbuchs gibt es in der Studie nicht.'],
  [
    'The study has no such case. Take it out of the set.',
    'Diesen Fall gibt es in der Studie nicht. Nehmen Sie ihn aus dem Set.',
  ],
  ['This case stands in the set twice.', 'Dieser Fall steht zweimal im Set.'],
  ['Choose another training set of this study.', 'Wählen Sie ein anderes Trainingsset dieser Studie.'],
  [
    'This set was opened and no longer changes. Copy it and change the copy.',
    'Dieses Set ist geöffnet und ändert sich nicht mehr. Kopieren Sie es, und ändern Sie die Kopie.',
  ],
  ['Somebody else changed this set meanwhile.', 'Jemand anderes hat dieses Set inzwischen geändert.'],
  [
    'This set was opened; it is kept with its attempts. Close it instead.',
    'Dieses Set ist geöffnet und bleibt mit seinen Versuchen erhalten. Schließen Sie es stattdessen.',
  ],
  [
    '“{0}” has this set as prerequisite. Change that first.',
    '„{0}“ hat dieses Set als Voraussetzung. Ändern Sie das zuerst.',
  ],
  [
    'A draft is open to nobody. Delete it instead.',
    'Ein Entwurf ist für niemanden offen. Löschen Sie ihn stattdessen.',
  ],

  [
    'An attempt has {0} cases; ask for {0} or fewer of them.',
    'Ein Versuch hat {0} Fälle; verlangen Sie höchstens {0} davon.',
  ],
  [
    'Codes are for F1 and kappa of units; choose variables, or one of these measures.',
    'Codes sind für F1 und Kappa von Einheiten; wählen Sie Variablen, oder eines dieser Maße.',
  ],
  [
    'This measure compares codes on segments and events; choose codes.',
    'Dieses Maß vergleicht Codes auf Textstellen und Ereignissen; wählen Sie Codes.',
  ],
  ['{0} is not in scope. Choose among {1}.', '{0} wird hier nicht trainiert. Wählen Sie aus {1}.'],
  [
    'No variable in scope is of this kind. Choose another kind, or take such a variable in.',
    'Keine der trainierten Variablen ist von dieser Art. Wählen Sie eine andere Art, oder nehmen Sie eine solche Variable dazu.',
  ],
  [
    'None of these variables declares the collapse {0}. Choose another, or as coded.',
    'Keine dieser Variablen kennt die Zusammenfassung {0}. Wählen Sie eine andere, oder „wie kodiert“.',
  ],
  [
    'No codes on segments or events are in scope. Take them in, or choose variables.',
    'Codes auf Textstellen oder Ereignissen werden hier nicht trainiert. Nehmen Sie welche dazu, oder wählen Sie Variablen.',
  ],
  [
    '{measure} has no value for several variables together. Ask for each, or for the share of agreement.',
    '{measure} gibt es nicht für mehrere Variablen zusammen. Verlangen Sie es für jede, oder den Anteil der Übereinstimmung.',
  ],
  [
    'One case by itself does not determine {measure}. Ask for all or the last cases, or for a share.',
    'Ein einzelner Fall bestimmt {measure} nicht. Verlangen Sie es über alle oder die letzten Fälle, oder einen Anteil.',
  ],
  [
    'Kappa of units needs borders that are given. Give them, or ask for F1.',
    'Kappa von Einheiten braucht vorgegebene Grenzen. Geben Sie sie vor, oder verlangen Sie F1.',
  ],
  [
    'Bias has to be small. Ask for at most so much.',
    'Die Verzerrung soll klein sein. Verlangen Sie höchstens so viel.',
  ],
  [
    'Agreement has to be high. Ask for at least so much.',
    'Die Übereinstimmung soll hoch sein. Verlangen Sie mindestens so viel.',
  ],
  [
    'The strict side of this interval is the {side} one. Choose it, or the estimate.',
    'Die strenge Seite dieses Intervalls ist die {side}. Wählen Sie sie, oder den Schätzwert.',
  ],
  [
    'The bias of one case may rest on one item, which has no interval. Ask for the estimate.',
    'Die Verzerrung in einem Fall kann auf einem einzigen Urteil beruhen, das kein Intervall hat. Verlangen Sie den Schätzwert.',
  ],
  [
    'No bias is smaller than 0. Choose a threshold that can be met.',
    'Keine Verzerrung ist kleiner als 0. Wählen Sie eine Schwelle, die erreichbar ist.',
  ],
  [
    'No agreement is higher than 1. Choose a threshold that can be met.',
    'Keine Übereinstimmung ist höher als 1. Wählen Sie eine Schwelle, die erreichbar ist.',
  ],
  [
    'There are at most {0} items. Ask for {0} or fewer, or take more cases.',
    'Es gibt höchstens {0} Urteile. Verlangen Sie höchstens {0}, oder nehmen Sie mehr Fälle.',
  ],
  [
    'Even with all of {0} items right the lower limit is {number}. Take more cases, or a lower threshold.',
    'Selbst wenn alle {0} Urteile stimmen, ist die untere Grenze {number}. Nehmen Sie mehr Fälle, oder eine niedrigere Schwelle.',
  ],
  [
    'Points apart are for scores, and these variables have none. Name the confusion instead.',
    'Ein Abstand in Punkten ist für Werte, und diese Variablen haben keine. Nennen Sie stattdessen die Verwechslung.',
  ],
  [
    '{measure} compares codes on segments and events, not ratings as {0}. Choose another measure, or other variables.',
    '{measure} vergleicht Codes auf Textstellen und Ereignissen, keine Ratings wie {0}. Wählen Sie ein anderes Maß, oder andere Variablen.',
  ],
  [
    '{measure} needs scores, and {0} has none. Choose another measure, or other variables.',
    '{measure} braucht Werte, und {0} hat keine. Wählen Sie ein anderes Maß, oder andere Variablen.',
  ],
  [
    '{measure} needs declared categories, and {0} is any number. Choose another measure, or other variables.',
    '{measure} braucht festgelegte Kategorien, und {0} ist irgendeine Zahl. Wählen Sie ein anderes Maß, oder andere Variablen.',
  ],

  ['Finish “{0}” first.', 'Schließen Sie zuerst „{0}“ ab.'],
  ['Your last attempt is still with your trainer.', 'Ihr letzter Versuch liegt noch bei der Trainingsleitung.'],
  ['You have met the criterion of this set.', 'Sie haben das Kriterium dieses Sets erfüllt.'],
  [
    'You have used all attempts at this set. You can ask for another one.',
    'Sie haben alle Versuche an diesem Set gemacht. Sie können um einen weiteren bitten.',
  ],
  [
    'This set is closed; nobody can begin another attempt.',
    'Dieses Set ist geschlossen; niemand kann einen weiteren Versuch beginnen.',
  ],
  ['An attempt at this set is running.', 'Ein Versuch an diesem Set ist im Gang.'],
  [
    'You have had feedback on cases of this test, so that it can no longer test you. Ask your trainer for another one.',
    'Sie haben zu Fällen dieses Tests Rückmeldung bekommen; er kann Sie nicht mehr prüfen. Bitten Sie die Trainingsleitung um einen anderen.',
  ],
  [
    'You have had feedback on cases of this set, so that it can no longer certify you. Ask your trainer for another one.',
    'Sie haben zu Fällen dieses Sets Rückmeldung bekommen; es kann Ihnen kein Zertifikat mehr geben. Bitten Sie die Trainingsleitung um ein anderes.',
  ],
  [
    'Cases of this set also stand in a test that is still open to you. Finish the test first, or ask your trainer.',
    'Fälle dieses Sets stehen auch in einem Test, der für Sie noch offen ist. Schließen Sie zuerst den Test ab, oder fragen Sie die Trainingsleitung.',
  ],
  [
    'This set cannot be started at the moment. Tell your trainer.',
    'Dieses Set lässt sich im Moment nicht beginnen. Sagen Sie es der Trainingsleitung.',
  ],

  [
    'The account of {0} is disabled. Choose somebody else.',
    'Das Konto von {0} ist gesperrt. Wählen Sie jemand anderen.',
  ],
  [
    'The account of {0} is disabled. The owner of the lab can enable it.',
    'Das Konto von {0} ist gesperrt. Die Inhaberin oder der Inhaber des Labors kann es entsperren.',
  ],
  ['This operation was used before. Try again.', 'Dieser Vorgang wurde schon benutzt. Versuchen Sie es noch einmal.'],
]

const literal = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')

/** Parts that come twice are one part. */
function patternOf(english: string): RegExp {
  const known = new Set<string>()
  const parts = english.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name === undefined) return literal(part)
    if (known.has(name)) return `\\k<p${name}>`
    known.add(name)
    return `(?<p${name}>.+?)`
  })
  return new RegExp(`^${parts.join('')}$`)
}

const patterns = templates.map(([english, german]) => ({ pattern: patternOf(english), german }))

const measures = new Map<string, string>(Object.entries(criteria.measures))

/** A part as it stands in German: measures by their name there, numbers with a comma; names of cases and sets as they are. */
function partIn(name: string, part: string): string {
  if (name === 'measure') return measures.get(part) ?? part
  if (name === 'side') return part === 'lower' ? 'untere' : 'obere'
  return name === 'number' ? part.replace('.', ',') : part
}

/** A sentence about training in German, if we know it. */
export function trainingInGerman(words: string): string | undefined {
  for (const { pattern, german } of patterns) {
    const parts = pattern.exec(words)
    if (parts !== null) {
      return german.replaceAll(/\{(\w+)\}/g, (_, name: string) => partIn(name, parts.groups?.[`p${name}`] ?? ''))
    }
  }
  return undefined
}
