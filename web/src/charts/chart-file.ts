/** Properties that a chart takes from the page's style sheet and that must go into its file. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
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
  saveText(standAlone(chart), 'image/svg+xml', `${name}.svg`)
}

/** Saves a text as a file. */
export function saveText(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
