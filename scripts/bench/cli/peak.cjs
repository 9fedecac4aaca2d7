// Loaded before a program, so that it says at its end how much memory it held at most, in KiB.
process.on('exit', () =>
  require('node:fs').writeFileSync(process.env.ATTUNE_BENCH_PEAK, String(process.resourceUsage().maxRSS)),
)
