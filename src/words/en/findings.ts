import type { Catalogue } from '../say.ts'
import { capitalise, count, inNumber, join } from './grammar.ts'

interface Counted {
  readonly number: number
}

type Unit = 'line' | 'paragraph'

interface SomeLines {
  readonly lines: readonly number[]
  readonly more: number
}

/** The words of the formats that findings are written in. */
export const findingsTexts = {
  'severity-error': 'error',
  'severity-warning': 'warning',
  'severity-info': 'info',
  list: ({ items }: { items: readonly string[] }) => items.join(', '),
  errors: ({ number }: Counted) => count(number, 'error'),
  warnings: ({ number }: Counted) => count(number, 'warning'),
  infos: ({ number }: Counted) => `${number} info`,
  'waived-count': ({ number }: Counted) => `${number} waived`,
  'baseline-count': ({ number }: Counted) => `${number} in the baseline`,
  'nothing-found': 'nothing found',
  'to-judge': ({ number }: Counted) => `${number} to judge`,
  'also-on': ({ unit, ...lines }: SomeLines & { unit: Unit }) =>
    `Also ${unit === 'line' ? 'on' : 'in'} ${nameLines(lines, unit)}`,
  fix: ({ fix }: { fix: string }) => `Fix: ${fix}`,

  /** The verdict. */
  'verdict-line': ({ verdict }: { verdict: string }) => `Verdict: ${verdict}`,
  'verdict-pass': 'pass',
  'verdict-fail': 'fail',
  'verdict-without-limit': 'no limit is set',
  'verdict-with': ({ verdict, details }: { verdict: string; details: string }) =>
    `${verdict} (${details})`,
  'limits-missed': ({ number }: Counted) => `${count(number, 'limit')} missed`,
  'plans-not-judged': ({ number }: Counted) => `${count(number, 'plan')} not judged`,
  'files-not-checked': ({ number }: Counted) => `${count(number, 'file')} not checked`,

  /** How complete a plan is. */
  'not-applicable': 'n/a',
  complete: ({ percent, under }: { percent: string; under: string | null }) =>
    `${percent} complete${under === null ? '' : ` (just under ${under})`}`,
  'no-check-counts': 'no check counts yet',
  'too-little-read': ({ percent }: { percent: string | null }) =>
    `no score (accordant read ${percent === null ? 'nothing that is about a plan' : `${percent} of what is about a plan; a score needs 80 %`})`,
  'document-read': ({ percent }: { percent: string }) =>
    `accordant read ${percent} of what is about a plan`,
  'document-assumed': 'It has no key "accordant", so it is read as a plan at the stage "agreed"',
  'to-look-at': ({ number }: Counted) => `For you to judge (${number}): ${saysSomething(number)}`,
  'found-nowhere': ({ number }: Counted) =>
    `Found nowhere in the document (${number}): ${sawNothing(number)}`,
  'absent-finding': ({ message }: { message: string }) =>
    `${message}. accordant saw no text about this in the document`,
  'unread-topic': ({ title, place }: { title: string; place: string }) =>
    `${title}: the document says something about this, and accordant cannot tell whether it is so${lookAt(place)}`,
  'unread-check': ({ title, place }: { title: string; place: string }) =>
    `${title}: accordant could not judge this, as it did not understand what this needs${lookAt(place)}`,
  'place-lines': ({ unit, lines }: { unit: Unit; lines: readonly number[] }) =>
    nameLines({ lines, more: 0 }, unit),
  places: ({ places, more }: { places: readonly string[]; more: number }) =>
    [...places, ...(more === 0 ? [] : [`and ${more} more`])].join('; '),
  'place-under': ({ place, title }: { place: string; title: string }) => `${place}, "${title}"`,
  'plan-figures': ({ complete, errors }: { complete: string; errors: number }) =>
    `${complete}, ${errors === 0 ? 'no errors' : count(errors, 'error')}`,
  'written-plan': ({ figures, stage }: { figures: string; stage: string | null }) =>
    `Written plan: ${figures}${stage === null ? '; its stage was not understood' : `, at stage "${stage}"`}`,
  'by-dimension': ({ shares }: { shares: readonly string[] }) =>
    `By dimension: ${shares.join(' · ')}`,
  'checks-unread': (unread: { number: number; lines: readonly number[]; more: number }) =>
    `${count(unread.number, 'check')} could not be judged, as what ${inNumber(unread.number, 'it needs', 'they need')} was not understood${unread.lines.length === 0 ? '' : `. Look first at ${nameLines(unread)}`}`,
  'not-begun':
    'not begun: apart from names, dates and the stage, it says no more than "accordant init" wrote. Begin at the top, and write down what you know.',

  /** Why a file fails the run. */
  'nothing-judged': 'No check could be judged',
  'not-checked': ({ why }: { why: string }) => `Not checked: ${why}`,
  'complete-missed': ({
    percent,
    under,
    limit,
  }: {
    percent: string
    under: boolean
    limit: string
  }) =>
    `The plan is ${percent} complete${under ? ', just under the limit of' : '; the limit is'} ${limit}`,
  'complete-unbegun': ({ limit }: { limit: string }) =>
    `The plan is not begun; the limit is ${limit} complete`,
  'complete-unknown': ({ limit }: { limit: string }) =>
    `Nothing shows how complete the plan is; the limit is ${limit}`,

  /** Lists that are cut, and what is set aside. */
  'more-in-file': ({ number, counts }: { number: number; counts: string }) =>
    `and ${number} more: ${counts}; --all shows them`,
  'more-topics': ({ number }: Counted) => `and ${number} more; --all shows them`,
  'quiet-plans': ({ number }: Counted) =>
    `${count(number, 'plan')} without findings; --all shows them`,
  'no-file-checked': 'No file was checked',
  'files-checked': (run: { files: number; unchecked: number; today: string }) =>
    `${count(run.files, 'file')} checked on ${run.today}${run.unchecked === 0 ? '' : `, ${run.unchecked} not checked`}`,
  'run-total': ({ files, found, shown }: { files: string; found: string; shown: number | null }) =>
    `${files}: ${found}${shown === null ? '' : `, ${shown} shown`}`,
  'not-shown': ({ counts }: { counts: string }) => `Not shown: ${counts}`,
  'and-more': ({ number }: Counted) => `and ${number} more`,
  'waived-by': ({ by, until, reason }: { by: string; until: string; reason: string }) =>
    `waived by ${by} until ${until}: ${reason}`,
  'in-baseline': 'in the baseline',

  /** GitHub's annotations. */
  'more-annotations': ({ number }: Counted) => `${number} more without an annotation`,
  'more-annotations-of': ({ number, counts }: { number: number; counts: string }) =>
    `${number} more without an annotation: ${counts}`,

  /** SARIF. */
  'run-folder': 'The folder that accordant was run in',
  'findings-left-out': ({ number }: Counted) => `${count(number, 'more finding')} left out`,
  'waiver-justification': ({ by, until, reason }: { by: string; until: string; reason: string }) =>
    `${reason} (by ${by}, until ${until})`,
  'read-more': 'More: ',
  'fix-label': 'Fix:',

  /** The summary in Markdown. */
  'summary-title': ({ verdict }: { verdict: string }) => `Partnership check: ${verdict}`,
  'summary-stage': ({ stage }: { stage: string | null }) =>
    stage === null ? '; its stage was not understood' : ` at stage “${stage}”`,
  'summary-findings': 'Findings',
  'summary-wrong': 'What was read and is wrong',
  'summary-to-judge': 'For you to judge',
  'to-judge-why': ({ number }: Counted) => `${capitalise(saysSomething(number))}.`,
  'summary-absent': 'Found nowhere in the document',
  'found-nowhere-why': ({ number }: Counted) => `${sawNothing(number)}.`,
  'more-checks': ({ number }: Counted) => `And ${count(number, 'more check')}.`,
  'summary-waived': 'Set aside by waivers',
  'summary-end': ({ files }: { files: string }) => `${files}.`,
  'whole-plan': 'Whole plan',
  'more-reasons': ({ number }: Counted) => `And ${count(number, 'more reason')}.`,
  'more-plans': ({ number }: Counted) => `And ${count(number, 'more plan')}.`,
  'more-waived': ({ number }: Counted) => `And ${count(number, 'more waived finding')}.`,
  'more-findings': ({ number, counts }: { number: number; counts: string }) =>
    `And ${count(number, 'more finding')}: ${counts}.`,
  'baseline-not-shown': ({ number }: Counted) =>
    `${count(number, 'finding')} in the baseline, not shown.`,
  'column-topic': 'What a check looks for',
  'column-dimension': 'Dimension',
  'column-complete': 'Complete',
  'column-severity': 'Severity',
  'column-place': 'Place',
  'column-finding': 'Finding',
  'column-check': 'Check',
  'column-by': 'By',
  'column-until': 'Until',
  'column-reason': 'Reason',
} as const satisfies Catalogue

function saysSomething(number: number): string {
  return `the document says something about ${inNumber(number, 'this', 'these')}, and accordant cannot tell whether ${inNumber(number, 'it is', 'they are')} so`
}

function sawNothing(number: number): string {
  return `accordant saw no text about ${inNumber(number, 'this', 'these')}`
}

function lookAt(place: string): string {
  return place === '' ? '' : `. Look at ${place}`
}

function nameLines({ lines, more }: SomeLines, unit: Unit = 'line'): string {
  const all = [...lines.map(String), ...(more === 0 ? [] : [`${more} more`])]
  return `${inNumber(lines.length + more, unit)} ${join(all)}`
}
