import { roundPercent } from '../model/figures.ts'
import type {
  BegunResponse,
  NextStep,
  PartnerStatus,
  PartnershipStatus,
  PlanStatus,
  StatusRemark,
} from '../model/partnership-status.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { say } from '../words/say-message.ts'
import { type StatusText, sayStatus } from '../words/say-status.ts'
import { wrapLine } from './wrap-line.ts'

const maxShown = 10

/** A status for a person, in lines of at most `columns`. */
export function renderStatusText(status: PartnershipStatus, columns = 80): string {
  const { name, questionnaire, partners, notCounted, problems, strays, notes, plan } = status
  const { title, version } = questionnaire
  const remarks = [...listToCompare(partners), ...listRemarkLines(notes)]
  const sections: readonly Section[] = [
    [{ say: 'status-not-counted' }, notCounted.map((own) => ({ say: 'status-left-out', ...own }))],
    [{ say: 'status-to-correct' }, listRemarkLines(problems)],
    [
      { say: 'status-strays' },
      strays.map(({ file, cure }) => ({ say: 'status-stray', file, cure: say(cure) })),
    ],
    [{ say: 'status-notes' }, remarks],
    [{ say: 'status-plan' }, [describePlan(plan)]],
    [{ say: 'status-next' }, status.next.map(describeStep)],
  ]
  const head: StatusText = { say: 'status-title', name, title, version }
  const blocks = [
    wrapLine(sayLine(head), columns),
    formatPartners(partners, columns),
    ...sections.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : [formatSection(heading, lines, columns)],
    ),
  ]
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

type Section = readonly [heading: StatusText, lines: readonly StatusText[]]

/** Nothing that came from a file can break a line or act in a terminal. */
function sayLine(text: StatusText): string {
  return makeVisibleLine(sayStatus(text))
}

function formatSection(
  heading: StatusText,
  lines: readonly StatusText[],
  columns: number,
): readonly string[] {
  const rest = lines.length - maxShown
  const shown: readonly StatusText[] =
    rest > 0 ? [...lines.slice(0, maxShown), { say: 'status-more', rest }] : lines
  return [
    sayLine(heading),
    ...shown.flatMap((line) => wrapLine(`  ${sayLine(line)}`, columns, hangingIndent)),
  ]
}

const hangingIndent = 4
/** Names longer than this, or on a narrow screen, have a line of their own. */
const maxNameWidth = 28
const minColumnsBeside = 60

function formatPartners(partners: readonly PartnerStatus[], columns: number): readonly string[] {
  if (partners.length === 0) return wrapLine(`  ${sayLine({ say: 'status-nobody' })}`, columns)
  const names = partners.map(({ name }) => makeVisibleLine(name))
  const widest = Math.max(...names.map((name) => name.length))
  const isBeside = widest <= maxNameWidth && columns >= minColumnsBeside
  return partners.flatMap((partner, at) => {
    const people = sayLine(describePeople(partner))
    const name = names[at] ?? ''
    return isBeside
      ? wrapLine(`  ${name.padEnd(widest)}  ${people}`, columns, widest + hangingIndent)
      : [...wrapLine(`  ${name}`, columns), ...wrapLine(`    ${people}`, columns)]
  })
}

function describePeople(partner: PartnerStatus): StatusText {
  const { answered, invited, uninvited, begun, missing, missingCodes: codes, asked } = partner
  return {
    say: 'status-people',
    ...{ answered, invited, uninvited, missing, codes, asked },
    begun: listBegun(begun),
  }
}

/** With more people the progress of each says little. */
const maxProgress = 3

function listBegun(begun: readonly BegunResponse[]): readonly StatusText[] {
  const unnamed = begun.filter(({ code }) => code === null)
  const coded = begun.flatMap(({ code, ...own }): readonly StatusText[] =>
    code === null ? [] : [{ say: 'status-begun-code', code, ...own }],
  )
  if (unnamed.length === 0) return coded
  const progress = unnamed.length > maxProgress ? [] : unnamed
  return [...coded, { say: 'status-begun', number: unnamed.length, progress }]
}

function listToCompare(partners: readonly PartnerStatus[]): readonly StatusText[] {
  return partners.flatMap(({ name: partner, toCompare, missingCodes }) =>
    toCompare.map((file) => ({
      say: 'status-to-compare' as const,
      ...{ file, partner, codes: missingCodes ?? [] },
    })),
  )
}

/** Of several in one file the first, and how many more there are. */
function listRemarkLines(remarks: readonly StatusRemark[]): readonly StatusText[] {
  const firsts = remarks.filter(
    ({ file }, at) => file === null || remarks.findIndex((other) => other.file === file) === at,
  )
  return firsts.map(({ file, line, message, fix }) => ({
    say: 'status-remark',
    place: file === null ? null : line === null ? file : `${file}:${line}`,
    message: say(message),
    fix: fix === null ? null : say(fix),
    more: file === null ? 0 : remarks.filter((other) => other.file === file).length - 1,
  }))
}

function describePlan(plan: PlanStatus | null): StatusText {
  if (plan === null) return { say: 'status-plan-none' }
  const { file } = plan
  if (file === null) return { say: 'status-plan-several' }
  if (plan.state !== 'judged') return { say: `status-plan-${plan.state}`, file }
  const { stage, complete, errors } = plan
  const percent = complete === null ? null : roundPercent(complete, null).percent
  return { say: 'status-plan-judged', file, stage, percent, errors }
}

const maxAsked = 3

function describeStep(step: NextStep): StatusText {
  if (step.do === 'correct') return { say: 'status-next-correct' }
  if (step.do === 'finish') return { say: 'status-next-finish', people: step.people }
  if (step.do === 'report') {
    return { say: step.isWhole ? 'status-next-report' : 'status-next-report-part' }
  }
  const { partners } = step
  if (partners.length === 0) return { say: 'status-next-first' }
  const people = partners.slice(0, maxAsked).map(describeAsked)
  return { say: 'status-next-ask', people, more: partners.length - people.length }
}

function describeAsked({
  name: partner,
  missing: people,
  missingCodes: codes,
}: Extract<NextStep, { do: 'ask' }>['partners'][number]): StatusText | string {
  if (codes !== null && codes.length > 0) return { say: 'status-ask-codes', codes, partner }
  return people === null ? partner : { say: 'status-ask-number', people, partner }
}
