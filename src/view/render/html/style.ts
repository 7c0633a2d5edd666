/** How a page looks: on a screen from 360 pixels, light and dark, and on paper (A4 and Letter). */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ink: #1c2330; --quiet: #525c6b; --paper: #f4f5f7; --card: #fff; --line: #d8dce3;
  --blue: #17518f; --code: #eef1f6; --amber: #8a4b00; --green: #1c6b3c; --violet: #6a3d9a;
  --bar: #2f6fb3; --over: #b35a00; --second: #7d8797; --band: #eef2f8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e8ee; --quiet: #a9b3c1; --paper: #12161d; --card: #1a202a; --line: #343d4b;
    --blue: #8fc0f5; --code: #262e3b; --amber: #f0b36b; --green: #83d3a2; --violet: #c9a6ef;
    --bar: #5b9ee0; --over: #e39445; --second: #8a94a3; --band: #202834;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 76rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
  Arial, sans-serif; overflow-wrap: break-word; font-variant-numeric: tabular-nums;
}
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 1; }
a { color: var(--blue); }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { margin: 0 0 .5rem; font-size: 2rem; letter-spacing: -.01em; }
h2 { margin: 0 0 .5rem; font-size: 1.3rem; }
h3 { margin: 1.25rem 0 .35rem; font-size: 1rem; color: var(--blue); }
h4, h5 { margin: 1rem 0 .25rem; font-size: .95rem; }
p { margin: .5rem 0; }
header > p, section > .part:first-child > p { max-width: 75ch; }
em { color: var(--quiet); font-style: normal; }
p, li, dd { max-width: 80ch; }
ul, ol { margin: .25rem 0; padding-left: 1.2rem; }
li { margin: .2rem 0; }
li > p { margin: 0; }
li::marker { color: var(--quiet); }
code { padding: .1em .3em; border-radius: 3px; background: var(--code); font: .9em ui-monospace,
  SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
a code { text-decoration: underline; }
pre { margin: .5rem 0; padding: .6rem .8rem; border-radius: 4px; background: var(--code);
  white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { padding: 0; background: none; }
nav { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 6px;
  background: var(--card); }
nav ul { columns: 12rem; column-gap: 1.5rem; list-style: none; padding: 0; font-size: .9rem; }
nav li { margin: 0; padding: .2rem 0; break-inside: avoid; line-height: 1.4; }
nav a { display: inline-block; min-height: 1.5rem; text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { margin: 1rem 0; padding: 1.1rem 1.2rem; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); }
.part > h3:first-child { margin-top: 0; }
.part:not(:last-child) { padding-bottom: .9rem; }
dl { display: grid; gap: .3rem .8rem; margin: .75rem 0; }
dl > div { display: contents; }
dt { color: var(--quiet); font-size: .9rem; }
dd { margin: 0 0 .3rem; min-width: 0; }
@media (max-width: 40rem) {
  h1 { font-size: 1.6rem; }
  section { padding: .9rem; }
  nav ul { max-height: 13rem; overflow-y: auto; }
  .display { font-size: .88em; }
}
@media (max-width: 24rem) { .display { font-size: .8em; } }
@media (min-width: 40rem) {
  dl { grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr); }
  dd { margin: 0; }
}
table { width: 100%; margin: .5rem 0; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; hyphens: auto; }
thead th { color: var(--quiet); font-weight: 600; }
tbody th { font-weight: 600; }
@media screen and (max-width: 44rem) {
  .stacks, .stacks tbody, .stacks tr, .stacks th, .stacks td { display: block; }
  .stacks thead { position: absolute; left: -999rem; }
  .stacks tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .stacks :is(tbody th, td) { padding: .1rem 0; border: 0; }
  .stacks td:not(:empty)::before { content: attr(data-title) ": "; color: var(--quiet); }
}
math { font-size: 1.05em; }
.display { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem .3rem;
  overflow-x: auto; }
.display math { flex: none; margin: 0; padding: .1rem 0; }
.inline math { display: inline-flex; flex-wrap: wrap; align-items: baseline; }
.callout { margin: .75rem 0; padding: .5rem .9rem; border-left: 4px solid var(--tone);
  background: var(--band); border-radius: 0 4px 4px 0; }
.callout-title { margin: 0; color: var(--tone); font-weight: 600; }
.callout > :last-child { margin-bottom: 0; }
.note { --tone: var(--blue); } .tip { --tone: var(--green); }
.important { --tone: var(--violet); } .warning { --tone: var(--amber); }
figure { margin: .75rem 0; }
figcaption { color: var(--quiet); font-size: .92rem; }
figcaption ul { columns: 20rem; column-gap: 2rem; }
figcaption li { break-inside: avoid; }
figcaption strong { color: var(--ink); font-weight: 600; }
svg { display: block; width: 100%; height: auto; font: 13px system-ui, -apple-system, "Segoe UI",
  Roboto, "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
.chart { max-width: 34rem; margin-top: .5rem; }
.chart text { fill: var(--quiet); } .chart .label { fill: var(--ink); font-weight: 600; }
.track { fill: var(--code); } .bar { fill: var(--bar); } .over { fill: var(--over); }
.second { fill: var(--second); } .mark { stroke: var(--ink); stroke-width: 2; }
div.wide { overflow-x: auto; } div.wide svg { min-width: 42rem; }
.band { fill: var(--band); } .group { fill: var(--quiet); font-weight: 600; }
.box { fill: var(--card); stroke: var(--second); stroke-width: 1.2; }
.node { font-size: 12.5px; }
.halo { fill: none; stroke: var(--band); stroke-width: 5; }
.wire { fill: none; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.w0 { stroke: var(--blue); } .w1 { stroke: var(--amber); } .w2 { stroke: var(--green); }
.w3 { stroke: var(--violet); } .w4 { stroke: var(--quiet); } .w5 { stroke: var(--bar); }
.h0 { fill: var(--blue); } .h1 { fill: var(--amber); } .h2 { fill: var(--green); }
.h3 { fill: var(--violet); } .h4 { fill: var(--quiet); } .h5 { fill: var(--bar); }
@media (min-width: 62rem) {
  body:has(> nav) { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 0 2rem; }
  body:has(> nav) > header { grid-column: 1 / -1; }
  body > nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem);
    overflow-y: auto; }
  nav ul { columns: 1; }
}
@media screen and (min-width: 75rem) {
  section:not(.tall):has(> .part ~ .part ~ .part ~ .part) { columns: 2; column-gap: 2.5rem; }
  body:not(.wide) .tall:has(> .part ~ .part ~ .part) { display: grid; gap: 0 2.5rem;
    grid-template-columns: repeat(2, minmax(0, 1fr)); }
  section > .part:first-child:not(:last-child) { grid-column: 1 / -1; column-span: all; }
  .whole { break-inside: avoid; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --line: #bbb; --blue: #123f70;
    --code: #f0f0f0; --amber: #7a4200; --green: #175c33; --violet: #56307f; --bar: #2f6fb3;
    --over: #b35a00; --second: #777; --band: #f3f5f8;
  }
  @page { margin: 12mm; }
  @page dense { margin: 10mm; }
  body.dense { page: dense; }
  body, body:has(> nav) { display: block; max-width: none; padding: 0; font-size: 8.5pt;
    line-height: 1.35; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .skip, body > nav { display: none; }
  h1 { font-size: 15pt; } h2 { font-size: 11pt; } h3 { font-size: 9pt; margin-top: 2.5mm; }
  h4, h5 { font-size: 8.5pt; }
  main { columns: 2; column-gap: 6mm; }
  section { margin: 0 0 4mm; padding: 0 0 2mm; border: 0; border-top: 1.5pt solid var(--blue);
    border-radius: 0; padding-top: 1.5mm; box-decoration-break: clone; }
  .whole, figure, tr, li, dl > div, .callout, pre { break-inside: avoid; }
  .display { font-size: .92em; }
  p, li { orphans: 2; widows: 2; }
  a { color: inherit; text-decoration: none; } a code { text-decoration: none; }
  code { padding: 0 .2em; }
  dl { grid-template-columns: 18mm minmax(0, 1fr); gap: .6mm 2mm; margin: 1.5mm 0; }
  dt { font-size: 7.5pt; }
  .part:not(:last-child) { padding-bottom: 2mm; }
  ul, ol { padding-left: 4.6mm; margin: .5mm 0; }
  p, li, dd { max-width: none; } li { margin: .4mm 0; } p { margin: 1mm 0; }
  table, figcaption { font-size: 8pt; } th, td { padding: .6mm 1.5mm .6mm 0; }
  div.wide { overflow: visible; } div.wide svg { min-width: 0; }
  section:has(.diagram) { column-span: all; }
  body.wide main { columns: 1; }
  body.dense { font-size: 6.2pt; line-height: 1.2; }
  .dense main { columns: 3; column-gap: 4mm; }
  .dense h1 { font-size: 11pt; margin: 0 0 1.5mm; } .dense h2 { font-size: 8.5pt; margin: 0 0 .5mm; }
  .dense h3 { font-size: 7pt; margin: 1mm 0 .3mm; }
  .dense section { margin: 0 0 1.5mm; padding: .6mm 0 0; border-top-width: 1pt; }
  .dense .part:not(:last-child) { padding-bottom: 1mm; }
  .dense p { margin: .25mm 0; }
  .dense ul, .dense ol { margin: 0; padding-left: 3.6mm; } .dense li { margin: 0; }
  .dense dl { grid-template-columns: 14mm minmax(0, 1fr); gap: .2mm 1mm; margin: 0; }
  .dense dt { font-size: 6pt; }
}
`.trim();
