import { plural } from './plural.ts'

const cases = (count: number) => plural(count, { one: '# calibration case', other: '# calibration cases' })

/** Whether coders stay reliable after they passed. */
export const drift = {
  intro:
    'Cases with a master coding come mixed into ordinary work; coders cannot tell them apart. Control charts show whether agreement holds.',
  newPlan: 'Watch coders',
  saveAll: 'All points as CSV',
  none: 'Nobody is watched yet.',
  noneAdvice:
    'Choose coders who passed and cases with a master coding. From then on a calibration case joins their assignments now and then.',
  watched: 'Watched coders',
  watchedTable: 'Coders who are watched for drift',
  columns: {
    coder: 'Coder',
    plan: 'Plan',
    state: 'State',
    done: 'Cases',
    waiting: 'Open',
    left: 'Left',
    last: 'Latest case',
  },
  states: { calm: 'in control', alarm: 'alarm', paused: 'alarm, paused', begun: 'nothing coded yet' },
  nothing: 'none yet',
  alarmTitle: (name: string, caseId: string, day: string) => `${name} drifts: alarm at ${caseId}, ${day}`,
  alarm: {
    agreement: { below: 'The agreement with the master codings is lower than expected.', above: '' },
    bias: {
      below: 'The scores are lower than the master codings, beyond what is expected.',
      above: 'The scores are higher than the master codings, beyond what is expected.',
    },
  },
  alarmAdvice: 'Look at these cases together. Then say that the coder was recalibrated: the charts begin again.',
  paused: (name: string) => `${name} gets no new cases until then.`,
  noneLeft: (name: string) =>
    `${name} has had every calibration case of this plan; no further one comes. End the plan and begin one with more cases.`,
  calm: (name: string, done: number) => `${name} is in control after ${cases(done)}.`,
  begun: (name: string) => `${name} has not handed in a calibration case yet.`,
  recalibrate: 'Recalibrated',
  recalibrateTitle: (name: string) => `${name} was recalibrated`,
  recalibrateIntro:
    'The charts begin again with the next case, and a pause ends. The earlier cases stay on the charts.',
  recalibrateNote: 'What was done',
  recalibrateHint: 'For example: two cases read together, the scale of coherence discussed.',
  recalibrated: (name: string) => `The charts of ${name} begin again.`,
  recalibrations: 'Recalibrations',
  recalibration: (day: string, name: string) => `${day}, ${name}`,
  chart: {
    title: {
      agreement: {
        calm: 'Agreement with the master stays within its limit',
        alarm: 'Agreement with the master fell below its limit',
      },
      bias: {
        calm: 'Mean difference from the master stays within its limits',
        alarm: 'Mean difference from the master went beyond its limits',
      },
    },
    empty: {
      agreement: 'Agreement with the master: no case yet',
      bias: 'Mean difference from the master: no case yet',
    },
    sentence: (finding: string, points: number, alarms: number) =>
      `${finding} (${plural(points, { one: 'n = # case', other: 'n = # cases' })}${alarms > 0 ? plural(alarms, { one: ', # beyond', other: ', # beyond' }) : ''}).`,
    axis: { agreement: 'Share of items that agree', bias: 'Own minus master, points' },
    smoothedAxis: {
      agreement: 'Share of items that agree, weighted average',
      bias: 'Own minus master, points, weighted average',
    },
    cases: 'Calibration cases, in order',
    expected: 'expected',
    limit: 'limit',
    legendSingle: 'one case',
    legendAverage: 'weighted average, held against the limits',
    legendPoint: 'one case, held against the limits',
    legendSignal: 'beyond',
    rule: {
      p: 'One case below the limit: fewer agreeing items than a coder in control has in 2 of 1,000 cases (exact limit).',
      ewma: 'The average, in which each new case counts a fifth, lies beyond 2.962 of its standard deviations.',
      individuals:
        'One case beyond 3 standard deviations, or two of three successive cases beyond 2 on the same side (Western Electric).',
    },
    byScales: (scales: number) =>
      `Each case is held against the standard deviation that goes with its number of rated scales: with fewer than ${scales} it is larger than the one of the plan, with more it is smaller.`,
    oneDeviation:
      'Every case is held against the same standard deviation, whatever the number of its rated scales: read an alarm at a case with few of them with that in mind.',
    table: { agreement: 'Agreement, case by case', bias: 'Mean difference, case by case' },
    columns: {
      case: 'Case',
      order: 'Order',
      day: 'Handed in',
      n: 'Items',
      scales: 'Scales',
      value: 'This case',
      smoothed: 'Average',
      lower: 'Lower limit',
      upper: 'Upper limit',
      signal: 'Beyond',
    },
    signals: { 'beyond-limits': 'beyond the limit', 'two-of-three': 'two of three' },
    point: (caseId: string, value: string) => `${caseId}: ${value}`,
    restart: 'recalibrated',
  },
  recodes: {
    title: 'Own earlier cases, coded again',
    intro: 'Compared with the first coding of the same coder; no alarm hangs on them.',
    columns: { case: 'Case', day: 'Handed in', agreed: 'Agree', difference: 'Second minus first, points' },
  },
  plans: 'Plans',
  plan: {
    ended: (day: string) => `Ended ${day}`,
    since: (day: string) => `Since ${day}`,
    every: (every: number) =>
      plural(every, {
        one: 'a calibration case with every ordinary one',
        other: 'a calibration case after # ordinary ones',
      }),
    recodeEvery: (every: number) =>
      plural(every, {
        one: 'an own case again with every ordinary one',
        other: 'an own case again after # ordinary ones',
      }),
    pauses: 'an alarm pauses new cases',
    end: 'End the plan',
    endTitle: (name: string) => `End the plan ${name}?`,
    endLoses:
      'No calibration case comes any more and nobody is paused. What was given stays with its coders; all points stay in the CSV.',
    hasEnded: (name: string) => `The plan ${name} has ended.`,
  },
  promise: {
    sentence: (falseAlarm: string, found: string, nine: string) =>
      `On average one false alarm in ${falseAlarm} calibration cases; a drift of one scale point is found after ${found} on average, nine of ten within ${nine}.`,
    never: 'With these settings no drift of one scale point could be found: the cases have too few items.',
    noDrift: (falseAlarm: string) =>
      `On average one false alarm in ${falseAlarm} calibration cases. These variables hold no scale, so a drift of one scale point says nothing here.`,
    title: 'What these charts promise',
    table: 'Promise of each chart, in calibration cases',
    columns: {
      chart: 'Chart',
      falseAlarm: 'False alarm after',
      found: 'One point found after',
      nine: 'Nine of ten within',
    },
    agreement: 'Agreement',
    bias: 'Bias',
    together: 'Both together',
    counted:
      'Counted in calibration cases. For the coder’s whole work multiply by the ordinary cases between two of them.',
    cannot: 'cannot alarm',
  },
  builder: {
    title: 'Watch coders',
    intro: 'Nothing that these coders see will differ. They should know that there are such cases, not which.',
    name: 'Name of the plan',
    codebook: 'Codebook',
    about: 'The plan',
    people: 'Who is watched',
    peopleHint: 'Coders and trainees: whoever can open this page would not be blind.',
    noPeople: 'No coders or trainees in this study yet.',
    cases: 'Calibration cases',
    casesHint: 'Cases with a master coding. Each coder gets each at most once, and none that he or she has had before.',
    allCases: 'All of them',
    noMasters: 'No master codings yet.',
    noCases: 'No case has a master coding with this codebook yet. Mark one in the table of progress.',
    every: 'One calibration case after so many ordinary ones',
    recodeEvery: 'One own earlier case again after so many ordinary ones',
    everyHint: 'With 5, one in six cases is for calibration.',
    recodeHint: 'Empty: none.',
    watch: 'What is watched',
    variables: 'Variables',
    variablesHint: 'None ticked: all of them. Counts and durations are left out.',
    collapse: 'Classes are compared',
    asCoded: 'as coded',
    charts: 'Control charts',
    fromTraining: (count: number, items: number) =>
      plural(count, {
        one: `Suggested from # case (${items} items) of finished training attempts of these people.`,
        other: `Suggested from # cases (${items} items) of finished training attempts of these people.`,
      }),
    fromConvention:
      'Suggested by convention: there are fewer than five finished training cases of these people. These numbers are no estimates.',
    estimate: {
      sentence: (count: number, deviation: string, lower: string, upper: string) =>
        plural(count, {
          one: `The standard deviation of the mean difference was ${deviation} in # case; the true one may lie anywhere from ${lower} to ${upper} (95 % interval).`,
          other: `The standard deviation of the mean difference was ${deviation} in # cases; the true one may lie anywhere from ${lower} to ${upper} (95 % interval).`,
        }),
      few: 'This rests on few cases',
      advice: (enough: number) =>
        `What is promised below holds only if the number is right: where it is too small, false alarms come several times as often. Until ${enough} cases are there, prefer a larger one and do not let an alarm pause work; then begin a new plan.`,
      none: 'For the standard deviation fewer than five of these cases have scales: it is suggested by convention.',
    },
    agreementChart: 'Agreement',
    biasChart: 'Bias',
    kinds: {
      agreement: { ewma: 'EWMA: finds a lasting change sooner', p: 'p chart: each case for itself' },
      bias: { ewma: 'EWMA: finds a lasting change sooner', individuals: 'Individuals: each case for itself' },
    },
    within: 'Scales agree within points',
    expected: 'Expected agreement, per cent',
    centre: 'Expected mean difference, points',
    deviation: 'Its standard deviation between cases, points',
    ofScales: 'In cases with so many rated scales',
    ofScalesHint: 'Limits are wider for a case with fewer, narrower with more. Empty: the same for every case.',
    suggestAgain: 'Take the suggestion',
    pauses: 'An alarm pauses new cases for that coder until recalibrated',
    create: 'Begin to watch',
    created: (name: string) => `The plan ${name} has begun.`,
    missing: 'Choose at least one person and one case.',
  },
  home: (name: string) => `${name} drifts: look at the control chart`,
}
