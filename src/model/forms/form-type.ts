import type * as z from 'zod'
import type { Message } from '../../words/message.ts'
import type { expects } from '../common-schemas.ts'
import type { Finding, Path } from '../finding.ts'
import type { Random } from '../random.ts'
import type { Value } from '../response.ts'
import type { DecimalSign } from './written-text.ts'

/**
 * All that a type of question knows of itself. A new type is one file with one of these, a line in `forms.ts` and, if none of
 * the ways to answer suits it, a screen.
 */
export interface FormType<Form extends { readonly type: string }, Shape extends FileShape> {
  /** How a person answers it. */
  readonly entry: 'pick' | 'line' | 'lines' | 'rows'
  /** What a condition sees. */
  readonly factType: FactType
  /** May every text be an answer, whatever it says? */
  readonly takesAnyText?: true
  /** May an answer consist of nothing: none of the choices? */
  readonly takesNone?: true
  readonly reversible?: true
  /** May the profile ask it? */
  readonly inProfile: boolean

  /** The keys of a question of this type, in a questionnaire's file. */
  readonly shape: Shape
  /** Problems go to the context; the form is then a best guess that keeps the rest checkable. */
  resolve(file: FileOf<Shape>, context: ResolveContext): Form
  /** The form with every text that people read put through `replace`. */
  replaceTexts?(form: Form, replace: (text: string) => string): Form

  /** Puts a value as a file holds it on the form's own scale. */
  fromRaw(form: Form, raw: unknown): ValueFit
  /** Reads what a person wrote in one line or cell. */
  fromText(form: Form, text: string, decimal: DecimalSign): ValueFit

  /** Does an answer count? */
  isScored?(form: Form): boolean
  /** 0..1 before reversing, or null where the answer has none. */
  score?(form: Form, value: Value): number | null
  /** Both ends of the scale, or null where it has none. */
  findEnds?(form: Form): ScaleEnds | null
  /** Steps from one end of the scale to the other, where it has steps. */
  countSteps?(form: Form): number
  /** What is wrong with a must. A type without this takes none. */
  findMustProblem?(form: Form, least: WrittenMust): Message | null
  /** Every answer, where they can be counted. */
  listAnswers?(form: Form): readonly Value[] | null

  /** What an answer means as a number, in a word for people's files; the name of the type unless given. */
  nameScale?(form: Form): string
  /** All on which the meaning of an answer depends: as long as it is the same, answers can be compared. */
  listMeanings?(form: Form): readonly unknown[]
  /** The words of its answers, as people read them. */
  listWordings?(form: Form): readonly (string | null)[]
  /** How to write an answer by hand, a line each. */
  listHints(form: Form): readonly Message[]
  /** An answer by somebody who is at `strength`, 0..1, of the way from the worst to the best. */
  makeUp(form: Form, strength: number, source: MadeUpSource): Value
}

/** What kind of answer a question gives: rating and number; yes-no; choice and text; choices and list; table. */
export type FactType = 'number' | 'boolean' | 'text' | 'texts' | 'rows'

export type ValueFit =
  | { readonly value: Value }
  /** Where inside the value it does not fit, and why. */
  | { readonly misfit: Message; readonly path: Path }

interface ScaleEnds {
  readonly lowest: number
  readonly highest: number
}

type WrittenMust = number | 'yes' | true

export interface MadeUpSource {
  readonly random: Random
  /** Nobody should take one of them for what somebody said. */
  readonly texts: readonly string[]
}

export interface ResolveContext {
  readonly scales: Readonly<Record<string, readonly string[]>>
  /** How many problems there are so far. */
  readonly before: number
  report(finding: Finding): void
}

/** The schema library and the small words of all formats: handed in, since building schemas takes time. */
export interface SchemaKit {
  readonly z: typeof z
  readonly id: z.ZodString
  readonly text: z.ZodString
  readonly expects: typeof expects
}

export type FileShape = (kit: SchemaKit) => Readonly<Record<string, z.ZodType>>

export type FileOf<Shape extends FileShape> = z.infer<z.ZodObject<ReturnType<Shape>>>

export function createMisfit(misfit: Message, path: Path = []): ValueFit {
  return { misfit, path }
}

/** How far from one end to the other, within 0 and 1; ends may fall. Halves keep the widest ranges finite. */
export function toShare(value: number, from: number, to: number): number {
  const part = value / 2 - from / 2
  const whole = to / 2 - from / 2
  return whole === 0 ? 0 : clampShare(part / whole)
}

export function clampShare(score: number): number {
  return Math.min(1, Math.max(0, score))
}
