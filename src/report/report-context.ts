import type { Commentary } from '../model/commentary.ts'
import { createExactFigures, createFigures, type Figures } from '../model/figures.ts'
import type { Path } from '../model/finding.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { Plan } from '../model/plan.ts'
import {
  type Level,
  listQuestions,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../model/response.ts'
import type { Result, ScoredResult, ShownResult } from '../model/result.ts'
import { toOneLine } from '../model/value.ts'
import type { ReportText } from '../words/message.ts'

export interface ReportInput {
  readonly questionnaire: Questionnaire
  readonly result: Result
  /** Those that were scored, in the order of partner and respondent; empty where they are too many to show one by one. */
  readonly responses: readonly Response[]
  /** How many people answered, also where `responses` is empty. */
  readonly respondentCount: number
  readonly activeQuestions: ActiveQuestionFinder
  /** The group limit in force: over 1, single answers are not shown. */
  readonly minGroup: number
  /** Partners' names by id, where the plan knows them. */
  readonly partners: ReadonlyMap<string, string>
  /** People's names by id, where the plan knows them. */
  readonly people: ReadonlyMap<string, string>
  /** Where in the plan each check looks, as `plan.yaml:12`; empty without a plan. */
  readonly places: ReadonlyMap<string, string>
  /** The same as paths. */
  readonly planPaths: ReadonlyMap<string, Path>
  readonly style: HouseStyle
  /** What people answered comes to, where `result` is hypothetical; else null. */
  readonly actual: Result | null
  /** The oldest first; empty where a trend may not be shown. */
  readonly earlier: readonly EarlierTimePoint[]
  readonly plan: Plan | null
  /** Did the run ask for unfinished responses to count? */
  readonly withUnfinished: boolean
  /** What whoever prepares the report wrote for it. */
  readonly commentary: Commentary
  /** The partner whose own page it is; null for the report of all. */
  readonly forPartner: string | null
  /** Where something of the plan stands, as `plan.yaml:12`; null where that is not known. */
  readonly placeInPlan: (path: Path) => string | null
}

/** An earlier point in time. */
export interface EarlierTimePoint {
  readonly name: string
  /** Of the last answer; null where it is not known. */
  readonly day: string | null
  readonly result: ShownResult
  /** The one it was asked with; null where that is not known. */
  readonly questionnaire: Questionnaire | null
}

/** What things are called in front of a reader, by their ids. */
interface DisplayNames {
  readonly partner: (id: string) => string
  readonly person: (id: string) => string
  readonly dimension: (id: string) => string
  readonly level: (id: string | null) => ReportText
  /** The question as it was asked, on one line. */
  readonly ask: (id: string) => string
  readonly question: (id: string) => Question | null
  readonly findLevel: (id: string | null) => Level | null
}

/** What the parts of a report are built from. */
export interface ReportContext extends ReportInput {
  readonly names: DisplayNames
  readonly figures: Figures
}

/** Where there are figures to show. */
export interface ScoredContext extends ReportContext {
  readonly result: ScoredResult
}

/** Where every partner's view may be shown. */
export interface ShownContext extends ReportContext {
  readonly result: ShownResult
}

export function buildReportContext(input: ReportInput): ReportContext {
  const names = createDisplayNames(input)
  return { ...input, names, figures: createFiguresForResult(input) }
}

function createDisplayNames({ questionnaire, partners, people }: ReportInput): DisplayNames {
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  const dimensions = new Map(
    questionnaire.dimensions.map((dimension) => [dimension.id, dimension.title]),
  )
  const levelOf = (id: string | null) =>
    questionnaire.levels.find((level) => level.id === id) ?? null
  return {
    partner: (id) => partners.get(id) ?? id,
    person: (id) => people.get(id) ?? id,
    dimension: (id) => dimensions.get(id) ?? id,
    level: (id) => levelOf(id)?.title ?? { say: 'no-level' },
    ask: (id) => toOneLine(questions.get(id)?.ask ?? id),
    question: (id) => questions.get(id) ?? null,
    findLevel: levelOf,
  }
}

/** Figures that never show a score as a limit that it missed. */
export function createFiguresForResult(input: FiguresInput): Figures {
  return createFigures(input.questionnaire, listMissedScores(input))
}

/** The same with a decimal, for arithmetic. */
export function createExactFiguresForResult(input: FiguresInput): Figures {
  return createExactFigures(input.questionnaire, listMissedScores(input))
}

type FiguresInput = Pick<ReportInput, 'questionnaire' | 'result'>

function listMissedScores({ result }: FiguresInput): readonly number[] {
  return result.verdict.reasons.flatMap((reason) =>
    reason.code === 'limit' && typeof reason.needs === 'number' ? [reason.needs] : [],
  )
}
