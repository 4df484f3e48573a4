import type { Choice, Column, Form } from '../../model/questionnaire.ts'
import type { Row, Value } from '../../model/response.ts'
import { chooseRandom, type Random } from './random.ts'

/** An answer of this form by somebody who stands at `strength` of the way from the worst to the best. */
export function createMadeUpValue(form: Form, strength: number, random: Random): Value {
  switch (form.type) {
    case 'rating':
      return 1 + Math.round(strength * (form.values.length - 1))
    case 'yes-no':
      return random() < strength
    case 'choice':
      return chooseMadeUpChoice(form.choices, strength, random)
    case 'choices':
      return chooseMadeUpChoices(form.choices, strength, random)
    case 'number':
      return form.from === null || form.to === null
        ? 1 + Math.floor(random() * 20)
        : interpolateNumber(form.from, form.to, strength)
    case 'text':
      return chooseMadeUpText(random)
    case 'list':
      return [chooseMadeUpText(random), `${chooseMadeUpText(random)} (second)`]
    case 'table':
      return Array.from({ length: Math.max(form.leastRows, 2) }, () =>
        createMadeUpRow(form.columns, random),
      )
    default:
      return form satisfies never
  }
}

/** The one whose score is nearest; any where none has one. */
function chooseMadeUpChoice(choices: readonly Choice[], strength: number, random: Random): string {
  const [first] = choices
  if (first?.score === null) return chooseRandom(random, choices)?.id ?? ''
  const distance = ({ score }: Choice) => Math.abs((score ?? 0) - strength)
  return choices.toSorted((a, b) => distance(a) - distance(b))[0]?.id ?? ''
}

function chooseMadeUpChoices(
  choices: readonly Choice[],
  strength: number,
  random: Random,
): readonly string[] {
  const chosen = choices.filter(({ score }) => {
    const likely = score === null ? 0.4 : score < 0 ? 1 - strength : strength
    return random() < likely
  })
  const isScored = choices.some(({ score }) => score !== null)
  return (chosen.length === 0 && !isScored ? choices.slice(0, 1) : chosen).map(({ id }) => id)
}

function interpolateNumber(from: number, to: number, strength: number): number {
  const value = from + strength * (to - from)
  return Math.abs(to - from) >= 5 ? Math.round(value) : Math.round(value * 10) / 10
}

function createMadeUpRow(columns: readonly Column[], random: Random): Row {
  return Object.fromEntries(columns.map((column) => [column.id, createMadeUpCell(column, random)]))
}

function createMadeUpCell({ type, from, to, choices }: Column, random: Random): Row[string] {
  if (type === 'text') return chooseMadeUpText(random)
  if (type === 'choice') return chooseRandom(random, choices)?.id ?? null
  const low = from ?? (to ?? 10) - 10
  return interpolateNumber(low, to ?? low + 10, random())
}

function chooseMadeUpText(random: Random): string {
  return chooseRandom(random, madeUpTexts) ?? 'Made up'
}

/** Nobody should take one of them for what somebody said. */
const madeUpTexts = [
  'Made up: what we agreed in spring',
  'Made up: what the two teams need first',
  'Made up: less waiting at the handover',
  'Made up: one joint team with a day a week',
  'Made up: to be told before it is in the papers',
] as const
