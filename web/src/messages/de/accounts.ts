import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

export const accounts: Messages['accounts'] = {
  title: 'Konten',
  intro: 'Alle, die in diesem Labor ein Konto haben. Was in einer Studie ist, sehen nur deren Mitglieder.',
  counted: (all, disabled) => {
    const total = plural(all, { one: '# Konto', other: '# Konten' })
    return disabled === 0 ? total : `${total}, davon ${disabled} gesperrt`
  },
  find: 'Nach Name oder Studie suchen',
  noneFound: 'Kein Konto passt.',
  noneFoundAdvice: 'Geben Sie einen anderen Namen oder eine andere Studie ein.',
  owner: 'Inhaber/in des Labors',
  inStudy: (study, role) => `${study}: ${role}`,
  noStudy: 'In keiner Studie',
  onlyPi: 'als Einzige/r, die oder der sich anmelden kann',
  seen: 'Zuletzt aktiv',
  notSeen: 'Noch nicht aktiv',
  disabled: 'Gesperrt',
  disabledSince: (day) => `Gesperrt seit ${day}`,
  disable: 'Sperren',
  disableOf: (name) => `Konto von ${name} sperren`,
  disableTitle: (name) => `Konto von ${name} sperren?`,
  disableEnds: (name) =>
    `${name} wird sofort überall abgemeldet und kann sich nicht mehr anmelden. Offene Passwort-Links sowie Links und Einladungen, die ${name} erstellt hat, gelten endgültig nicht mehr.`,
  disableKeeps:
    'Kodierungen, Werte, Zertifikate und Verlauf bleiben unter dem Namen. Wartende Arbeit bleibt zugeteilt; was nicht begonnen ist, kann eine Leitung unter Fortschritt zurücknehmen.',
  leavesStudies: (name, studies) => `Ohne ${name} kann sich keine Studienleitung mehr anmelden: ${studies}`,
  leavesStudiesAdvice:
    'Dort kann niemand Rollen oder Einstellungen ändern, bis das Konto entsperrt ist. Wenn Zeit ist, lassen Sie die Rolle zuerst jemand anderem geben.',
  hasBeenDisabled: (name) => `Das Konto von ${name} ist gesperrt.`,
  enable: 'Entsperren',
  enableOf: (name) => `Konto von ${name} entsperren`,
  enableTitle: (name) => `Konto von ${name} entsperren?`,
  enableGives: (name) =>
    `${name} kann sich wieder anmelden, mit dem bisherigen Passwort und den bisherigen Rollen. Sitzungen und Links kommen nicht zurück.`,
  enableAdvice:
    'Falls jemand anderes dieses Passwort kennen könnte, lassen Sie eine Leitung gleich danach unter Personen einen Link zum Zurücksetzen erstellen.',
  hasBeenEnabled: (name) => `Das Konto von ${name} ist entsperrt.`,
}
