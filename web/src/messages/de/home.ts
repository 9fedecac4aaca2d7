import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

export const home: Messages['home'] = {
  greeting: (name) => `Guten Tag, ${name}`,
  newStudy: 'Neue Studie',
  openStudy: 'Studie öffnen',
  inNoStudy: 'Sie sind noch in keiner Studie.',
  inNoStudyAdvice: 'Bitten Sie die Studienleitung um einen Einladungslink und öffnen Sie ihn in diesem Browser.',
  noStudy: 'Noch keine Studie.',
  noStudyAdvice:
    'Eine Studie enthält Fälle, Personen, Codebücher und was kodiert wird. Die Demostudie ist synthetisch und zeigt ein Labor bei der Arbeit; ein Klick löscht sie.',
  createStudy: 'Studie anlegen',
  addDemo: 'Demostudie anlegen',
  nothingGiven: 'Ihnen ist noch kein Fall zugeteilt.',
  goOnWith: 'Weiter mit',
  nextCase: 'Nächster Fall',
  rated: (rated, required) =>
    plural(required, {
      one: `${rated} von # erforderlichen Rating`,
      other: `${rated} von # erforderlichen Ratings`,
    }),
  beforeOpening: 'Bevor Sie ihn öffnen',
  continueCoding: 'Weiterkodieren',
  beginCoding: 'Mit dem Kodieren beginnen',
  allMyCodings: 'Alle meine Kodierungen',
  submitted: 'abgegeben',
  codingsSubmitted: 'Abgegebene Kodierungen',
  codingsSubmittedLower: 'Kodierungen abgegeben',
  allDone: 'Alles ist abgegeben.',
  handedIn: (codings) =>
    plural(codings, {
      one: '# Kodierung abgegeben. Neue Fälle erscheinen hier, sobald sie Ihnen zugeteilt werden.',
      other: '# Kodierungen abgegeben. Neue Fälle erscheinen hier, sobald sie Ihnen zugeteilt werden.',
    }),
  nothingWaits: 'Hier wartet nichts auf Sie.',
  whoHasWhat: 'Wer hat was?',
  seeReliability: 'Zur Reliabilität',
  todo: {
    firstCases: 'Die ersten Fälle importieren',
    withoutMaterial: (cases) =>
      plural(cases, { one: '# Fall noch ohne Material', other: '# Fälle noch ohne Material' }),
    withNobody: (cases) =>
      plural(cases, { one: '# Fall noch niemandem zugeteilt', other: '# Fälle noch niemandem zugeteilt' }),
    withoutMaster: (cases) =>
      plural(cases, {
        one: '# Fall kodiert, aber ohne Masterkodierung',
        other: '# Fälle kodiert, aber ohne Masterkodierung',
      }),
    withoutSecond: (cases) =>
      plural(cases, { one: '# Fall noch ohne Zweitkodierung', other: '# Fälle noch ohne Zweitkodierung' }),
  },
}
