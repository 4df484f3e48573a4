import type { Catalogue } from '../say.ts'
import { count, inNumber, join } from './grammar.ts'

/** Notes on standard error, and what a run comes to. */
export const cliMessages = {
  wrote: ({ path }: { path: string }) => `wrote ${path}`,
  indented: ({ text }: { text: string }) => `  ${text}`,

  'report-file-written': ({ file }: { file: string }) =>
    `The report is in ${file}. For Word: accordant report -o report.docx`,
  'report-file-edited': ({ file, other }: { file: string; other: string }) =>
    `Somebody edited ${file} after accordant wrote it, so it was left as it is. The new report is in ${other}`,
  'report-file-unmarked': ({ file, other }: { file: string; other: string }) =>
    `${file} may be somebody's own work, since it has no mark of an unedited report, so it was left as it is. The new report is in ${other}`,
  'file-edited': ({ file }: { file: string }) =>
    `Somebody edited "${file}" after accordant wrote it`,
  'file-unmarked': ({ file }: { file: string }) =>
    `"${file}" may be somebody's own work: it has no mark of an unedited report`,
  'file-hand-made-hint':
    'Nothing was written. Choose another file, or add --overwrite to replace this one',
  'page-on-terminal': ({ format }: { format: string }) =>
    `${format === 'html' ? 'A page in HTML' : 'A Word file'} cannot be read in a terminal`,
  'page-on-terminal-hint': ({ format }: { format: string }) =>
    `Write it to a file: add -o report.${format}`,
  'form-on-terminal': 'A form is a page for a browser and cannot be read in a terminal',
  'form-on-terminal-hint': 'Write it to a file: accordant form -o form.html',
  'xlsform-without-file': 'An XLSForm is an Excel file and needs a name',
  'xlsform-without-file-hint': 'Write it to a file: accordant form --format xlsform -o form.xlsx',
  'xlsform-unsaid': ({ question, condition }: { question: string; condition: string }) =>
    `${question} is always asked: the form cannot say "only when ${condition}". Its hint says it.`,
  'xlsform-left-out': ({ question }: { question: string }) =>
    `${question} is a table and is not asked: servers export its rows apart from the person`,
  'xlsform-next': ({ map }: { map: string }) =>
    `Upload the form to KoboToolbox, ODK or another server, and import what it exports: accordant import EXPORT.csv --map ${map}`,
  'form-next':
    'Mail it to the people who are to answer. What they send back: accordant import FILE',
  'summary-and-full': '"--summary" and "--full" ask for different reports',
  'page-partner-and-full': '"--for" writes one page, and "--full" asks for all there is',
  'leave-one-out': 'Leave one of them out',
  'page-partner-hidden': ({ minGroup }: { minGroup: number }) =>
    `No page is written for one partner: that takes at least ${minGroup} people at each partner, with enough of them answering, so that nobody can be recognised`,
  'page-partner-silent': ({ partner }: { partner: string }) =>
    `No response from "${partner}" counts, so there is nothing to put on its page`,
  'page-partner-silent-hint': 'Ask its people first: accordant assess',
  'output-ending-unknown': ({ file }: { file: string }) =>
    `The ending of "${file}" names no format`,
  'output-ending-unknown-hint':
    'End the file with .md, .html, .docx, .json or .csv, or write --format NAME=FILE',
  'output-ending-differs': ({ file, format }: { file: string; format: string }) =>
    `"${file}" does not end like a file of the format "${format}"`,

  'template-without-questionnaire': '"--template" works only with "init questionnaire"',
  'template-without-questionnaire-hint': ({ template }: { template: string }) =>
    `Run "accordant init questionnaire --template ${template}"`,
  'init-option-unused': ({ what, option }: { what: string; option: string }) =>
    `"init ${what === 'folder' ? 'NAME' : what}" takes no "--${option}"`,
  'init-option-uses': ({ uses }: { uses: readonly string[] }) =>
    `It works with ${join(uses.map((use) => (use === 'folder' ? "a partnership's folder" : `"${use}"`)))}`,
  'response-of-partners': "A response is one person's, who answers for one partner",
  'response-of-partners-hint': ({ partner }: { partner: string }) =>
    `Write one form for each: accordant init response --partner ${partner}`,
  'init-format-without-plan': '"--format" works only with "init plan"',
  'init-format-without-plan-hint': 'Run "accordant init plan --format markdown"',
  'init-format-differs': ({ file, format }: { file: string; format: string }) =>
    `"${file}" does not end like ${format === 'markdown' ? 'a Markdown file (".md")' : 'a YAML file (".yaml")'}`,
  'init-one-argument': ({ what }: { what: string }) => `"init ${what}" takes no second name`,
  'init-one-name': ({ command }: { command: string }) =>
    `One name is for all partners together: ${command}`,

  'formats-to-stdout': 'Only one format can go to standard output',
  'formats-to-stdout-hint': 'Give the others a file, like "--format json=result.json"',
  'format-repeated': ({ format }: { format: string }) => `The format "${format}" appears twice`,
  'format-unknown': ({ word, hint }: { word: string; hint: string }) =>
    `Unknown format "${word}"${hint}`,
  'format-made-by-hand': ({ format }: { format: string }) => {
    if (format === 'pdf')
      return 'Write -o report.html and print the page from a browser as a PDF, or write -o report.docx and save it from Word as a PDF'
    if (format === 'word') return 'Write -o report.docx; your program can open it'
    return 'Write -o report.csv; Excel can open it'
  },
  'write-format-with-file': ({ format, file }: { format: string; file: string }) =>
    `To write to that file: --format ${format}=${file}`,
  'format-file-apart': ({ file }: { file: string }) =>
    `"${file}" is not a file that this command can read`,
  'output-option-unknown': 'This command has no option "-o"',
  'format-without-file': ({ format }: { format: string }) =>
    `"--format ${format}=" needs a file after the "="`,
  'file-written': ({ file, format }: { file: string; format: string }) =>
    `Wrote ${file}${format in purposes ? `, ${purposes[format]}` : ''}`,
  'table-without-map': ({ table }: { table: string }) =>
    `"${table}" is a table, and nothing says what its columns mean`,
  'table-without-map-hint': ({ table }: { table: string }) =>
    `Draft a map with "accordant import ${table}", then name it with --map`,
  'map-needs-one-table': '"--map" works with exactly one table',
  'import-one-table-hint': 'Import one table at a time: accordant import TABLE.csv --map MAP.yaml',
  'map-needs-one-table-hint': 'Name the table: accordant report table.csv --map map.yaml',
  'accent-changed': ({ accent, used }: { accent: string; used: string }) =>
    `The accent "${accent}" is too light to be read on paper; the page uses "${used}"`,
  'logo-alternative': 'Logo',
  'logo-not-in-word':
    'The logo is left out of the Word file, which can show only a PNG, JPEG or GIF; give one under "report", "logo"',
  'logo-of-settings': ({ problem }: { problem: string }) =>
    `accordant.yaml asks for a logo, but it cannot be used: ${problem}`,
  'commentary-of-settings': ({ problem }: { problem: string }) =>
    `accordant.yaml asks for a commentary, but it cannot be used: ${problem}`,
  'commentary-unreadable': ({ file }: { file: string }) =>
    `"${file}" is not a text, or has more than 64 KiB`,
  'commentary-unreadable-hint': 'Write it as Markdown in UTF-8, and keep it short',
  'commentary-stray': ({ file, line, title, meant }: StrayHeading) =>
    `${file}:${line} Nothing in a report has the title "${title}"${
      meant === null ? '' : `; did you mean "${meant}"?`
    } What is under it is not in the report`,
  'logo-not-a-picture': ({ file }: { file: string }) =>
    `"${file}" is not a picture that a browser can show`,
  'logo-not-a-picture-hint': 'Give a PNG, JPEG, GIF, WebP or SVG file under "report", "logo"',
  'logo-too-large': ({ file, size }: { file: string; size: number }) =>
    `"${file}" has ${size} KiB; a logo may have at most 500`,

  'kind-unknown': ({ kind, hint }: { kind: string; hint: string }) =>
    `Unknown kind "${kind}"${hint}`,
  'no-file-is-a-plan': 'None of the files is a plan',
  'show-plan-and-format': ({ format }: { format: string }) =>
    `"--show-plan" and "--format ${format}" both write to standard output`,
  'show-plan-and-format-hint': ({ format }: { format: string }) =>
    `Give the format a file, like "--format ${format}=found.txt"`,

  /** An interview. */
  'continue-with-response': ({ file }: { file: string }) =>
    `To continue a response: accordant assess --response ${file}`,
  'questions-open': ({ questions }: { questions: number }) =>
    `${count(questions, 'question')} ${inNumber(questions, 'is', 'are')} unanswered, and there is no terminal to ask in; nothing was written`,
  'answers-saved': ({ file }: { file: string }) => `Every answer is saved in ${file}`,
  'next-day': ({ day, file }: { day: string; file: string }) =>
    `Next: ${day}. Continue with: accordant assess --response ${file}`,
  'nothing-answered': 'Nothing was answered, and nothing was written.',
  'continue-response': ({ file }: { file: string }) =>
    `Every answer is saved in ${file}.\nContinue with: accordant assess --response ${file}`,
  'continue-table': (table: {
    files: readonly string[]
    folder: string
    partners: readonly string[]
  }) =>
    `Every answer is saved in ${join(table.files)}.\nContinue with: accordant assess${table.folder === '.' ? '' : ` ${table.folder}`}${table.partners.map((partner) => ` --partner ${partner}`).join('')}`,

  /** A preview. */
  'option-needs-report': ({ option }: { option: string }) =>
    `"--${option}" works only with a report on made-up answers`,
  'add-report': 'Add --report',
  'preview-without-terminal':
    'There is no terminal to ask in. These questions would be asked, from first to last; "--report" needs no terminal',
  'preview-ended': 'This was a preview: nothing was saved.',
  'preview-title': ({ title }: { title: string }) => `${title}, a preview with made-up answers`,
  'preview-made-up': ({ seed }: { seed: string }) =>
    `Every answer is made up. "--seed ${seed}" makes the same answers again; another seed makes others`,

  /** What explains a kind of finding. */
  'finding-guide': ({ title, why, fix }: { title: string; why: string; fix: string }) =>
    `${title}\n  Why: ${why}\n  What to do: ${fix}`,

  /** The list of questionnaires, and what differs between two. */
  'built-in': 'built in',
  'list-head': (own: { id: string; version: string; where: string }) =>
    `${own.id} ${own.version} (${own.where})`,
  'list-extends': ({ id, version }: { id: string; version: string }) =>
    `  extends ${id} ${version}`,
  'list-licence': '  licence CC BY 4.0',
  'question-count': (own: { questions: number; isExact: boolean; minutes: number | null }) =>
    `${own.isExact ? '' : 'up to '}${count(own.questions, 'question')}${own.minutes === null ? '' : `, about ${count(own.minutes, 'minute')}`}`,
  'run-full': ({ size }: { size: string }) => `full run ${size}`,
  'run-quick': ({ size }: { size: string }) => `quick run ${size}`,
  'run-in-days': ({ days }: { days: number }) => `done in ${count(days, 'day')}, one part a day`,
  'diff-head': (own: {
    id: string
    version: string
    base: string
    baseVersion: string
    added: number
    changed: number
    dropped: number
  }) => {
    const counts = (['added', 'changed', 'dropped'] as const).flatMap((kind) =>
      own[kind] === 0 ? [] : [`${own[kind]} ${kind}`],
    )
    return `${own.id} ${own.version} extends ${own.base} ${own.baseVersion}: ${counts.length === 0 ? 'nothing is different' : counts.join(', ')}`
  },
  'diff-settings': 'title and settings',
  'diff-form': 'type and values',
  'diff-part-questionnaire': 'Questionnaire',
  'diff-part-dimension': 'Dimensions',
  'diff-part-question': 'Questions',
  'diff-part-check': 'Checks',
  'diff-part-level': 'Levels',
  'diff-part-profile': 'Profile questions',
  'value-none': 'none',

  /** What a run comes to. */
  'limits-met': 'pass',
  'limits-missed': ({ missed }: { missed: number }) => `fail, ${count(missed, 'limit')} missed`,
  'figures-hypothetical': 'hypothetical',
  'no-level': 'no level',
  'verdict-without-score': ({ remarks }: { remarks: readonly string[] }) =>
    `Verdict: nothing to score${inBrackets(remarks)}`,
  'verdict-with-score': (run: VerdictLine) =>
    `Verdict: ${run.level}, ${run.score}${run.view === null ? '' : ` ${run.view}`}${inBrackets(run.remarks)}`,
  'summary-limit': 'Limit missed:',
  'summary-held-back': 'In the way:',
  'summary-next': 'Next:',
  'and-more': ({ rest }: { rest: number }) => `  and ${rest} more`,
} as const satisfies Catalogue

/** What each format of a report is for. */
const purposes: Readonly<Record<string, string>> = {
  markdown: 'to read as plain text or on a code host',
  html: 'to read in a browser, or to print',
  docx: 'to edit in Word',
  form: 'to open in a browser and answer there, or to print',
  json: 'for other programs',
  csv: 'to open as a table',
  actions: 'the next steps, for a tool that tracks tasks',
}

interface StrayHeading {
  file: string
  line: number
  title: string
  /** Null where no title is near. */
  meant: string | null
}

interface VerdictLine {
  level: string
  score: string
  /** Whose view it is; null where it is that of all. */
  view: string | null
  remarks: readonly string[]
}

function inBrackets(remarks: readonly string[]): string {
  return remarks.length === 0 ? '' : ` (${remarks.join(', ')})`
}
