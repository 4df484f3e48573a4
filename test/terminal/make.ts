import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { beginInterview } from '../../src/interview/begin-interview.ts'
import { beginRound, getCurrentInterview, type Round } from '../../src/interview/round.ts'
import type { ConditionJudge, Interview } from '../../src/interview/state.ts'
import type { Form, Question, Questionnaire } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import { conductInterview } from '../../src/terminal/conduct.ts'
import type { ConductOptions } from '../../src/terminal/conduct-options.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import { emptyInputField } from '../../src/terminal/keys/input-field.ts'
import { pressKey } from '../../src/terminal/keys/press.ts'
import type { KeyContext, ScreenSize, ScreenState } from '../../src/terminal/keys/screen-state.ts'
import { drawScreen } from '../../src/terminal/view/draw.ts'
import { createScreenPaint } from '../../src/terminal/view/paint.ts'
import { aDimension, aQuestion, aQuestionnaire, aResponse, everything } from '../interview/make.ts'

export const now = () => '2026-11-20T09:14:00Z'

/** A questionnaire of one section with these questions, none of them scored. */
export function asking(...forms: readonly (Form | Question)[]): Questionnaire {
  const questions = forms.map((form, index) =>
    'form' in form ? form : aQuestion(`kinds.q${index + 1}`, { form }),
  )
  return aQuestionnaire({ dimensions: [aDimension('kinds', questions)] })
}

export function opened(questionnaire: Questionnaire, response = aResponse()): Interview {
  return beginInterview(questionnaire, response, everything(questionnaire))
}

export function aDesk(
  questionnaire: Questionnaire,
  size: ScreenSize,
  response?: Response,
): ScreenState {
  return createScreenState(alone(opened(questionnaire, response)), size, null)
}

/** A round of one. */
export function alone(interview: Interview) {
  return beginRound([{ name: interview.response.partner, interview }])
}

/** The desk after keys that are no text. */
export function pressed(desk: ScreenState, ...keys: readonly string[]): ScreenState {
  const world: KeyContext = { active: everything(desk.interview.questionnaire), now }
  return keys.reduce((own, key) => pressKey(own, key, emptyInputField, world), desk)
}

/** The screen as lines without colour. */
export function screenOf(desk: ScreenState): readonly string[] {
  const { content, below } = drawScreen(desk, createScreenPaint(0))
  return stripVTControlCharacters(below === '' ? content : `${content}\n${below}`)
    .split('\n')
    .map((line) => line.trimEnd())
}

/** A person at a terminal that remembers what was drawn. */
export class Person {
  readonly input = new PassThrough()
  readonly saved: Response[] = []
  #drawn = ''
  readonly output = Object.assign(
    new Writable({
      write: (chunk, _, done) => {
        this.#drawn += String(chunk)
        done()
      },
    }),
    { columns: 80, rows: 24 },
  )

  /** What was drawn last, since the screen was last erased. */
  get drawn(): string {
    return this.#drawn
  }

  get text(): string {
    return stripVTControlCharacters(this.#drawn)
  }

  /** Bytes, and a turn for them to arrive. */
  async types(...chunks: readonly string[]): Promise<void> {
    for (const chunk of chunks) {
      this.input.write(chunk)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** An interview alone, or a round of several. */
  begins(
    begun: Interview | Round,
    more: Partial<ConductOptions> = {},
  ): ReturnType<typeof conductInterview> {
    const round = 'seats' in begun ? begun : alone(begun)
    const active: ConditionJudge = everything(getCurrentInterview(round).questionnaire)
    return conductInterview(round, {
      active,
      now,
      save: (response) => this.saved.push(response),
      input: this.input,
      output: this.output,
      colour: 0,
      ...more,
    })
  }

  /** Values by id, as last saved. */
  get answers(): Readonly<Record<string, unknown>> {
    const entries = [...(this.saved.at(-1)?.answers ?? [])]
    return Object.fromEntries(
      entries.map(([id, entry]) => [id, entry.state === 'answered' ? entry.value : entry.state]),
    )
  }
}
