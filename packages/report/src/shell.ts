import { type Html, html } from './html.ts'
import { STYLE } from './style.ts'

/** A page that needs nothing else: no script, no request. */
export function shell({ source, version }: { readonly source: string; readonly version: string }, body: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Attune ${version}">
<title>Agreement in ${source}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>Agreement in ${source}</h1>
${body}
</main>
</body>
</html>
`
  return page.markup
}
