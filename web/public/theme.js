// Runs before the first paint, so that a remembered theme or text size never flashes. The policy of the server forbids inline scripts.
try {
  const kept = JSON.parse(localStorage.getItem('attune:preferences') ?? '{}')
  const root = document.documentElement
  if (kept.theme === 'light' || kept.theme === 'dark') root.dataset.theme = kept.theme
  if (typeof kept.textSize === 'string') root.dataset.textSize = kept.textSize
  if (typeof kept.readingSize === 'string') root.dataset.readingSize = kept.readingSize
  if (kept.motion === 'none') root.dataset.motion = 'none'
} catch {
  // Storage is closed or holds something else: the defaults serve.
}
