import type { Catalogue } from '../say.ts'
import { join, quoteAll } from './grammar.ts'

/** What is wrong with checks, with the ids in a plan, and with waivers. */
export const checksMessages = {
  /** A check's own message. */
  'check-message': ({ parts }: { parts: readonly string[] }) => parts.join(''),
  'entry-list': ({ names, more }: { names: readonly string[]; more: number }) => {
    const all = more === 0 ? names : [...names, `${more} more`]
    // Names that are half a sentence run into each other between commas.
    return names.some((name) => /,| and /.test(name)) ? all.join('; ') : join(all)
  },
  'entry-number': ({ number }: { number: number }) => `number ${number}`,
  'value-missing': ({ key }: { key: string }) => `(no ${key})`,
  'text-missing': '(no text)',
  'value-unread': '(not understood)',

  /** Checks. */
  'check-for-no-list': ({ path }: { path: string }) =>
    `"${path}" is not a list in a plan; "for" visits the items of a list`,
  'check-without-for': 'Leave out "for", and write plan.… instead',
  'plan-key-unknown': ({ key, hint }: { key: string; hint: string }) =>
    `A plan has no "${key}"${hint}`,
  'item-key-unknown': ({ key, hint }: { key: string; hint: string }) =>
    `The item has no "${key}"${hint}`,
  'placeholder-needs-for': ({ name }: { name: string }) =>
    `"{${name}}" can only be used in a check with "for"`,
  'placeholder-unknown': ({ name, hint }: { name: string; hint: string }) =>
    `Unknown name "${name}" in the message${hint}`,
  'together-needs-for': '"together" can only be used in a check with "for"',
  'together-without-items': '"together" does not name the items that fail',
  'write-items': 'Write {items} where their names should appear',
  'check-always-off': 'The check is off at every stage, so it never finds anything',
  'give-severity': 'Give it a severity at one stage, or delete it',
  'examples-missing':
    'The check has no examples, so nobody can see what it accepts and what it finds',
  'add-examples': 'Add "examples" with a piece of a plan that is "good", and one that is "bad"',
  'example-missing': ({ which }: { which: string }) => `The check has no ${which} example`,
  'add-good-example': 'Write a piece of a plan that passes',
  'add-bad-example': 'Write a piece of a plan that fails',
  'example-no-plan': ({ which, why }: { which: string; why: string }) =>
    `The ${which} example is not a piece of a plan: ${why}`,
  'example-no-map': 'expected a map of sections',
  'write-as-in-plan': 'Write it as in a plan',
  'example-not-judged': ({ which, why }: { which: string; why: string }) =>
    `The check cannot be judged on its ${which} example: ${why}`,
  'example-not-when': ({ which }: { which: string }) =>
    `The check does not look at its ${which} example: "when" is not true`,
  'example-not-visited': ({ which }: { which: string }) =>
    `The check does not look at its ${which} example: it visits nothing`,
  'write-what-it-checks': 'Write something that it looks at',
  'good-example-fails': ({ found }: { found: string }) => `The good example fails: "${found}"`,
  'bad-example-passes': 'The bad example passes',
  'fix-assert-or-example': 'Fix "assert" or the example, whichever is wrong',

  /** Ids in a plan. */
  'unknown-person': ({ id, hint }: { id: string; hint: string }) => `Unknown person "${id}"${hint}`,
  'unknown-partner': ({ id, hint }: { id: string; hint: string }) =>
    `Unknown partner "${id}"${hint}`,
  'unknown-objective': ({ id, hint }: { id: string; hint: string }) =>
    `Unknown objective "${id}"${hint}`,
  'unknown-risk': ({ id, hint }: { id: string; hint: string }) => `Unknown risk "${id}"${hint}`,
  'unknown-group': ({ id, hint }: { id: string; hint: string }) => `Unknown group "${id}"${hint}`,
  'use-listed-id': ({ section, id }: { section: string; id: string }) =>
    `Use an id that is listed under "${section}", or add "${id}" there`,
  'id-repeated': ({ id, section }: { id: string; section: string }) =>
    `The id "${id}" appears twice under "${section}"`,
  'give-other-id': 'Give one of them another id',

  /** Waivers. */
  'unknown-check': ({ id, hint }: { id: string; hint: string }) => `Unknown check "${id}"${hint}`,
  'write-check-id': 'Write the id that is in brackets after the finding',
  'write-person-id': 'Write the id of a person who is listed under "people"',
  'check-protected': ({ check }: { check: string }) =>
    `"${check}" is protected, so it cannot be waived`,
  'findings-not-waivable': ({ check }: { check: string }) =>
    `Findings of "${check}" cannot be waived`,
  'errors-not-waivable': ({ check }: { check: string }) => `Errors of "${check}" cannot be waived`,
  'fix-and-remove-waiver': 'Fix the finding, and remove the waiver',
  'waiver-unused': ({ check }: { check: string }) => `The waiver of "${check}" sets nothing aside`,
  'waiver-elsewhere': ({
    check,
    places,
    more,
  }: {
    check: string
    places: readonly string[]
    more: boolean
  }) =>
    `The waiver of "${check}" sets nothing aside; "${check}" is found at ${quoteAll(places)}${more ? ' and elsewhere' : ''}`,
  'remove-waiver': 'Remove it',
  'move-waiver': 'Move it to where it is needed, or remove it',
  'waiver-expired': ({ check, by, until }: { check: string; by: string; until: string }) =>
    `The waiver of "${check}" by "${by}" ended on ${until}, so what it set aside counts again`,
  'fix-or-renew': 'Fix the finding, or agree on a new day',
  'waiver-misplaced': 'Waivers in comments only work in plans; this one sets nothing aside',
  'waiver-path-lost': ({ path, why }: { path: string; why: string }) =>
    `The path "${path}" leads nowhere: ${why}`,
  'path-unreadable': 'expected one like "risks[r1].owner"',
  'path-lost-in-plan': ({ key, hint }: { key: string; hint: string }) =>
    `a plan has no "${key}"${hint}`,
  'path-lost': ({ parent, key, hint }: { parent: string; key: string; hint: string }) =>
    `"${parent}" has no "${key}"${hint}`,
  'waiver-malformed': ({ mistakes }: { mistakes: readonly string[] }) => mistakes.join('; '),
  'waiver-word-unknown': ({ word }: { word: string }) =>
    `Unknown word "${word}"; expected "accordant-waive"`,
  'waiver-lacks': ({ parts }: { parts: readonly string[] }) => `The waiver has ${join(parts)}`,
  'lacks-check': 'no check',
  'lacks-by': 'no person ("by=")',
  'lacks-until': 'no last day ("until=")',
  'lacks-reason': 'no reason (after "--")',
  'waiver-day-invalid': ({ day }: { day: string }) =>
    `"${day}" is not a real date; expected one like "2027-03-31"`,
  'waiver-person-invalid': ({ person }: { person: string }) =>
    `"${person}" is not the id of a person; expected one like "p1"`,
  'waiver-part-repeated': 'Write "by" and "until" only once',
  'waiver-setting-unknown': ({ word }: { word: string }) =>
    `Unknown setting "${word}"; expected "by=" or "until="`,
  'write-waiver': (parts: WaiverParts) => `Write it as # ${formatWaiver(parts)}`,
  'write-html-waiver': (parts: WaiverParts) => `Write it as <!-- ${formatWaiver(parts)} -->`,
} as const satisfies Catalogue

interface WaiverParts {
  readonly checks: readonly string[]
  readonly by: string
  readonly until: string
  readonly reason: string
}

/** A waiver as it should be: empty parts are left to be filled in. */
function formatWaiver({ checks, by, until, reason }: WaiverParts): string {
  const ids = checks.length === 0 ? 'CHECK' : checks.join(', ')
  return `accordant-waive ${ids} by=${by || 'PERSON'} until=${until || 'YYYY-MM-DD'} -- ${reason || 'REASON'}`
}
