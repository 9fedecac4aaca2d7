/** The style of the page: paper and ink, one accent, agreement as lightness of one hue. Paper is always light. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: oklch(0.982 0.004 85); --sheet: oklch(1 0 0); --ink: oklch(0.25 0.012 60); --ink-2: oklch(0.42 0.012 65);
  --ink-3: oklch(0.5 0.012 70); --line: oklch(0.89 0.007 85); --line-strong: oklch(0.6 0.012 75);
  --accent: oklch(0.42 0.085 243); --band: oklch(0.42 0.085 243 / 0.12); --warn: oklch(0.48 0.11 55);
  --shade-1: oklch(0.975 0.004 243); --shade-2: oklch(0.915 0.025 243); --shade-3: oklch(0.84 0.045 243);
  --shade-4: oklch(0.75 0.065 243); --shade-5: oklch(0.46 0.085 243); --shade-6: oklch(0.35 0.08 243);
  --on-light: oklch(0.25 0.012 60); --on-dark: oklch(0.99 0.003 85);
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: oklch(0.188 0.005 70); --sheet: oklch(0.222 0.006 70); --ink: oklch(0.925 0.008 85); --ink-2: oklch(0.79 0.01 80);
    --ink-3: oklch(0.7 0.01 80); --line: oklch(0.325 0.008 70); --line-strong: oklch(0.57 0.012 75);
    --accent: oklch(0.79 0.085 236); --band: oklch(0.79 0.085 236 / 0.16); --warn: oklch(0.82 0.1 70);
    --shade-1: oklch(0.245 0.008 243); --shade-2: oklch(0.31 0.03 243); --shade-3: oklch(0.38 0.05 243);
    --shade-4: oklch(0.45 0.065 243); --shade-5: oklch(0.77 0.085 243); --shade-6: oklch(0.88 0.06 243);
    --on-light: oklch(0.925 0.008 85); --on-dark: oklch(0.19 0.02 243);
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Inter, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums lining-nums;
  overflow-wrap: anywhere;
}
main { max-width: 64rem; margin-inline: auto; }
h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 640; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 2.75rem 0 0.9rem; padding-top: 0.9rem; border-top: 1px solid var(--line); font-size: 1.2rem; line-height: 1.3; font-weight: 620; }
h3 { margin: 1.9rem 0 0.7rem; font-size: 1rem; font-weight: 620; }
p, .verdicts { max-width: 46rem; }
.lead { margin-top: 0.4rem; color: var(--ink-2); }
.verdicts { display: grid; gap: 0.8rem; margin: 1.75rem 0 0; padding: 0; list-style: none; }
.verdicts li { padding-left: 0.9rem; border-left: 3px solid var(--accent); }
.verdicts .missed { border-left-color: var(--warn); }
.verdicts b { display: block; font-size: 0.875rem; font-weight: 560; color: var(--ink-2); }
.remark { margin-top: 0.6rem; color: var(--ink-2); }
figure { margin: 0 0 1.4rem; min-width: 0; }
figcaption { margin-bottom: 0.6rem; max-width: 46rem; font-size: 0.9375rem; line-height: 1.45; }
.scroll { overflow-x: auto; margin-bottom: 1.2rem; }
.scroll:focus-visible, a:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; overflow-wrap: normal; }
caption { padding-bottom: 0.4rem; text-align: left; }
caption, .hint { color: var(--ink-3); font-size: 0.8125rem; }
.hint { margin-bottom: 0.4rem; }
th, td { padding: 0.38rem 0.85rem 0.38rem 0; text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 1px solid var(--line-strong); color: var(--ink-2); font-size: 0.8125rem; vertical-align: bottom; }
tbody tr > * { border-bottom: 1px solid var(--line); }
.right { text-align: right; white-space: nowrap; }
.right .undefined { display: inline-block; min-width: 11rem; white-space: normal; text-align: left; }
.undefined, .none, .few { color: var(--ink-2); }
.notes { margin-top: -0.5rem; padding-left: 1.6rem; color: var(--ink-2); font-size: 0.8125rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0.5rem 2.5rem; align-items: start; }
.pair > div { min-width: 0; }
.heat th, .heat td { padding: 0.4rem 0.6rem; border: 0; text-align: center; }
.heat th[scope="row"] { padding-left: 0; text-align: right; color: var(--ink-2); white-space: nowrap; }
.heat thead th { border: 0; max-width: 9rem; }
.heat td { min-width: 3rem; border: 2px solid var(--paper); }
.heat td.same { outline: 1.5px solid var(--ink-2); outline-offset: -3px; }
.heat .total { color: var(--ink-3); }
.heat small { display: block; font-size: 0.75rem; white-space: nowrap; }
.shade-1, .shade-2, .shade-3, .shade-4 { color: var(--on-light); }
.shade-5, .shade-6 { color: var(--on-dark); }
.shade-1 { background: var(--shade-1); } .shade-2 { background: var(--shade-2); } .shade-3 { background: var(--shade-3); }
.shade-4 { background: var(--shade-4); } .shade-5 { background: var(--shade-5); } .shade-6 { background: var(--shade-6); }
svg { display: block; width: 100%; height: auto; overflow: visible; font-size: 13px; fill: var(--ink); }
svg.wide { max-width: 45rem; } svg.narrow { display: none; max-width: 30rem; }
.scatter svg { max-width: 28.5rem; font-size: 12px; }
svg path { fill: none; stroke: var(--line-strong); } svg path.grid { stroke: var(--line); }
.pair svg.wide { display: none; } .pair svg.narrow { display: block; max-width: 24rem; }
svg text { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
svg .axis, svg .axis-name { fill: var(--ink-3); font-size: 12px; } svg .value { fill: var(--ink-2); }
svg .interval { stroke: var(--accent); stroke-width: 1.75; } svg .dot { fill: var(--accent); stroke: none; }
svg .criterion { stroke: var(--warn); stroke-dasharray: 4 3; } svg .criterion-name { fill: var(--warn); font-size: 12px; }
svg .unit { fill: var(--accent); fill-opacity: 0.75; } svg .lane { font-weight: 560; }
svg .zero { stroke: var(--line-strong); } svg .rule { stroke: var(--accent); } svg .rule.limit { stroke-dasharray: 5 4; }
svg .band { fill: var(--band); } svg circle { fill: var(--accent); fill-opacity: 0.65; stroke: var(--paper); stroke-width: 0.75; }
pre {
  max-height: 26rem; margin-top: 0.8rem; padding: 0.9rem 1rem; overflow: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet);
  font: 0.8125rem/1.5 ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, monospace; overflow-wrap: normal;
}
footer { margin-top: 3rem; padding-top: 0.9rem; border-top: 1px solid var(--line); color: var(--ink-3); font-size: 0.8125rem; }
@media (max-width: 46rem) {
  svg.wide { display: none; } svg.narrow { display: block; }
  body { padding-top: 1.5rem; }
}
@media print {
  body { padding: 0; font-size: 10pt; } h2, h3, figcaption { break-after: avoid; } figure, tr { break-inside: avoid; }
  .scroll { overflow: visible; } pre { max-height: none; white-space: pre-wrap; border: 0; padding: 0; font-size: 7.5pt; }
  .shade-1, .shade-2, .shade-3, .shade-4, .shade-5, .shade-6, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
