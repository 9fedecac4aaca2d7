import { plural } from './plural.ts'

export const reliability = {
  screen: 'Reliability',
  tablesKey: 'Show or hide the numbers of the charts as tables',
  saveSvg: 'Save as SVG',
  saveCsv: 'Save as CSV',
  saveReport: 'Report page',
  saveScript: 'R script',
  showTable: 'Table',
  close: 'Close',
  closer: {
    intro: 'Two raters closely, then everybody with everybody. Each cell opens the cases behind it.',
    opened: (names: string) => `Shown closely: ${names}.`,
  },
  criterion: (value: string) => `criterion ${value}`,
  undefinedOf: (n: number) => `undefined, n = ${n}`,
  points: (count: number) => plural(count, { one: '# point', other: '# points' }),
  cases: (count: number) => plural(count, { one: '# case', other: '# cases' }),
  confusion: {
    title: (part: { same: number; n: number; percent: string }) =>
      `The same code for ${part.same} of ${part.n} cases (${part.percent})`,
    worst: (part: { first: string; row: string; second: string; column: string; count: number }) =>
      `; most often apart: ${part.row} for ${part.first}, ${part.column} for ${part.second} (${plural(part.count, { one: '# case', other: '# cases' })})`,
    nothing: (first: string, second: string) => `No case was coded by both ${first} and ${second}.`,
    all: 'all',
  },
  limits: {
    higher: (part: { high: string; low: string; points: string }) =>
      `${part.high} scores ${part.points} points higher than ${part.low} on average`,
    equal: (first: string, second: string) => `${first} and ${second} score equally high on average`,
    expected: (part: { share: string; lower: string; upper: string; n: number }) =>
      `${part.share} of differences are expected from ${part.lower} to ${part.upper} (n = ${part.n}).`,
    drift: (part: { slope: string; p: string }) =>
      `The difference changes along the scale: by ${part.slope} for each point of the mean, ${part.p}.`,
    steady: (part: { slope: string; p: string }) =>
      `No sign that the difference changes along the scale: ${part.slope} for each point of the mean, ${part.p}.`,
    undefined: (reason: string) => `Limits of agreement are undefined: ${reason}`,
    difference: (first: string, second: string) => `Difference (${first} − ${second}), points`,
    mean: 'Mean of both, points',
    bubbles: 'The larger a circle, the more cases lie there.',
    thinned: (every: number) => `Every ${every}th point is drawn.`,
    rule: { bias: 'mean', upper: 'limit', lower: 'limit' },
    numbers: 'Limits of agreement',
    rows: { bias: 'Mean difference', upper: 'Upper limit', lower: 'Lower limit', slope: 'Slope on the mean' },
    columns: { value: 'points', interval: 'CI', p: 'p' },
    caseColumns: { case: 'Case', mean: 'Mean', difference: 'Difference' },
  },
  company: {
    axis: 'Coefficient',
    gap: (observed: string, kappa: string) => `observed agreement is ${observed} and kappa ${kappa}`,
    beside: (pabak: string, ac1: string) => `PABAK is ${pabak}, AC1 ${ac1}`,
    title: {
      'no-items': () => 'No case was coded by both, so there is nothing to explain.',
      'one-code': () =>
        'Both used one and the same code only: they agree on every case they share, and kappa is undefined because chance would give the same.',
      paradox: (part: { gap: string; beside: string; code: string; share: string; most: string }) =>
        `The kappa paradox: ${part.gap}, because ${part.code} makes up ${part.share} of all codes and chance alone would agree often; ${part.beside}.`,
      uneven: (part: { gap: string; most: string }) =>
        `The two use the codes unequally often: with their shares kappa cannot exceed ${part.most}; ${part.gap}.`,
      prevalence: (part: { gap: string; beside: string }) =>
        `Kappa depends on how often each code is used: ${part.gap}; ${part.beside}.`,
      none: (part: { gap: string; beside: string }) =>
        `No kappa paradox: ${part.gap}, and what does not depend on prevalence says much the same; ${part.beside}.`,
    },
    twoOnly: 'for two categories only',
    numbers: 'Kappa and its company',
    columns: { measure: 'Coefficient', estimate: 'Estimate', interval: 'CI, shown up to 1', n: 'n' },
  },
  matrix: {
    title: (part: { measure: string; low: string; lowPair: string; high: string; highPair: string }) =>
      `${part.measure} of each pair runs from ${part.low} (${part.lowPair}) to ${part.high} (${part.highPair})`,
    undefinedPairs: (count: number) => plural(count, { one: '; # pair undefined', other: '; # pairs undefined' }),
    nothing: 'No pair has a coefficient.',
    hint: 'The coefficient of each pair, its interval up to 1, and the number of cases. A cell shows that pair closely.',
    pale: (minimum: number) => `Pale: fewer than ${minimum} cases.`,
    minimum: 'Pale below',
    label: 'Everybody with everybody',
    pair: (one: string, other: string) => `${one} and ${other}`,
    undefined: 'undefined',
    columns: { first: 'First', second: 'Second', estimate: 'Estimate', lower: 'Lower', upper: 'Upper', n: 'n' },
  },
  forest: {
    columns: { variable: 'Variable', estimate: 'Estimate', lower: 'Lower', upper: 'Upper', n: 'n' },
  },
  script: {
    title: 'The same in R',
    intro: 'Each number of these two, computed by R from their ratings, which are part of the script.',
    label: 'R script',
  },
  methods: {
    title: 'Methods',
    intro: 'For the methods section of a paper, and what a reader needs to judge every number above.',
    files: 'The page holds everything above for all comparisons at once; the script computes each number again in R.',
  },
  intro: 'Computed from submitted original codings; never from consensus codings.',
  computing: 'Computing agreement',
  controls: {
    codebook: 'Codebook',
    collapse: 'Classes compared',
    comparison: 'Comparison',
    comparisons: {
      master: 'Each coder with the master',
      pairs: 'Every pair of coders',
      all: 'All coders together',
    },
    more: 'Variables and coders',
    variables: 'Variables',
    coders: 'Coders',
    shown: 'Shown',
    everyComparison: (count: number) => `All ${count} comparisons`,
    allDigits: 'Show all digits',
    files: 'Files',
    results: 'Results as CSV',
    long: 'Raw ratings, long',
    wide: 'Raw ratings, wide',
    events: 'Events',
    intervals: 'Intervals',
    episodes: 'Episodes',
  },
  nothing: {
    title: 'Nothing to compare yet',
    master: 'A comparison needs a case with a master coding and a submitted coding of somebody else.',
    coders: 'A comparison needs a case that at least two coders have submitted.',
  },
  families: {
    classes: { title: 'Classes', caption: 'Agreement on classes, with intervals' },
    scores: { title: 'Scales', caption: 'Agreement on scales, with intervals' },
  },
  allComparisons: 'All comparisons',
  withMaster: (coders: string) => `${coders} with the master coding`,
  together: (coders: number) => `${coders} coders together`,
  verdict: {
    none: 'The data do not determine any coefficient yet.',
    reached: (part: { reached: number; determined: number; whole: number }) =>
      `${part.reached} of ${plural(part.determined, { one: '# variable', other: '# variables' })} ${
        part.reached === 1 ? 'reaches' : 'reach'
      } the criterion, ${part.whole} with the whole interval.`,
    lowest: (label: string, value: string) => `Lowest: ${label}, ${value}.`,
  },
  openEnd: 'open',
  dropped: (count: number, why: string) => `${plural(count, { one: '# case', other: '# cases' })} ${why}`,
  cut: 'The interval reaches beyond what the coefficient can be and is shown cut there; the file has it uncut.',
  table: { variable: 'Variable', coder: 'Coder', notThisKind: 'not for this kind' },
  cross: {
    axes: (first: string, second: string, n: number) => `Rows: ${first}. Columns: ${second}. n = ${n}.`,
    label: 'Confusion matrix',
    unused: 'Show outcomes that nobody used',
    cell: (part: { first: string; row: string; second: string; column: string; count: number }) =>
      `${part.first} ${part.row}, ${part.second} ${part.column}: ${plural(part.count, { one: '# case', other: '# cases' })}`,
    cases: (row: string, column: string, count: number) =>
      `${row} and ${column}: ${plural(count, { one: '# case', other: '# cases' })}`,
  },
  about: (part: { codebook: string; cases: number; level: string; isBlind: boolean }) =>
    `Codebook ${part.codebook}. ${plural(part.cases, { one: '# case', other: '# cases' })}. Intervals at ${part.level}. Originals only: the latest submitted version of each coding, as its coder left it. ${
      part.isBlind ? 'All coders worked blind.' : 'Not all codings were made in a blind role.'
    } Bias: mean difference, coder minus master, or first minus second coder.`,
  codebookVersion: (title: string, version: string) => `${title}, version ${version}`,
}
