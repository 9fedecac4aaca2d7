/** Properties that a chart takes from the page's style sheet and that must go into its file. */
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/** The chart as a file of its own: same look, no need of the page. */
function standAlone(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const originals = chart.querySelectorAll('*')
  for (const [index, element] of copy.querySelectorAll('*').entries()) {
    const original = originals[index]
    if (original === undefined) continue
    const style = getComputedStyle(original)
    for (const name of carried) element.setAttribute(name, style.getPropertyValue(name))
    element.removeAttribute('class')
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(chart.viewBox.baseVal.width))
  copy.setAttribute('height', String(chart.viewBox.baseVal.height))
  return new XMLSerializer().serializeToString(copy)
}

/** Saves a chart as SVG. */
export function saveChart(chart: SVGSVGElement, name: string): void {
  const address = URL.createObjectURL(new Blob([standAlone(chart)], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.svg`
  link.click()
  URL.revokeObjectURL(address)
}
