import { darkColours, lightColours, type PageLook } from './look.ts'

/** The one style sheet of a page: paper first, then screens, narrow ones, dark ones and print. */
export function buildStyleSheet(look: PageLook): string {
  const light = formatVariables({ ...lightColours, accent: look.accent })
  const dark = formatVariables({ ...darkColours, accent: look.accentOnDark })
  return [
    `:root{color-scheme:light dark;${fontVariables}${light}}`,
    baseStyles,
    partStyles,
    tableStyles,
    figureStyles,
    wideStyles,
    narrowStyles,
    `@media screen and (prefers-color-scheme:dark){:root{${dark}}}`,
    printStyles,
  ]
    .join('')
    .replaceAll(/\s*\n\s*/g, '')
}

/** Colours by name, as the variables that a style sheet uses. */
export function formatVariables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('')
}

export const fontVariables = `
--serif:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Palatino,P052,"Source Serif 4",Georgia,serif;
--sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Noto Sans",system-ui,"Helvetica Neue","Liberation Sans",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;`

const baseStyles = `
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.55 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;padding:0 1.25rem 4rem;max-width:48rem;overflow-wrap:anywhere;font-variant-numeric:lining-nums}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance;break-after:avoid}
h1,h2,h3{font-family:var(--serif);font-weight:600}
h1{font-size:2.1rem;margin:0;letter-spacing:-.01em}
h2{font-size:1.45rem;margin:3rem 0 .75rem;padding-top:.6rem;border-top:1px solid var(--rule);color:var(--accent)}
h3{font-size:1.15rem;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1.5rem 0 .25rem;font-weight:400}
p{margin:.5rem 0;text-wrap:pretty}
ul,ol{margin:.5rem 0;padding-left:1.3rem}
li{margin:.35rem 0}
li>ul,li>p{margin:.1rem 0}
li::marker{color:var(--soft)}
li>ul{list-style:none;padding-left:0}
li li{color:var(--soft);margin:.1rem 0}
li li ul{padding-left:1rem}
strong{font-weight:650}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
code{font:.84em/1.4 var(--mono);color:var(--soft)}
a>code{color:inherit}
a:has(>code){text-decoration:none}
a:has(>code):hover,a:has(>code):focus-visible{text-decoration:underline}
:target{background:var(--shade);box-shadow:0 0 0 .35rem var(--shade)}`

const partStyles = `
.skip{position:absolute;left:-999rem;top:0;padding:.6rem 1rem;background:var(--accent);color:var(--paper);z-index:1}
.skip:focus{left:0}
header{padding:3.5rem 0 1.25rem}
header img{display:block;max-height:3.5rem;max-width:14rem;margin:0 0 1.5rem}
nav{font-size:.9rem;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
nav p{display:none}
nav p,summary{margin:0;font-weight:600;color:var(--soft)}
summary{cursor:pointer;padding:.55rem 0}
nav ol{list-style:none;margin:0 0 .6rem;padding:0;columns:14rem 2;column-gap:2rem}
nav li{margin:0;padding:.15rem 0;break-inside:avoid}
nav a{text-decoration:none;color:var(--ink);display:inline-block;padding:.12rem 0}
nav a:hover{text-decoration:underline}
.verdict{margin:2rem 0 1.25rem;padding:1rem 1.25rem;border-left:.3rem solid var(--accent);background:var(--shade)}
.verdict p{margin:.25rem 0}
.verdict p:first-child{font:600 1.5rem/1.3 var(--serif);color:var(--accent)}
.verdict p:first-child strong{font-weight:inherit}
.comment{margin:1rem 0;padding:.2rem 1rem;border-left:.3rem solid var(--rule)}
.comment p:first-child{font-size:.85rem;color:var(--soft)}
.depth-4>ul{list-style:none;padding-left:0}
.depth-4>ul>li{margin:.1rem 0}
.depth-4>p{margin:.1rem 0}
footer{margin-top:4rem;padding-top:.75rem;border-top:1px solid var(--rule);font-size:.85rem;color:var(--soft)}`

const tableStyles = `
table{border-collapse:collapse;font-size:.92rem;line-height:1.35;width:100%;margin:1rem 0}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding:0 0 .35rem}
th,td{text-align:left;vertical-align:baseline;padding:.38rem 1rem .38rem 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere;hyphens:auto}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{font-weight:600;color:var(--soft);border-bottom-color:var(--soft);vertical-align:bottom}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
caption.unseen{padding:0}
tbody th{font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
thead .number{white-space:normal}
.heat{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.heat,td:has(>.counts){padding-left:.5rem;padding-right:.5rem}
${[6, 14, 22, 30, 38].map((share, index) => `.heat-${index + 1}{background:color-mix(in srgb,var(--accent) ${share}%,var(--paper))}`).join('\n')}
.counts{width:1.6rem;height:.75rem;margin-right:.5rem;vertical-align:baseline;fill:currentColor;opacity:.6}
.figures{margin:.25rem 0 1rem}
.bar{display:block;width:7rem;max-width:100%;height:.5rem}
.bar .rail{fill:var(--rule)}
.bar .full{fill:var(--accent)}`

const figureStyles = `
figure{margin:1.25rem 0}
figcaption{color:var(--soft);font-size:.85rem;line-height:1.45;margin:.5rem 0 0}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.4rem;padding:0;margin:0 0 .75rem;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.4rem;margin:0;max-width:100%;color:var(--ink)}
.key{width:1rem;height:1rem;flex:none}
.chart{display:block;width:100%;max-width:32rem;height:auto;overflow:visible}
@media (min-width:40rem){
section:has(>.depth-4){columns:2;column-gap:2.5rem}
section:has(>.depth-4)>h3{column-span:all}
.depth-4{break-inside:avoid}
.depth-4 h4{margin-top:0;padding-top:.9rem}
}
.chart text{font:11px/1 var(--sans);fill:var(--ink);font-variant-numeric:tabular-nums lining-nums}
.chart .small{font-size:10px}
.chart .tiny{font-size:9px}
.chart .soft{fill:var(--soft)}
.chart .end{text-anchor:end}
.chart .middle{text-anchor:middle}
.chart .onpaper{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.grid{stroke:var(--rule);stroke-width:1;fill:none}
.floor{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 2}
.fill{fill:currentColor;opacity:.55}
.one .fill{opacity:1}
.mark{fill:currentColor;stroke:var(--paper);stroke-width:1}
.outline{fill:currentColor;fill-opacity:.07;stroke:currentColor;stroke-width:1.75;stroke-linejoin:round}
.slope{fill:none;stroke:currentColor;stroke-width:2;stroke-linejoin:round}
.chart .strong{font-weight:600}
.behind{fill:none;stroke:var(--soft);stroke-width:1;stroke-dasharray:3 2}
.span{stroke:var(--soft);stroke-width:3;opacity:.6}
.interval{fill:var(--accent);opacity:.35}
.bound{stroke:var(--accent);stroke-width:1.5}
.stands{fill:var(--accent);stroke:var(--paper);stroke-width:1}
.cell{stroke:var(--paper);stroke-width:2;fill:var(--accent)}
${[1, 2, 3, 4, 5].map((grave) => `.grave-${grave}{fill-opacity:${grave * 0.07}}`).join('\n')}
.risk{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}
.chart .ondot{font-weight:600}
.one{color:var(--accent)}
${Array.from({ length: 8 }, (_, partner) => `.p${partner}{color:var(--p${partner})}`).join('\n')}
details>summary{font-size:.9rem}`

const wideStyles = `
@media screen and (min-width:76rem){
body{max-width:72rem;display:grid;grid-template-columns:14rem minmax(0,46rem);column-gap:4rem;align-items:start}
header,main,footer{grid-column:2}
nav{grid-column:1;grid-row:1/span 3;position:sticky;top:0;max-height:100vh;overflow-y:auto;border:0;padding:4rem 0 2rem;font-size:.85rem}
nav ol{columns:auto;margin-top:.4rem}
@supports selector(::details-content){
nav p{display:block}
nav summary{display:none}
nav details::details-content{content-visibility:visible;display:block}
}
}`

const narrowStyles = `
@media screen and (max-width:36rem){
body{padding:0 1rem 3rem}
header{padding-top:2rem}
h1{font-size:1.6rem}
h2{font-size:1.3rem;margin-top:2.25rem}
.verdict{padding:.75rem 1rem}
.verdict p:first-child{font-size:1.25rem}
ul,ol{padding-left:1.1rem}
.bar{width:5rem}
.chart text{font-size:12.5px}
.chart .small{font-size:11.5px}
.chart .tiny{font-size:9px}
.stacked,.stacked tbody,.stacked tr{display:block}
.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacked tr{padding:.45rem 0;border-bottom:1px solid var(--rule)}
.stacked th,.stacked td{display:block;border:0;padding:.12rem 0;text-align:left}
.stacked th{font-weight:600}
.stacked td:not(:has(>.bar)){display:flex;justify-content:space-between;gap:1rem;white-space:normal}
.stacked td[data-label]:not([data-label=""])::before{content:attr(data-label);color:var(--soft);text-align:left}
.stacked td:empty{display:none}
.stacked .heat{padding:.2rem .5rem}
}`

const printStyles = `
@page{size:A4;margin:14mm 18mm 14mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#555}}
@page:first{margin-top:9mm}
@media print{
html{font-size:9pt;line-height:1.36;background:none}
body{max-width:none;padding:0}
nav,.skip{display:none}
header{padding:0}
h1{font-size:18pt}
h2{font-size:12.5pt;margin:.75rem 0 .25rem;padding-top:.3rem}
h3{font-size:10.5pt;margin:.8rem 0 .2rem}
h1,h2,h3,h4{break-after:avoid;break-inside:avoid}
h1+*,h2+*,h3+*,h4+*{break-before:avoid}
p{margin:.35rem 0}
p,li{orphans:3;widows:3}
ul,ol{margin:.35rem 0}
li{margin:.2rem 0}
li,tr,.verdict,.depth-4,figure,svg{break-inside:avoid}
thead{display:table-header-group}
caption{break-after:avoid}
table{font-size:.95em}
th,td{padding:.22rem .8rem .22rem 0}
.verdict{margin:.8rem 0 .6rem;padding:.5rem .9rem}
.verdict p:first-child{font-size:14pt}
figure{margin:.6rem 0}
figcaption{font-size:8pt;margin-top:.25rem}
.legend{margin-bottom:.3rem}
.chart{max-width:95mm}
.dimensions .chart{max-width:84mm}
.dimensions figcaption{display:none}
.figures{display:none}
details::details-content{content-visibility:visible;display:block}
summary{list-style:none;padding-bottom:0}
footer{margin-top:1.5rem}
a{color:inherit;text-decoration:none}
.verdict,.bar,figure{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`
