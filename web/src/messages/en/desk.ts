import { plural } from './plural.ts'

const cases = (count: number) => plural(count, { one: '# case', other: '# cases' })
const people = (count: number) => plural(count, { one: '# person', other: '# people' })
const times = (count: number) => plural(count, { one: '# time', other: '# times' })
const list = (parts: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)

/** The trainer's desk: the cohort of a set, its items, an attempt, a case of it, one trainee. */
export const desk = {
  cohort: {
    title: 'Cohort',
    titleOf: (set: string) => `Cohort of ${set}`,
    finding: {
      nobody: 'Nobody works on this set yet.',
      nobodyAdvice: 'Give it to people on the page of the set; they appear here as soon as you do.',
      met: (met: number, all: number) => `${met} of ${people(all)} met the criterion.`,
      done: (done: number, all: number) => `${done} of ${people(all)} finished it.`,
      rest: (running: number, notBegun: number) => {
        const parts = [
          ...(running > 0 ? [`${running} under way`] : []),
          ...(notBegun > 0 ? [`${notBegun} not begun`] : []),
        ]
        return parts.length > 0 ? `${list(parts)}.` : ''
      },
      waits: (results: number, requests: number) => {
        const parts = [
          ...(results > 0 ? [plural(results, { one: '# result to release', other: '# results to release' })] : []),
          ...(requests > 0
            ? [plural(requests, { one: '# request for another attempt', other: '# requests for another attempt' })]
            : []),
        ]
        return parts.length > 0 ? `Waiting for you: ${list(parts)}.` : 'Nothing waits for you.'
      },
      lowest: (variable: string, below: number, of: number) =>
        `Most often below: ${variable}, for ${below} of ${people(of)}.`,
    },
    status: {
      'not-begun': 'Not begun',
      running: 'Under way',
      'to-release': 'To release',
      met: 'Criterion met',
      revoked: 'Certificate revoked',
      'not-met': 'Not met',
      done: 'Finished',
    },
    table: 'Trainees by variable',
    caption:
      'From the latest scored attempt of each. In each cell: agreement with the master, its 95 % interval and n; bias in points; the share agreed in the later half of the cases minus that in the earlier half. A cell opens the cases behind it.',
    person: 'Trainee',
    statusColumn: 'Status',
    attempts: 'Attempts',
    attempt: (number: number) => `Attempt ${number}`,
    submitted: (done: number, all: number) => `${done} of ${all}`,
    attemptStates: { running: 'under way', waiting: 'to release', released: 'finished', expired: 'time ran out' },
    withheld: 'kept back',
    withheldLegend:
      'Kept back: the result is released and yet not shown to the trainee, because some of its cases also stand in a test that is still open to that person, or in work for the study that has to be handed in. It appears once that is done. To show it earlier, take the test back.',
    sortBy: (column: string) => `Sort by ${column}`,
    below: (line: string) => `below ${line}`,
    belowLegend: 'The sign ▾ stands where the figure is below the criterion written under the name of the variable.',
    lines: {
      set: (line: string) => `${line}, by the rule of the set`,
      study: (line: string) => `${line}, by the study`,
    },
    nothing: 'Nothing compared yet',
    n: (count: number) => `n\u00a0=\u00a0${count}`,
    bias: (points: string, interval: string) => `bias ${points} ${interval}`,
    trend: {
      better: (change: string) => `later half ${change} better`,
      worse: (change: string) => `later half ${change} worse`,
      same: 'later half the same',
    },
    cell: (person: string, variable: string) => `${person}, ${variable}:`,
    showCases: 'Show the cases',
    certificate: 'Certificate',
    certificateOf: (name: string) => `Certificate of ${name}`,
    select: (name: string) => `Choose the results of ${name}`,
    selectAll: 'Choose all results that wait',
    release: 'Release',
    releaseOne: (name: string, number: number) => `Release attempt ${number} of ${name}`,
    releaseChosen: (count: number) =>
      plural(count, { one: 'Release # chosen result', other: 'Release # chosen results' }),
    releaseHint: {
      practice: 'Trainees then see each item beside the master coding. A case they saw can no longer test them.',
      check: 'Trainees then see each item beside the master coding. A case they saw can no longer test them.',
      test: 'Trainees then see whether they met the criterion, and the figures where the set allows it; never the items.',
    },
    released: (count: number) => plural(count, { one: '# result released.', other: '# results released.' }),
    wereReleased: (count: number) => `${count} had been released before.`,
    requests: 'Requests for another attempt',
    requestOf: (name: string) => `Request of ${name}`,
    noNote: 'No reason given.',
    answer: 'Answer (optional)',
    answerHint: 'The trainee reads it.',
    grant: 'Grant another attempt',
    refuse: 'Refuse',
    granted: (name: string) => `${name} may make another attempt.`,
    refused: (name: string) => `The request of ${name} is refused.`,
    confusions: {
      title: 'Common confusions',
      intro:
        'What was given where the master has something else, in the latest scored attempt of each. Costliest first.',
      none: 'No confusion in the scored attempts.',
      people: 'People',
      cost: 'Share of all disagreements',
      open: (part: { master: string; given: string; variable: string; count: number }) =>
        `${part.variable}: ${part.given} where the master has ${part.master}, ${times(part.count)}. Show the cases.`,
    },
    behind: {
      cell: (person: string, variable: string) => `${person}: ${variable}, case by case`,
      confusion: (variable: string, given: string, master: string) =>
        `${variable}: ${given} where the master has ${master}`,
      sentence: (agreed: number, compared: number, count: number) =>
        `${agreed} of ${plural(compared, { one: '# item', other: '# items' })} agree, in ${cases(count)}.`,
      none: 'No scored case has this variable.',
      agreed: (agreed: number, compared: number) => `${agreed} of ${compared} agree`,
      compare: (name: string) => `Compare ${name} side by side`,
      onlyDifferent: 'Only cases that differ',
      close: 'Close',
    },
    files: 'Files',
    csv: {
      comparisons: 'Comparisons as CSV',
      cohort: 'Cohort as CSV',
      items: 'Items as CSV',
      attempts: 'Attempts as CSV',
    },
    toSet: 'The set',
    toItems: 'Items',
    keys: { items: 'Items of this set', release: 'Release the chosen results', close: 'Close the list of cases' },
  },
  attempt: {
    title: (person: string, number: number) => `${person}, attempt ${number}`,
    states: {
      running: 'Under way',
      waiting: 'Finished, waiting to be released',
      released: 'Released',
      expired: 'Time ran out before all cases were submitted',
    },
    finding: {
      running: (done: number, all: number) => `${done} of ${cases(all)} submitted so far. It is scored at the end.`,
      met: 'The criterion is met.',
      notMet: 'The criterion is not met.',
      noCriterion: 'Scored; the set has no criterion.',
      unscored: 'Not scored.',
    },
    waits: 'The trainee does not see it yet.',
    facts: { started: 'Begun', finished: 'Finished', due: 'Time limit' },
    masterChanged: (count: number) =>
      plural(count, {
        one: 'The master coding of # case changed after this score',
        other: 'The master codings of # cases changed after this score',
      }),
    masterChangedAdvice:
      'The score stands as it was computed. Score the attempt again if the new master codings should count; the earlier score stays in the record.',
    verdict: 'The rule, held against this attempt',
    figures: 'Figures',
    figuresTable: 'Agreement with the master coding',
    cases: 'Cases',
    caseColumns: {
      case: 'Case',
      submitted: 'Submitted',
      declaration: 'Declaration',
      marks: 'Notes',
      compare: 'Compare',
    },
    notSubmitted: 'Not submitted',
    missing: 'Missing, the time ran out',
    knewNothing: 'Knew nothing of it',
    knew: (note: string) => (note ? `Knew something: ${note}` : 'Knew something'),
    noDeclaration: 'None',
    reflection: 'Reflection',
    comments: (count: number) => plural(count, { one: '# comment', other: '# comments' }),
    released: 'feedback shown',
    withdrawn: 'withdrawn',
    changed: 'master changed',
    compare: (name: string) => `Compare ${name} side by side`,
    compareShort: 'Side by side',
    coding: 'The coding',
    codingOf: (name: string) => `The coding of ${name}`,
    scores: 'Every score it had',
    scoresIntro: 'Newest first. A score is never changed; scoring again adds one.',
    scored: (moment: string, by: string) => (by ? `${moment}, ${by}` : moment),
    firstScore: 'First score, at the end of the attempt',
    scoreAgain: 'Score again',
    scoreAgainHint:
      'With the master codings of today. The earlier score stays; a certificate says that it was scored again.',
    scoredAgain: 'Scored again.',
    reopen: 'Reopen the attempt',
    reopenHint: (person: string) =>
      `${person} can change what was submitted. The score so far stays in the record. Possible only while nothing of the attempt was shown.`,
    reopened: 'Attempt reopened.',
    noReopen: 'It cannot be reopened: something of it was already shown. Another attempt can be granted instead.',
    reason: 'Reason',
    reasonHint: 'It stays in the record.',
    release: 'Release to the trainee',
    releasedNow: 'Released.',
    certificate: 'See the certificate',
    keys: { open: 'First case side by side' },
  },
  review: {
    title: (name: string, person: string) => `${name}, ${person}`,
    place: (position: number, of: number) => `Case ${position} of ${of}`,
    previous: 'Previous case',
    next: 'Next case',
    comment: 'Comment',
    commentIntro: 'Shown to the trainee with the feedback, when that is released.',
    commentIntroTest: 'This is a test: its trainee never sees single items. Comments stay with the trainers.',
    about: 'About',
    aboutCase: 'The whole case',
    words: 'Comment',
    add: 'Add the comment',
    added: 'Comment added.',
    attempt: 'The attempt',
    keys: { previous: 'Previous case', next: 'Next case', comment: 'Write a comment' },
  },
  items: {
    title: 'Items',
    titleOf: (set: string) => `Items of ${set}`,
    finding: {
      none: 'Nobody has coded an item of this set yet.',
      noneAdvice: 'Difficulty and discrimination appear with the first scored attempt.',
      hardest: (label: string, name: string, figures: string) => `Hardest: ${label} in ${name}, agreement ${figures}.`,
      allRight: 'Nobody missed an item yet.',
      masters: (count: number, all: number) =>
        count === 0
          ? `On none of ${plural(all, { one: '# item', other: '# items' })} do master codings disagree.`
          : `Masters disagree on ${count} of ${plural(all, { one: '# item', other: '# items' })}.`,
      reversed: (count: number) =>
        plural(count, {
          one: 'On # item those who agree least elsewhere agree most: read its master coding again.',
          other: 'On # items those who agree least elsewhere agree most: read their master codings again.',
        }),
    },
    table: 'Items of the set',
    caption:
      'From the first scored attempt of each. Agreed: share of those who coded the item and agreed with the master, with its interval. Discrimination: correlation of agreeing here with agreeing on the rest, from five people on.',
    columns: {
      item: 'Item',
      case: 'Case',
      agreed: 'Agreed',
      n: 'n',
      discrimination: 'Discrimination',
      masters: 'Masters',
      commonest: 'Commonest other answer',
    },
    agreedOf: (share: string, n: number) => `agreed by ${share} of ${n}`,
    noDiscrimination: 'fewer than five, or no variation',
    disagree: 'disagree',
    given: (value: string, count: number) => `${value}, ${times(count)}`,
    show: 'Show',
    filters: {
      all: 'All items',
      missed: 'Missed by half or more',
      masters: 'Where masters disagree',
      reversed: 'With negative discrimination',
    },
    search: 'Item or case',
    shown: (shown: number, all: number) =>
      shown === all ? plural(all, { one: '# item', other: '# items' }) : `${shown} of ${all} items`,
    noneFits: 'No item looks like that.',
    noneFitsAdvice: 'Change the filter above to see more.',
    more: (next: number, rest: number) => `Show ${next} more of ${rest}`,
    cohort: 'Cohort',
  },
  trainee: {
    title: 'Trainee',
    intro: 'From every scored case, also what the trainee does not see yet.',
    sets: 'Sets and attempts',
    noSets: 'No training set was given to this person.',
    due: (day: string) => `due ${day}`,
    notBegun: 'Not begun',
    toCohort: (set: string) => `Cohort of ${set}`,
  },
}
