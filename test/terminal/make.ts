import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { beginRound, getInterview } from '../../src/interview/round.ts'
import type { Round } from '../../src/interview/state.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question, Questionnaire } from '../../src/model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../src/model/response.ts'
import type { ConductOptions } from '../../src/terminal/conduct.ts'
import { conductInterview } from '../../src/terminal/conduct.ts'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import { pressKey } from '../../src/terminal/keys/press.ts'
import {
  emptyInputField,
  getInputField,
  type KeyContext,
  type Screen,
  type ScreenSize,
} from '../../src/terminal/keys/screen-state.ts'
import { drawScreen } from '../../src/terminal/view/draw.ts'
import { createScreenPaint } from '../../src/terminal/view/screen-line.ts'
import { aDimension, aQuestion, aQuestionnaire, aResponse, everything } from '../interview/make.ts'

export const now = () => '2026-11-20T09:14:00Z'

/** A questionnaire of one section with these questions, none of them scored. */
export function asking(...forms: readonly (Form | Question)[]): Questionnaire {
  const questions = forms.map((form, index) =>
    'form' in form ? form : aQuestion(`kinds.q${index + 1}`, { form }),
  )
  return aQuestionnaire({ dimensions: [aDimension('kinds', questions)] })
}

/** A round of one. */
export function opened(questionnaire: Questionnaire, response = aResponse()): Round {
  const seat = { name: response.partner, questionnaire, response }
  return beginRound([seat], everything(questionnaire))
}

export function aState(
  questionnaire: Questionnaire,
  size: ScreenSize,
  response?: Response,
): Screen {
  return createScreenState(opened(questionnaire, response), size)
}

/** The state after keys that type no text. */
export function pressed(state: Screen, ...keys: readonly string[]): Screen {
  const context: KeyContext = {
    active: everything(getInterview(state.round).questionnaire),
    now,
  }
  return keys.reduce(
    (own, key) => pressKey(own, key, getInputField(own.mode) ?? emptyInputField, context),
    state,
  )
}

/** The state after a text was typed into the line. */
export function typed(state: Screen, text: string): Screen {
  const context: KeyContext = {
    active: everything(getInterview(state.round).questionnaire),
    now,
  }
  return Array.from(text).reduce((own, key) => {
    const { line = '', caret = 0 } = getInputField(own.mode) ?? {}
    const field = { line: `${line.slice(0, caret)}${key}${line.slice(caret)}`, caret: caret + 1 }
    return pressKey(own, key.toLowerCase(), field, context)
  }, state)
}

/** The screen as lines without colour. */
export function screenOf(state: Screen): readonly string[] {
  const { content, below } = drawScreen(state, createScreenPaint(0))
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

  begins(round: Round, more: Partial<ConductOptions> = {}): ReturnType<typeof conductInterview> {
    const active: ActiveQuestionFinder = everything(getInterview(round).questionnaire)
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
