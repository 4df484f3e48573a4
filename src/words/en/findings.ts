import type { Catalogue } from '../say.ts'
import { count, inNumber, join } from './grammar.ts'

interface Counted {
  readonly number: number
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
  'also-on-lines': ({ lines, more }: { lines: readonly number[]; more: number }) =>
    `Also on ${nameLines({ lines, more })}`,
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
    `no score, as accordant ${percent === null ? 'read nothing that is about a plan' : `read ${percent} of what is about a plan, and a score needs 80 %`}`,
  'document-read': ({ percent }: { percent: string }) =>
    `accordant read ${percent} of what is about a plan`,
  'document-assumed': 'It has no key "accordant", so it is read as a plan at the stage "agreed"',
  'to-look-at': ({ number }: Counted) =>
    `For you to judge (${number}): the document says something about ${inNumber(number, 'this', 'these')}, and accordant cannot tell what`,
  'found-nowhere': ({ number }: Counted) =>
    `Found nowhere in the document (${number}): accordant saw no text about ${inNumber(number, 'this', 'these')}`,
  'absent-finding': ({ message }: { message: string }) =>
    `${message}. accordant saw no text about this in the document`,
  'unread-topic': ({ title, lines }: { title: string; lines: string }) =>
    `${title}: the document says something about this on ${lines}, and accordant cannot tell what`,
  'place-lines': ({ unit, lines }: { unit: 'line' | 'paragraph'; lines: readonly number[] }) =>
    `${inNumber(lines.length, unit, `${unit}s`)} ${join(lines.map(String))}`,
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

function nameLines({ lines, more }: { lines: readonly number[]; more: number }): string {
  const all = [...lines.map(String), ...(more === 0 ? [] : [`${more} more`])]
  return `${inNumber(lines.length + more, 'line')} ${join(all)}`
}
