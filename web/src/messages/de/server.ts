import { trainingInGerman } from './server-training.ts'
import { statistics } from './statistics.ts'

/** Sentences of the server that people meet in everyday work. A test looks each of them up in the sources. */
export const sentences: Readonly<Record<string, string>> = {
  ...statistics,
  'Must not be empty.': 'Darf nicht leer sein.',
  'At least 10 characters.': 'Mindestens 10 Zeichen.',
  'Contains a NUL character; remove it.': 'Enthält ein NUL-Zeichen; bitte entfernen.',
  'Contains half of a surrogate pair; save the text as UTF-8 again.':
    'Enthält ein halbes Zeichen; bitte den Text neu als UTF-8 speichern.',
  'Two to 64 of the characters a-z 0-9 . _ @ - and begins with a letter or digit.':
    'Zwei bis 64 der Zeichen a-z 0-9 . _ @ - , mit einem Buchstaben oder einer Ziffer am Anfang.',
  'One to 40 of the characters A-Z a-z 0-9 . _ - and begins with a letter or digit.':
    'Ein bis 40 der Zeichen A-Z a-z 0-9 . _ - , mit einem Buchstaben oder einer Ziffer am Anfang.',
  'This link is not complete. Copy it again.': 'Dieser Link ist nicht vollständig. Kopieren Sie ihn noch einmal.',
  'Say why, in a few words.': 'Sagen Sie in ein paar Worten, warum.',
  'A master coding needs a written rationale.': 'Eine Masterkodierung braucht eine schriftliche Begründung.',
  'Name and password do not belong together.': 'Name und Passwort passen nicht zusammen.',
  'Somebody already signs in with this name. Choose another.':
    'Mit diesem Namen meldet sich schon jemand an. Wählen Sie einen anderen.',
  'Somebody already signs in with this name.': 'Mit diesem Namen meldet sich schon jemand an.',
  'This is not your present password.': 'Das ist nicht Ihr jetziges Passwort.',
  'People of the demo study sign in with its passphrase.': 'Personen der Demostudie melden sich mit deren Passwort an.',
  'People of the demo cannot join a real study. Sign out and open the link again.':
    'Personen der Demo können keiner echten Studie beitreten. Melden Sie sich ab und öffnen Sie den Link noch einmal.',
  'You are a member of this study already; a link never changes a role.':
    'Sie sind schon Mitglied dieser Studie; ein Link ändert nie eine Rolle.',
  'A trainer can invite coders and trainees; ask a principal investigator for other roles.':
    'Die Trainingsleitung kann Kodierende und Trainees einladen; für andere Rollen wenden Sie sich an die Studienleitung.',
  'A study keeps at least one principal investigator. Give somebody else that role first.':
    'Eine Studie behält mindestens eine Studienleitung. Geben Sie diese Rolle zuerst jemand anderem.',
  'You cannot disable your own account. Another owner of the lab can.':
    'Ihr eigenes Konto können Sie nicht sperren. Das kann nur ein anderer Inhaber des Labors.',
  'People of the demo go with the demo study. Delete it in its settings.':
    'Personen der Demo gehen mit der Demostudie. Löschen Sie diese in ihren Einstellungen.',
  'The lab keeps at least one owner who can sign in.':
    'Das Labor behält mindestens eine Person, der es gehört und die sich anmelden kann.',
  'A link for this account can be made on the server only: "reset-link" there.':
    'Einen Link für dieses Konto gibt es nur auf dem Server selbst, mit „reset-link“.',
  'This is not the name of the study. Nothing was deleted.':
    'Das ist nicht der Name der Studie. Es wurde nichts gelöscht.',
  'The demo study is already there.': 'Die Demostudie ist schon da.',
  'Somebody else changed this case meanwhile.': 'Jemand anderes hat diesen Fall inzwischen geändert.',
  'Coding of this case has begun; its targets no longer change.':
    'Dieser Fall wird schon kodiert; seine Beziehungen ändern sich nicht mehr.',
  'Coding of this case has begun; it can no longer be deleted.':
    'Dieser Fall wird schon kodiert und kann nicht mehr gelöscht werden.',
  'Somebody else changed this record meanwhile.': 'Jemand anderes hat dieses Protokoll inzwischen geändert.',
  'A coding of this case was submitted; its record no longer changes.':
    'Eine Kodierung dieses Falls ist abgegeben; sein Protokoll ändert sich nicht mehr.',
  'This case has a transcript; a case has one material.': 'Dieser Fall hat ein Transkript; ein Fall hat ein Material.',
  'Some times cannot be.': 'Einige Zeiten können nicht stimmen.',
  'The offset lies before the onset.': 'Das Ende liegt vor dem Beginn.',
  'The disk of the server has no space for this recording.':
    'Auf der Festplatte des Servers ist kein Platz für diese Aufnahme.',
  'This file holds sound only; add it as audio.': 'Diese Datei enthält nur Ton; fügen Sie sie als Ton hinzu.',
  'This very file is already a recording of this case.': 'Genau diese Datei ist schon eine Aufnahme dieses Falls.',
  'Somebody else changed this recording meanwhile.': 'Jemand anderes hat diese Aufnahme inzwischen geändert.',
  'Another window is sending this recording. Try again in a moment.':
    'Ein anderes Fenster sendet diese Aufnahme gerade. Versuchen Sie es gleich noch einmal.',
  'This is no recording that browsers play. Use MP4, WebM, Ogg, MP3, WAV or M4A.':
    'Das ist keine Aufnahme, die Browser abspielen. Nehmen Sie MP4, WebM, Ogg, MP3, WAV oder M4A.',
  'The file arrived damaged: its SHA-256 differs. Send it again.':
    'Die Datei ist beschädigt angekommen: Ihr SHA-256 ist ein anderer. Senden Sie sie noch einmal.',
  'This coding was begun; it can no longer be withdrawn.':
    'Diese Kodierung ist begonnen und kann nicht mehr zurückgenommen werden.',
  'Only a submitted coding can become master coding.': 'Nur eine abgegebene Kodierung kann zur Masterkodierung werden.',
  'Only a submitted coding can be reopened.': 'Nur eine abgegebene Kodierung kann wieder geöffnet werden.',
  'There is already a later version of this coding.': 'Es gibt schon eine spätere Fassung dieser Kodierung.',
  'This coding was submitted and no longer changes.': 'Diese Kodierung ist abgegeben und ändert sich nicht mehr.',
  'This coding was already submitted.': 'Diese Kodierung ist schon abgegeben.',
  'This was changed in another window meanwhile.': 'Das wurde inzwischen in einem anderen Fenster geändert.',
  'Principal investigator: assigns cases, watches reliability, exports. Invented person.':
    'Studienleitung: teilt Fälle zu, achtet auf die Reliabilität, exportiert. Erfundene Person.',
  'Trainer: author of the fictional master codings and their rationales. Invented person.':
    'Trainingsleitung: hat die fiktiven Masterkodierungen und ihre Begründungen verfasst. Erfundene Person.',
  'Blind coder of the double-coded subset. Invented person, simulated codings.':
    'Kodiert blind die doppelt kodierte Teilstichprobe. Erfundene Person, simulierte Kodierungen.',
  'Trainee close to the master codes. Invented person, simulated codings.':
    'Trainee nahe an den Masterkodierungen. Erfundene Person, simulierte Kodierungen.',
  'Trainee who rates coherence about one point too high. Invented person, simulated codings.':
    'Trainee, schätzt Kohärenz etwa einen Punkt zu hoch ein. Erfundene Person, simulierte Kodierungen.',
  'Trainee who begins well and later confuses Ds with F. Invented person, simulated codings.':
    'Trainee, beginnt gut und verwechselt später Ds mit F. Erfundene Person, simulierte Kodierungen.',
  'Another window changed this coding meanwhile.': 'Ein anderes Fenster hat diese Kodierung inzwischen geändert.',
}

/** A sentence of the server in German, if we know it. */
export function inGerman(words: string): string | undefined {
  const most = /^At most (\d+) characters\.$/.exec(words)
  return most ? `Höchstens ${most[1]} Zeichen.` : (sentences[words] ?? trainingInGerman(words))
}
