import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Form } from '../../../src/model/forms/forms.ts'
import type {
  Dimension,
  Must,
  Question,
  Questionnaire,
  When,
} from '../../../src/model/questionnaire.ts'
import { listQuestions } from '../../../src/model/questionnaire.ts'
import type { Answer, Response, Value } from '../../../src/model/response.ts'
import type { ScoringInput } from '../../../src/scoring/score-responses.ts'
import { settleWhoCounts } from '../../../src/scoring/who-counts.ts'

/** Reads a worked case (its files are JSON) into what scoring takes. Stands in for `reading` and `questionnaire`. */
export function loadCase(folder: string): {
  readonly input: ScoringInput
  readonly expected: Readonly<Record<string, unknown>>
} {
  const questionnaire = questionnaireFrom(readJson(join(folder, 'questionnaire.yaml')))
  const files = readdirSync(join(folder, 'responses')).sort()
  const filed = files.map((name) => ({
    file: `responses/${name}`,
    response: responseFrom(readJson(join(folder, 'responses', name)), questionnaire),
  }))
  const asked = (response: Response) => askedOf(questionnaire, response)
  const rules = { questionnaire, asked, withUnfinished: false }
  const { counted, leftOut } = settleWhoCounts(filed, rules)
  const { options = [], ...expected } = readJson(join(folder, 'expected.json'))
  return {
    input: {
      questionnaire,
      hash: 'sha256:0',
      responses: counted.map(({ response }) => response),
      leftOut,
      askedPartners: null,
      asked,
      limits: limitsFrom(options as string[]),
      minGroup: 1,
      planEvidence: null,
      managers: new Map(),
      today: null,
      warnings: [],
    },
    expected,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: raw files of known shape
type Raw = any

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function questionnaireFrom(raw: Raw): Questionnaire {
  const levels = raw.levels.map((level: Raw) => ({ weakest: 0, meaning: null, ...level }))
  const dimensions = raw.dimensions.map(
    (dimension: Raw): Dimension => ({
      id: dimension.id,
      title: dimension.title,
      weight: dimension.weight ?? 1,
      why: null,
      questions: dimension.questions.map((each: Raw) =>
        questionFrom(each, dimension.id, raw.scales, levels[1].id),
      ),
      checks: [],
    }),
  )
  return {
    id: raw.id,
    version: raw.version,
    title: raw.title,
    why: null,
    coverage: raw.coverage ?? 0.8,
    leastPartners: raw.leastPartners ?? 1,
    minutes: { full: null, quick: null },
    levels,
    shown: null,
    words: {},
    profile: (raw.profile ?? []).map((each: Raw) => ({
      id: each.id,
      dimension: null,
      ask: each.ask,
      why: null,
      when: null,
      formerly: [],
      form: formFrom(each, raw.scales),
    })),
    dimensions,
  }
}

function questionFrom(raw: Raw, dimension: string, scales: Raw, cap: string): Question {
  const form = formFrom(raw, scales)
  return {
    id: `${dimension}.${raw.id}`,
    dimension,
    ask: raw.ask,
    why: null,
    when: whenFrom(raw.when),
    formerly: [],
    form,
    scored: !['text', 'list', 'table'].includes(form.type),
    weight: raw.weight ?? 1,
    reverse: raw.reverse ?? false,
    must: mustFrom(raw.must, cap),
    core: raw.core ?? false,
    about: raw.about ?? 'both',
    mirror: raw.mirror ?? null,
    evidence: null,
    practice: practiceFrom(raw),
    source: null,
    fills: null,
  }
}

function practiceFrom({ practice, about = 'both' }: Raw): Question['practice'] {
  if (practice === undefined) return null
  const { effort = 'medium' } = practice
  const takes = { small: 'P1W', medium: 'P2W', large: 'P4W' }[effort as 'small']
  return { effort, done: null, takes, by: about === 'both' ? 'all' : 'us', ...practice }
}

function mustFrom(raw: Raw, cap: string): Must | null {
  if (raw === undefined) return null
  const least = (value: Raw) => (typeof value === 'number' ? value : 1)
  return typeof raw === 'object'
    ? { least: least(raw.least), cap: raw.cap ?? cap }
    : { least: least(raw), cap }
}

function whenFrom(raw: Raw): When | null {
  if (raw === undefined) return null
  return typeof raw === 'string' ? { cel: raw } : { plain: raw }
}

function formFrom(raw: Raw, scales: Raw): Form {
  switch (raw.type) {
    case 'rating': {
      const labels: string[] = raw.scale ? scales[raw.scale] : Object.values(raw.anchors)
      return { type: 'rating', values: labels.map((label, i) => ({ value: i + 1, label })) }
    }
    case 'number':
      return { type: 'number', from: raw.from ?? null, to: raw.to ?? null }
    case 'choice':
    case 'choices': {
      const choices = raw.choices.map((choice: Raw) => ({ score: null, ...choice }))
      return { type: raw.type, choices }
    }
    case 'table':
      return { type: 'table', leastRows: 0, columns: [] }
    default:
      return { type: raw.type }
  }
}

function responseFrom(raw: Raw, questionnaire: Questionnaire): Response {
  const forms = new Map(listQuestions(questionnaire).map((each) => [each.id, each.form]))
  const answers = (map: Raw) =>
    new Map(Object.entries(map ?? {}).map(([id, each]) => [id, answerFrom(each, forms.get(id))]))
  return {
    questionnaire: { hash: null, ...raw.questionnaire },
    partnership: raw.partnership,
    partner: raw.partner,
    respondent: { role: null, ...raw.respondent },
    run: raw.run ?? 'full',
    started: raw.started ?? null,
    completed: raw.completed ?? null,
    excluded: raw.excluded ?? null,
    told: raw.told ?? null,
    profile: new Map(Object.entries(raw.profile ?? {})) as ReadonlyMap<string, Value>,
    answers: answers(raw.answers),
    inactive: answers(raw.inactive),
  }
}

function answerFrom(raw: Raw, form: Form | undefined): Answer {
  const isLong = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  const { state = 'answered', value, note = null, reason = '' } = isLong ? raw : { value: raw }
  if (state === 'not-applicable') return { state, reason, note }
  if (state !== 'answered') return { state, note }
  const isYesNo = form?.type === 'yes-no'
  return { state, note, value: isYesNo ? value === true || value === 'yes' : value }
}

function limitsFrom(options: readonly string[]): ScoringInput['limits'] {
  const of = (name: string) => options[options.indexOf(name) + 1] ?? ''
  return {
    ...(options.includes('--min-score') ? { minScore: Number(of('--min-score')) } : {}),
    ...(options.includes('--min-level') ? { minLevel: of('--min-level') } : {}),
    ...(options.includes('--min-dimension') ? { minDimension: Number(of('--min-dimension')) } : {}),
  }
}

/** Judges the few forms of conditions that stand in the cases; `expression` does it in earnest. */
function askedOf(questionnaire: Questionnaire, response: Response): ReadonlySet<string> {
  const asked = new Set<string>()
  for (const { id, when, core } of listQuestions(questionnaire)) {
    if (response.run === 'quick' && !core) continue
    if (when === null || holds(when, response, asked)) asked.add(id)
  }
  return asked
}

function holds(when: When, response: Response, asked: ReadonlySet<string>): boolean {
  if ('plain' in when) {
    const value = answered(response, asked, when.plain.question)
    return typeof value === 'number' && value >= (when.plain.least ?? -Infinity)
  }
  const match = /^(?:profile\.([\w-]+)|answers\["([^"]+)"\]) (<|>=|!=|==) (.+)$/.exec(when.cel)
  if (match === null) throw new Error(`Cannot judge "${when.cel}"`)
  const [, profile, question, sign, literal = ''] = match
  const left =
    profile === undefined
      ? answered(response, asked, question ?? '')
      : response.profile.get(profile)
  if (left === undefined) return false
  const right: unknown = JSON.parse(literal)
  if (sign === '!=') return left !== right
  if (sign === '==') return left === right
  return sign === '<' ? Number(left) < Number(right) : Number(left) >= Number(right)
}

function answered(response: Response, asked: ReadonlySet<string>, id: string): Value | undefined {
  const answer = response.answers.get(id) ?? response.inactive.get(id)
  return asked.has(id) && answer?.state === 'answered' ? answer.value : undefined
}
