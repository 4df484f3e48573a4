import { darkColours, lightColours, type PageLook } from '../html/look.ts'
import { fontVariables, formatVariables } from '../html/style-sheet.ts'

/** The one style sheet of a form: the paper form, and the form on a screen. */
export function buildFormStyles(look: PageLook): string {
  const light = formatVariables({ ...lightColours, accent: look.accent })
  const dark = formatVariables({ ...darkColours, accent: look.accentOnDark })
  return [
    `:root{color-scheme:light dark;${fontVariables}${light}}`,
    baseStyles,
    screenStyles,
    paperStyles,
    `@media screen and (prefers-color-scheme:dark){:root{${dark}}}`,
    printStyles,
  ]
    .join('')
    .replaceAll(/\s*\n\s*/g, '')
}

const baseStyles = `
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
html{font:100%/1.5 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:0 1.25rem 3rem;max-width:44rem;overflow-wrap:anywhere}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.25;text-wrap:balance}
h1{font-size:1.6rem;margin:.25rem 0 1.25rem}
h1:focus{outline:none}
h2{font-size:1.2rem;margin:2.5rem 0 .75rem;color:var(--accent)}
p{margin:.6rem 0}
ul,ol{padding-left:1.3rem}
li{margin:.4rem 0}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.section{color:var(--soft);margin:1rem 0 0}
.hint{color:var(--soft);font-size:.92rem}`

const screenStyles = `
.bar{position:sticky;top:0;display:flex;flex-wrap:wrap;align-items:center;gap:.3rem 1rem;background:var(--paper);padding:.7rem 0;border-bottom:1px solid var(--rule);z-index:1}
.bar:empty{display:none}
.bar p{margin:0}
.bar progress{flex:1 1 8rem;min-width:4rem;accent-color:var(--accent)}
.status{color:var(--soft);font-size:.9rem;min-height:1.5em}
.problem{color:var(--p1);font-weight:600;margin:.4rem 0}
.problem:empty,.now:empty{display:none}
fieldset{border:1px solid var(--rule);border-radius:.4rem;margin:1rem 0;padding:.6rem 1rem 1rem;min-width:0}
fieldset.choices{border:0;padding:0}
legend,label{font-weight:600}
label{display:block;margin:1.1rem 0 .3rem}
label.choice{display:flex;gap:.7rem;align-items:baseline;margin:.5rem 0;padding:.7rem .8rem;border:1px solid var(--rule);border-radius:.4rem;font-weight:400;cursor:pointer}
label.choice:hover{background:var(--shade)}
label.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);background:var(--shade)}
label.choice input{flex:none;width:1.15rem;height:1.15rem;margin:0;accent-color:var(--accent);align-self:center}
label.choice .number{font-weight:600;min-width:1ch}
label.cell{margin:.6rem 0}
label.cell span{display:block}
input[type=text],input[type=search],select,textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.3rem;padding:.5rem .6rem;width:100%;max-width:100%}
input.short{max-width:14rem}
textarea{resize:vertical}
textarea[readonly]{font:.8rem/1.4 var(--mono)}
button{font:inherit;font-weight:600;cursor:pointer;padding:.6rem 1.2rem;min-height:2.75rem;border:1px solid var(--accent);border-radius:.4rem;background:var(--accent);color:var(--paper);max-width:100%;overflow-wrap:anywhere}
button.quiet,button.state{background:var(--paper);color:var(--accent)}
button.quiet:hover,button.state:hover{background:var(--shade)}
button[aria-pressed=true]{box-shadow:inset 0 0 0 2px var(--accent);background:var(--shade)}
button.question{display:block;width:100%;text-align:left;border:0;background:none;color:var(--accent);padding:.3rem 0;min-height:0;font-weight:400;text-decoration:underline;text-underline-offset:.15em}
.row,.moves{display:flex;flex-wrap:wrap;gap:.7rem}
.moves{margin:1.5rem 0 .5rem}
.reason{margin:.75rem 0;padding:.2rem 1rem 1rem;border-left:.3rem solid var(--rule)}
.now{font-weight:600}
details{margin:1rem 0;border-top:1px solid var(--rule)}
summary{cursor:pointer;padding:.6rem 0;font-weight:600;color:var(--accent)}
dt{font-weight:600;margin:.6rem 0 0}
dd{margin:.1rem 0 0}
.review{list-style:none;padding:0}
.review li{border-bottom:1px solid var(--rule);padding:.3rem 0 .6rem;margin:0}
.review .answer{margin:0;color:var(--soft)}
.review .open .answer{color:var(--p1)}`

const paperStyles = `
.live #paper{display:none}
.no-script{border:2px solid var(--p1);border-radius:.4rem;padding:.2rem 1rem;margin:1.5rem 0}
.no-script h2{margin:.8rem 0;color:var(--p1)}
.paper-question{margin:1.2rem 0;break-inside:avoid}
.paper-question h3{font:600 1rem/1.4 var(--sans);margin:.2rem 0}
.paper-question p{margin:.25rem 0}
.options{columns:2 15rem;column-gap:1.5rem}
.options .option{display:block;margin:.2rem 0;break-inside:avoid}
.option{margin-right:1.2rem;display:inline-block}
.box{display:inline-block;width:.85em;height:.85em;border:1px solid currentColor;vertical-align:-.05em}
.states,.fill{font-size:.92rem}
.line{display:inline-block;border-bottom:1px solid var(--soft);min-width:min(14rem,100%);min-height:1.1em}
.rule{display:block;border-bottom:1px solid var(--soft);height:1.7rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{border:1px solid var(--soft);padding:.3rem;text-align:left;vertical-align:top;font-size:.92rem}
td{height:2rem}`

const printStyles = `
@page{size:auto;margin:14mm}
@media print{
html{font-size:9.5pt}
body{max-width:none;padding:0}
#form,.no-script{display:none!important}
.live #paper{display:block}
h2{break-after:avoid}
}`
