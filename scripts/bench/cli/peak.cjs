// Loaded before a program, so that it says at its end how much memory it held at most, in KiB, and its time on a processor, in microseconds.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const used = { memory: maxRSS, time: userCPUTime + systemCPUTime }
  require('node:fs').writeFileSync(process.env.ATTUNE_BENCH_PEAK, JSON.stringify(used))
})
