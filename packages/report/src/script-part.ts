import { type Html, html } from './html.ts'

/** A script of R with what it gives, to read and to save. */
export function scriptPart({ script, promise }: { readonly script: string | null; readonly promise: string }): Html {
  if (script === null)
    return html`<p>${promise}</p>
`
  return html`<p>${promise === '' ? '' : `${promise} `}<a download="agreement.R" href="data:text/plain;charset=utf-8,${encodeURIComponent(script)}">Save it as agreement.R</a></p>
<pre tabindex="0" role="group" aria-label="R script"><code>${script}</code></pre>
`
}
