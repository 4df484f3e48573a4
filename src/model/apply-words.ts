import { type Form, getFormType } from './forms/forms.ts'
import type { Audiences, Practice, Question, Questionnaire } from './questionnaire.ts'
import type { Response } from './response.ts'

/** What the partners are by a profile: `team`, `department`, `organisation`; null where no answer says so. */
export function findUnit({ profile }: Pick<Response, 'profile'>): string | null {
  const unit = profile.get('unit')
  return typeof unit === 'string' ? unit : null
}

/** The unit that all of them name; null where they differ. */
export function findCommonUnit(responses: readonly Pick<Response, 'profile'>[]): string | null {
  const units = new Set(responses.map(findUnit))
  const [unit = null] = units
  return units.size === 1 ? unit : null
}

/** The word for a name of `words`: the unit's, else the one for any, else the name itself. */
export function chooseWord(
  { words }: Pick<Questionnaire, 'words'>,
  name: string,
  unit: string | null,
): string {
  const byUnit = getOwn(words, name)
  if (byUnit === undefined) return name
  return getOwn(byUnit, unit ?? 'any') ?? getOwn(byUnit, 'any') ?? name
}

/** A key that a file may choose freely, `constructor` too. */
function getOwn<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

const questionnairesByUnit = new WeakMap<Questionnaire, Map<string | null, Questionnaire>>()

/** The questionnaire with `{name}` in what people read replaced by its word for the unit; the same one where it has no words. */
export function applyWords(questionnaire: Questionnaire, unit: string | null): Questionnaire {
  if (Object.keys(questionnaire.words).length === 0) return questionnaire
  const byUnit = questionnairesByUnit.get(questionnaire) ?? new Map<string | null, Questionnaire>()
  questionnairesByUnit.set(questionnaire, byUnit)
  const known = byUnit.get(unit)
  if (known !== undefined) return known
  const own = replaceWords(questionnaire, unit)
  byUnit.set(unit, own)
  return own
}

/** The questionnaire in the words of every kind of partner, first without any: tables from other tools quote what people read. */
export function listQuestionnaireWordings(questionnaire: Questionnaire): readonly Questionnaire[] {
  const units = new Set(Object.values(questionnaire.words).flatMap((byUnit) => Object.keys(byUnit)))
  return [null, ...units].map((unit) => applyWords(questionnaire, unit))
}

function replaceWords(questionnaire: Questionnaire, unit: string | null): Questionnaire {
  const text = (own: string) =>
    own.replaceAll(/\{([a-z][a-zA-Z0-9-]*)\}/g, (whole, name: string) =>
      Object.hasOwn(questionnaire.words, name) ? chooseWord(questionnaire, name, unit) : whole,
    )
  const maybe = (own: string | null) => (own === null ? null : text(own))
  const question = (own: Question): Question => ({
    ...own,
    ask: text(own.ask),
    why: maybe(own.why),
    form: replaceFormTexts(own.form, text),
    evidence: maybe(own.evidence),
    practice: own.practice === null ? null : replacePracticeWords(own.practice, text),
  })
  return {
    ...questionnaire,
    title: text(questionnaire.title),
    why: maybe(questionnaire.why),
    levels: questionnaire.levels.map((level) => ({
      ...level,
      title: text(level.title),
      meaning: maybe(level.meaning),
    })),
    ...(questionnaire.audiences === undefined
      ? {}
      : { audiences: replaceAudienceWords(questionnaire.audiences, text) }),
    profile: questionnaire.profile.map((own) => ({
      ...own,
      ask: text(own.ask),
      why: maybe(own.why),
      form: replaceFormTexts(own.form, text),
    })),
    dimensions: questionnaire.dimensions.map((dimension) => ({
      ...dimension,
      title: text(dimension.title),
      why: maybe(dimension.why),
      questions: dimension.questions.map(question),
    })),
  }
}

function replaceAudienceWords(
  { question, groups }: Audiences,
  text: (own: string) => string,
): Audiences {
  return {
    question,
    groups: groups.map((group) => ({
      ...group,
      title: text(group.title),
      meaning: text(group.meaning),
      tested:
        group.tested === null
          ? null
          : { least: group.tested.least, under: text(group.tested.under) },
    })),
  }
}

function replaceFormTexts(form: Form, text: (own: string) => string): Form {
  return getFormType(form).replaceTexts?.(form, text) ?? form
}

function replacePracticeWords(practice: Practice, text: (own: string) => string): Practice {
  return {
    ...practice,
    do: text(practice.do),
    done: practice.done === null ? null : text(practice.done),
  }
}
