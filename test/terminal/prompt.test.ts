import { render } from '@inquirer/testing'
import { describe, expect, it } from 'vitest'
import { createScreenState } from '../../src/terminal/keys/apply-event.ts'
import { promptInterview } from '../../src/terminal/prompt.ts'
import { createScreenPaint } from '../../src/terminal/view/screen-line.ts'
import { everything, rating } from '../interview/make.ts'
import { asking, now, opened } from './make.ts'

const two = asking(rating, { type: 'yes-no' })

function config() {
  const saved: unknown[] = []
  return {
    state: createScreenState(opened(two), { columns: 80, rows: 24 }),
    context: { active: everything(two), now },
    save: (response: unknown) => saved.push(response),
    paint: createScreenPaint(0),
    onResize: () => () => {},
    saved,
  }
}

describe('the interview prompt', () => {
  it('goes on, back, and to the end', async () => {
    const own = config()
    const { answer, events, getScreen } = await render(promptInterview, own)
    events.keypress('4')
    expect(getScreen()).toContain('2 of 2')
    events.keypress('b')
    expect(getScreen()).toContain('● 4  Looks like 4  (your answer)')
    events.keypress('return')
    events.keypress('y')
    expect(getScreen()).toContain('2 answered. Press Enter to finish.')
    events.keypress('enter')
    expect(await answer).toEqual({ how: 'finished' })
    expect(own.saved.length).toBe(3)
  })

  it('opens help with a key that test kits name and terminals do not', async () => {
    const { answer, events, getScreen } = await render(promptInterview, config())
    events.keypress('?')
    expect(getScreen()).toContain('Keys')
    events.keypress('escape')
    expect(getScreen()).not.toContain('Keys')
    events.keypress('q')
    await answer
  })
})
