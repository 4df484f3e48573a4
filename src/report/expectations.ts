import type { Questionnaire } from '../model/questionnaire.ts'
import type { ShownResult } from '../model/result.ts'
import { clip, toOneLine } from '../model/value.ts'
import type { ReportSentence } from '../words/message.ts'
import { findCommonest, findWords } from './chosen.ts'
import type { ShownContext } from './report-context.ts'

/** What people said beforehand, to be read beside the result: the profile questions `dependence` and `problem`. */
interface Expectations {
  /** How much depends on it, as most of each partner's people see it; null where nobody may be quoted or nobody said. */
  readonly dependence: ReportSentence | null
  /** For whom much depends on what the answers place low. */
  readonly stake: ReportSentence | null
  /** The problems that people knew of, in their words. */
  readonly problem: ReportSentence | null
}

export function buildExpectations(context: ShownContext): Expectations {
  return {
    dependence: describeDependence(context),
    stake: describeStake(context),
    problem: describeProblem(context),
  }
}

type ScaledValues = Extract<Questionnaire['profile'][number]['form'], { type: 'rating' }>['values']

interface Scale {
  readonly values: ScaledValues
  readonly partners: readonly {
    readonly name: string
    readonly counts: readonly { readonly value: number; readonly people: number }[]
    readonly of: number
  }[]
}

function findDependence({ questionnaire, result, names }: ShownContext): Scale | null {
  const form = questionnaire.profile.find(({ id }) => id === 'dependence')?.form
  if (form?.type !== 'rating') return null
  const partners = listCounts(result, 'dependence').flatMap(({ partner, counts: all }) => {
    const counts = all.map(({ value, people }) => ({ value: Number(value), people }))
    const of = counts.reduce((sum, { people }) => sum + people, 0)
    return of === 0 ? [] : [{ name: names.partner(partner), counts, of }]
  })
  return partners.length === 0 ? null : { values: form.values, partners }
}

function describeDependence(context: ShownContext): ReportSentence | null {
  const scale = findDependence(context)
  if (scale === null) return null
  const { values, partners } = scale
  const views = partners.flatMap(({ name, counts, of }): ReportSentence[] => {
    const common = findCommonest(counts)
    if (common === undefined) return []
    const { value, people } = common
    const words = findWords({ type: 'rating', values }, value)
    return [{ say: 'dependence-view', partner: name, words, value, top: values.length, people, of }]
  })
  return { say: 'dependence', ask: findAsk('dependence', context), views }
}

/** From here up, 0..1 of the scale, much depends on it. */
const highShare = 0.75

function describeStake(context: ShownContext): ReportSentence | null {
  const { questionnaire, result, names } = context
  const scale = findDependence(context)
  const rank = questionnaire.levels.findIndex(({ id }) => id === result.verdict.level)
  // What is assumed is no level that anybody has.
  if (scale === null || result.whatIf !== undefined || rank * 2 < questionnaire.levels.length) {
    return null
  }
  const needs = 1 + highShare * (scale.values.length - 1)
  const partners = scale.partners
    .filter(({ counts, of }) => {
      const sum = counts.reduce((total, { value, people }) => total + value * people, 0)
      return sum / of >= needs - 1e-9
    })
    .map(({ name }) => name)
  if (partners.length === 0) return null
  return { say: 'stake', partners, level: names.level(result.verdict.level) }
}

const maxQuotes = 2
const maxQuoteLength = 160

function describeProblem(context: ShownContext): ReportSentence | null {
  const all = listProblems(context)
  const shown = takeInTurn(all, maxQuotes)
  if (shown.length === 0) return null
  const views = context.result.partners.flatMap(({ id, respondents: of }): ReportSentence[] => {
    const own = all.filter((each) => each.id === id)
    if (own.length === 0) return []
    const quoted = shown.filter((each) => each.id === id)
    return [
      {
        say: 'problem-view',
        partner: context.names.partner(id),
        people: own.reduce((sum, each) => sum + each.people, 0),
        of,
        quotes: quoted.map(({ words }) => ({
          say: 'problem-words',
          words: clip(words, maxQuoteLength),
        })),
        more: own.length - quoted.length,
      },
    ]
  })
  return { say: 'problem-known', ask: findAsk('problem', context), views }
}

interface Problem {
  readonly id: string
  readonly partner: string
  readonly words: string
  readonly people: number
}

/** By partner, in the order of the texts. */
function listProblems({ questionnaire, result, names }: ShownContext): readonly Problem[] {
  const form = questionnaire.profile.find(({ id }) => id === 'problem')?.form
  if (form?.type !== 'text') return []
  return listCounts(result, 'problem').flatMap(({ partner: id, counts }) =>
    counts
      .map(({ value, people }) => ({ words: toOneLine(String(value)), people }))
      .filter(({ words }) => words !== '')
      .map((own) => ({ id, partner: names.partner(id), ...own })),
  )
}

/** One of each partner in turn, as many as there is room for, listed by partner. */
function takeInTurn(all: readonly Problem[], most: number): readonly Problem[] {
  const turnOf = (problem: Problem) => all.filter(({ id }) => id === problem.id).indexOf(problem)
  const taken = new Set(all.toSorted((a, b) => turnOf(a) - turnOf(b)).slice(0, most))
  return all.filter((problem) => taken.has(problem))
}

function listCounts({ profiles }: ShownResult, id: string) {
  return profiles.filter(({ question }) => question === id)
}

/** The question alone, without a hint on how to answer it. */
function findAsk(id: string, { questionnaire }: ShownContext): string {
  const ask = toOneLine(questionnaire.profile.find((question) => question.id === id)?.ask ?? id)
  const end = ask.indexOf('? ')
  return end < 0 ? ask : ask.slice(0, end + 1)
}
