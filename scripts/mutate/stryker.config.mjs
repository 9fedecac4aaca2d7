// Few random tables for each property: a mutant that survives runs all of its tests.
process.env.ATTUNE_PROPERTY_TABLES ??= '3'

export default {
  testRunner: 'in-process',
  plugins: [new URL('./runner.ts', import.meta.url).href],
  coverageAnalysis: 'perTest',
  // Mutants of what runs while a module loads need a fresh copy of the library each: `pnpm mutate --static`.
  ignoreStatic: process.env.ATTUNE_MUTATE_STATIC === undefined,
  // Copies of the library that are no longer needed stay in memory as long as their process.
  maxTestRunnerReuse: process.env.ATTUNE_MUTATE_STATIC === undefined ? 400 : 60,
  concurrency: Number(process.env.ATTUNE_MUTATE_PROCESSES ?? 1),
  ignorePatterns: [
    '**',
    '!packages/agreement/**',
    '!test/agreement/**',
    // Compiles the library as a package of its own: half a minute, and nothing that a mutant changes.
    'test/agreement/package.test.ts',
    '!test/package.json',
    '!data/reference/**',
    '!docs/agreement/**',
    '!package.json',
  ],
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
  tempDirName: 'test-results/mutation/sandbox',
  // Endless loops are mostly seen by the number of passes; the clock is for the rest, and a busy machine is slow.
  timeoutMS: 8000,
  timeoutFactor: 0.25,
}
