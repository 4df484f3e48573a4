import { makeVisible } from '../model/visible.ts'

type Child = Node | string | null

/** Attributes by their name in HTML: true is one without a value, false and null are none; `on…` listens. */
interface Attributes {
  readonly [name: `on${string}`]: ((event: Event) => void) | undefined
  readonly [name: string]: string | number | boolean | null | undefined | ((event: Event) => void)
}

/** An element of the page. Texts become text nodes, in which what would act is made visible: nothing here is ever read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(key, String(value))
  }
  for (const child of children) {
    if (child !== null) element.append(typeof child === 'string' ? makeVisible(child) : child)
  }
  return element
}

export function makeButton(
  text: string,
  press: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return make('button', { type: 'button', onclick: press, ...attributes }, text)
}

/** Calls `act` once, a moment after the last of several calls; `flush` calls it now if it waits, `drop` never. */
export function delay(act: () => void, milliseconds: number) {
  let timer: ReturnType<typeof setTimeout> | null = null
  const drop = () => {
    const isWaiting = timer !== null
    if (timer !== null) clearTimeout(timer)
    timer = null
    return isWaiting
  }
  const flush = () => {
    if (drop()) act()
  }
  const later = () => {
    drop()
    timer = setTimeout(flush, milliseconds)
  }
  return { later, flush, drop }
}
