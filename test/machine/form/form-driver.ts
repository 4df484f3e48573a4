import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '../support/browser.ts'

/** A person at the form, who acts on what is in sight. */
export interface Person {
  readonly press: (text: string) => Promise<void>
  /** Clicks the label with this text. */
  readonly choose: (text: string) => Promise<void>
  /** Types into the field with this label, in place of what is there. */
  readonly write: (label: string, text: string) => Promise<void>
  readonly heading: () => Promise<unknown>
  readonly text: () => Promise<string>
  /** The text that is to be sent back. */
  readonly result: () => Promise<string>
}

const library = `window.__form = {
  seen: (all) => [...all].filter((element) => element.offsetParent !== null),
  one(all, what) {
    const found = this.seen(all)
    if (found.length === 0) throw new Error('not in sight: ' + what)
    return found[0]
  },
  button(text) {
    return this.one([...document.querySelectorAll('button')].filter((own) => own.textContent === text), text)
  },
  label(text) {
    const all = [...document.querySelectorAll('#form label')]
    return this.one(all.filter((own) => own.textContent.includes(text)), text)
  },
  field(text) {
    if (text === '') return this.one(document.querySelectorAll('#form form > div input, #form form > div textarea'), 'a field')
    const label = this.label(text)
    return label.control ?? label.querySelector('input, select, textarea')
  },
  write(field, text) {
    field.focus()
    field.value = text
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  },
}`

/** Longer than the form waits before it stores what was typed. */
const typedPause = 400

export async function sitDown(page: Page): Promise<Person> {
  const act = async (script: string) => {
    await page.value(`${library};(() => { ${script} })()`)
    await wait(30)
  }
  return {
    press: (text) => act(`__form.button(${JSON.stringify(text)}).click()`),
    choose: (text) => act(`__form.label(${JSON.stringify(text)}).click()`),
    write: async (label, text) => {
      await act(`__form.write(__form.field(${JSON.stringify(label)}), ${JSON.stringify(text)})`)
      await wait(typedPause)
    },
    heading: () => page.value(`document.querySelector('#form h1').textContent`),
    text: async () => String(await page.value(`document.querySelector('#form').innerText`)),
    result: async () => String(await page.value(`document.querySelector('textarea#text').value`)),
  }
}

const keyCodes: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  ' ': 32,
  ArrowDown: 40,
}

/** Presses keys on the page as a keyboard does; single letters are typed. */
export async function pressKeys(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined
    const code = keyCodes[key] ?? key.toUpperCase().charCodeAt(0)
    const down = { key, windowsVirtualKeyCode: code, ...(text === undefined ? {} : { text }) }
    await page.send('Input.dispatchKeyEvent', {
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...down,
    })
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code })
    await wait(20)
  }
}

/** Moves on with Tab until what has the focus has this text, or is the field of a label with it. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let count = 0; count < 60; count++) {
    const here = await page.value(`(() => {
      const own = document.activeElement
      if (own.matches('body, h1')) return ''
      const label = own.labels === undefined || own.labels === null ? '' : [...own.labels].map((each) => each.textContent).join(' ')
      return own.textContent + ' ' + label
    })()`)
    if (String(here).includes(text)) return
    await pressKeys(page, 'Tab')
  }
  throw new Error(`Tab never came to "${text}"`)
}
