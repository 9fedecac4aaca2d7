import { plural } from './plural.ts'

/** What comes next, by role. */
export const home = {
  greeting: (name: string) => `Good day, ${name}`,
  newStudy: 'New study',
  openStudy: 'Open the study',
  inNoStudy: 'You are in no study yet.',
  inNoStudyAdvice: 'Ask the principal investigator of your study for an invitation link and open it in this browser.',
  noStudy: 'No study yet.',
  noStudyAdvice:
    'A study holds cases, people, codebooks and what is coded. The demo study is synthetic and shows a lab at work; one click deletes it.',
  createStudy: 'Create a study',
  addDemo: 'Add the demo study',
  nothingGiven: 'No case has been given to you yet.',
  goOnWith: 'Go on with',
  nextCase: 'Next case',
  rated: (rated: number, required: number) =>
    plural(required, { one: `${rated} of # required rating`, other: `${rated} of # required ratings` }),
  beforeOpening: 'Before you open it',
  continueCoding: 'Continue coding',
  beginCoding: 'Begin coding',
  allMyCodings: 'All my codings',
  submitted: 'submitted',
  codingsSubmitted: 'Codings submitted',
  codingsSubmittedLower: 'codings submitted',
  allDone: 'Everything is submitted.',
  handedIn: (codings: number) =>
    plural(codings, {
      one: '# coding handed in. New cases appear here when they are given to you.',
      other: '# codings handed in. New cases appear here when they are given to you.',
    }),
  nothingWaits: 'Nothing waits for you here.',
  whoHasWhat: 'See who has what',
  seeReliability: 'See the reliability',
  todo: {
    firstCases: 'Bring in the first cases',
    withoutMaterial: (cases: number) =>
      plural(cases, { one: '# case still without material', other: '# cases still without material' }),
    withNobody: (cases: number) =>
      plural(cases, { one: '# case still with nobody to code', other: '# cases still with nobody to code' }),
    withoutMaster: (cases: number) =>
      plural(cases, {
        one: '# case coded but without a master coding',
        other: '# cases coded but without a master coding',
      }),
    withoutSecond: (cases: number) =>
      plural(cases, { one: '# case still without a second coder', other: '# cases still without a second coder' }),
  },
}
