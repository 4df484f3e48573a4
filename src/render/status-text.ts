import { roundPercent } from '../model/figures.ts'
import type {
  BegunResponse,
  PartnerStatus,
  PartnershipStatus,
  PlanStatus,
  StatusRemark,
  StatusStep,
} from '../model/partnership-status.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { Message, StatusText } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import { sayStatus } from '../words/say-status.ts'
import { wrapLine } from './wrap-line.ts'

/** Every file is to be named, but not by the thousand. */
const maxShown = 40

/** A status for a person, in lines of at most `columns`. */
export function renderStatusText(status: PartnershipStatus, columns = 80): string {
  const { name, questionnaire, partners, notCounted, problems, strays, notes, plan } = status
  const { title, version } = questionnaire
  const sections: readonly Section[] = [
    [{ say: 'not-counted' }, notCounted.map((own) => [{ say: 'left-out', ...own }])],
    [{ say: 'to-correct' }, listProblems(problems)],
    [{ say: 'strays' }, strays.map(({ file, cure }) => [{ say: 'stray', file }, toFix(cure)])],
    [
      { say: 'notes' },
      [...listToCompare(partners), ...notes.map((note) => describeRemark(note, 0))],
    ],
    [{ say: 'plan' }, [[describePlan(plan)]]],
    [{ say: 'next' }, status.next.map(describeStep)],
  ]
  const head: StatusText = { say: 'title', name, title, version }
  const blocks = [
    wrapLine(sayLine(head), columns),
    formatPartners(partners, columns),
    ...sections.flatMap(([heading, entries]) =>
      entries.length === 0 ? [] : [formatSection(heading, entries, columns)],
    ),
  ]
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`
}

/** What is to be said, and what to do about it. */
type Entry = readonly StatusText[]
type Section = readonly [heading: StatusText, entries: readonly Entry[]]

/** Nothing that came from a file can break a line or act in a terminal. */
function sayLine(text: StatusText): string {
  return makeVisibleLine(sayStatus(text))
}

function formatSection(
  heading: StatusText,
  entries: readonly Entry[],
  columns: number,
): readonly string[] {
  const rest = entries.length - maxShown
  const shown: readonly Entry[] =
    rest > 0 ? [...entries.slice(0, maxShown), [{ say: 'more', rest }]] : entries
  return [
    sayLine(heading),
    ...shown.flat().flatMap((line) => wrapLine(`  ${sayLine(line)}`, columns, hangingIndent)),
  ]
}

/** Deeper than what is to be done about something, which has a line of its own. */
const hangingIndent = 6
/** Names longer than this, or on a narrow screen, have a line of their own. */
const maxNameWidth = 28
const minColumnsBeside = 60

function formatPartners(partners: readonly PartnerStatus[], columns: number): readonly string[] {
  if (partners.length === 0) return wrapLine(`  ${sayLine({ say: 'nobody' })}`, columns)
  const names = partners.map(({ name }) => makeVisibleLine(name))
  const widest = Math.max(...names.map((name) => name.length))
  const isBeside = widest <= maxNameWidth && columns >= minColumnsBeside
  return partners.flatMap((partner, at) => {
    const people = sayLine(describePeople(partner))
    const name = names[at] ?? ''
    return isBeside
      ? wrapLine(`  ${name.padEnd(widest)}  ${people}`, columns, widest + 4)
      : [...wrapLine(`  ${name}`, columns), ...wrapLine(`    ${people}`, columns)]
  })
}

function describePeople(partner: PartnerStatus): StatusText {
  const { begun, missingCodes: codes } = partner
  return { say: 'people', ...partner, codes, begun: listBegun(begun) }
}

/** With more people the progress of each says little. */
const maxProgress = 3

function listBegun(begun: readonly BegunResponse[]): readonly StatusText[] {
  const unnamed = begun.filter(({ code }) => code === null)
  const coded = begun.flatMap(({ code, ...own }): readonly StatusText[] =>
    code === null ? [] : [{ say: 'begun-code', code, ...own }],
  )
  if (unnamed.length === 0) return coded
  const progress = unnamed.length > maxProgress ? [] : unnamed
  return [...coded, { say: 'begun', number: unnamed.length, progress }]
}

function listToCompare(partners: readonly PartnerStatus[]): readonly Entry[] {
  return partners.flatMap(({ name: partner, toCompare, missingCodes }) =>
    toCompare.map(
      (file): Entry => [
        { say: 'to-compare', file, partner },
        { say: 'compare-fix', codes: missingCodes ?? [] },
      ],
    ),
  )
}

/** Of several in one file the first, and how many more there are. */
function listProblems(problems: readonly StatusRemark[]): readonly Entry[] {
  const byFile = new Map<string | symbol, StatusRemark[]>()
  for (const problem of problems) {
    const key = problem.file ?? Symbol()
    const before = byFile.get(key)
    if (before === undefined) byFile.set(key, [problem])
    else before.push(problem)
  }
  return [...byFile.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [describeRemark(first, others.length)],
  )
}

function describeRemark({ file, line, message, fix }: StatusRemark, more: number): Entry {
  const place = file === null || line === null ? file : `${file}:${line}`
  const text: StatusText = { say: 'remark', place, message: say(message), more }
  return fix === null ? [text] : [text, toFix(fix)]
}

function toFix(cure: Message): StatusText {
  return { say: 'fix', fix: say(cure) }
}

function describePlan(plan: PlanStatus | null): StatusText {
  if (plan === null) return { say: 'plan-none' }
  if (plan.state === 'unusable') return { say: 'plan-unusable', file: plan.file }
  if (plan.state !== 'judged') return { say: `plan-${plan.state}`, file: plan.file }
  const { file, stage, complete, errors } = plan
  const percent = complete === null ? null : roundPercent(complete, null).percent
  return { say: 'plan-judged', file, stage, percent, errors }
}

const maxAsked = 3

/** What to do, and below it the commands. */
function describeStep(step: StatusStep): Entry {
  switch (step.do) {
    case 'correct':
      return [{ say: 'next-correct' }]
    case 'finish':
      return [{ say: 'next-finish', people: step.people }]
    case 'report':
      return [{ say: step.isWhole ? 'next-report' : 'next-report-part' }, { say: 'command-report' }]
    case 'ask':
      return [describeWhomToAsk(step.partners), { say: 'command-form' }, { say: 'command-assess' }]
  }
}

function describeWhomToAsk(partners: AskedPartners): StatusText {
  if (partners.length === 0) return { say: 'next-first' }
  const people = partners.slice(0, maxAsked).map(describeAsked)
  return { say: 'next-ask', people, more: partners.length - people.length }
}

type AskedPartners = Extract<StatusStep, { do: 'ask' }>['partners']

function describeAsked({
  name: partner,
  missing: people,
  missingCodes: codes,
}: AskedPartners[number]): StatusText | string {
  if (codes !== null && codes.length > 0) return { say: 'ask-codes', codes, partner }
  return people === null ? partner : { say: 'ask-number', people, partner }
}
