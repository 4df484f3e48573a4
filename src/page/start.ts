import { storedTrees } from '../expression/language/stored-trees.ts'
import type { FormSetup } from '../model/form-setup.ts'
import { createActiveQuestionFinder } from '../questionnaire/conditions.ts'
import { conductInPage } from './form.ts'
import { createKeeper, type TextStore } from './keeper.ts'

/** Starts the form of this page. Where any of it fails, the paper form stays in sight. */
async function start(): Promise<void> {
  const root = document.getElementById('form')
  const setup: FormSetup = JSON.parse(document.getElementById('setup')?.textContent ?? '')
  if (root === null) return
  // The page has no reader of CEL: its conditions were read when the page was written.
  for (const [text, tree] of setup.expressions) (storedTrees as Map<string, string>).set(text, tree)
  const findActive = await createActiveQuestionFinder(setup.questionnaire)
  const { questionnaire, hash, partnership, run } = setup
  const prefix = `accordant/${partnership.id}/${questionnaire.id}/${run}/${hash.slice(-12)}`
  const store = findStore()
  const keeper = createKeeper(store, prefix, questionnaire)
  const form = conductInPage(root, {
    setup,
    findActive,
    keeper,
    keeps: store !== null,
    now: () => new Date().toISOString(),
    drawCode,
  })
  window.addEventListener('pagehide', form.flush)
  document.addEventListener('visibilitychange', form.flush)
  window.addEventListener('storage', ({ key }) => {
    form.heed(key)
  })
  root.hidden = false
  document.documentElement.classList.add('live')
}

/** Null where the browser keeps nothing for this page. */
function findStore(): TextStore | null {
  try {
    const { localStorage: store } = window
    store.setItem('accordant/try', '1')
    store.removeItem('accordant/try')
    return store
  } catch {
    return null
  }
}

/** Without vowels, so that no code is a word, and without letters that are taken for others. */
const codeLetters = 'bcdfghjkmnpqrstvwxz'

/** Six letters: of thirty people, two get the same once in 100,000 times. */
function drawCode(): string {
  const numbers: number[] = []
  // Numbers beyond the largest multiple would favour the first letters.
  const most = 256 - (256 % codeLetters.length)
  while (numbers.length < 6) {
    const [number = most] = crypto.getRandomValues(new Uint8Array(1))
    if (number < most) numbers.push(number)
  }
  return numbers.map((number) => codeLetters[number % codeLetters.length]).join('')
}

start()
