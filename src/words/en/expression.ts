import type { Catalogue } from '../say.ts'
import { inNumber } from './grammar.ts'

/** What is wrong with an expression or a condition, and with the values that it meets. */
export const expressionMessages = {
  /** Kinds of values. */
  'kind-any': 'a value',
  'kind-boolean': 'true or false',
  'kind-number': 'a number',
  'kind-text': 'text',
  'kind-null': 'null',
  'kind-date': 'a date',
  'kind-days': 'a number of days',
  'kind-list': 'a list',
  'kind-map': 'a map',
  'kinds-differ': ({ expected, found }: { expected: string; found: string }) =>
    `Expected ${expected}, found ${found}`,

  /** What cannot be read. */
  'expression-empty': 'The expression is empty',
  'expression-unreadable': 'This cannot be read as an expression',
  'expression-too-long': ({ limit }: { limit: number }) =>
    `The expression is too long; at most ${limit} characters`,
  'expression-too-deep': ({ limit }: { limit: number }) =>
    `The expression is nested too deep; at most ${limit} levels`,
  'expression-too-large': ({ limit }: { limit: number }) =>
    `The expression has too many parts; at most ${limit}`,
  'expression-too-wide': 'The expression has too many values in one place',
  'expression-ends': 'The expression ends too early',
  'expression-ends-before': ({ expected }: { expected: string }) =>
    `The expression ends too early; expected ${expected}`,
  'sign-unexpected': ({ found }: { found: string }) => `Unexpected "${found}"`,
  'sign-differs': ({ found, expected }: { found: string; expected: string }) =>
    `Unexpected "${found}"; expected ${expected}`,
  'sign-quoted': ({ sign }: { sign: string }) => `"${sign}"`,
  'sign-name': 'a name',
  'write-equals': 'To compare write ==',
  'write-and': 'For "and" write &&',
  'write-or': 'For "or" write ||',
  'write-not': 'For "not" write !',
  'straight-quotes': 'Use straight quotes',
  'text-open': 'The text is not closed',
  'text-open-on-line': 'The text is not closed on its line',
  'close-text': 'Put a quote at its end',
  'escape-unknown': ({ found }: { found: string }) =>
    `"${found}" has no meaning inside text; for a backslash write two`,
  'word-reserved': ({ found }: { found: string }) => `"${found}" is a reserved word`,
  'number-unusable': ({ found }: { found: string }) =>
    `"${found}" is not a number that can be used here`,
  'number-incomplete': 'A number is not complete',
  'literal-too-large': ({ text }: { text: string }) => `The number ${text} is too large`,
  'literal-unavailable': 'Bytes and unsigned numbers are not available',
  'optional-unavailable': 'Optional fields are not available',
  'use-instead': ({ code }: { code: string }) => `Use ${code}`,
  'write-like': ({ code }: { code: string }) => `Write it like ${code}`,
  'write-has': 'Write it like has(plan.name), or "trust.bad-news" in answers',
  'use-contains': 'Use contains(), startsWith() or endsWith()',
  'use-contains-or-in': 'Use contains(), or "x" in a list',

  /** Names and fields. */
  'name-unknown': ({ name, hint }: { name: string; hint: string }) =>
    `Unknown name "${name}"${hint}`,
  'name-without-value': ({ name }: { name: string }) => `"${name}" has no value here`,
  'name-missing': ({ key }: { key: string | number }) => `"${key}" is missing`,
  'item-name-taken': ({ name }: { name: string }) =>
    `"${name}" already has a meaning; use another name`,
  'list-not-named': 'Add "for" to say which list of the plan the check looks at',
  'item-name-expected': 'Expected a name for the item first',
  'field-unknown': ({ name, hint }: { name: string; hint: string }) =>
    `Unknown field "${name}"${hint}`,
  'field-inside': ({ parent, name }: { parent: string; name: string }) =>
    `Write ${parent}.${name}: the field is under "${parent}"`,
  'field-of-list': ({ name }: { name: string }) => `A list has no field "${name}"`,
  'ask-each-item': 'Ask each item with all(x, x.…) or exists(x, x.…), or one with [0]',
  'field-of-other': ({ found }: { found: string }) => `Only a map has fields, this is ${found}`,
  'field-in-other': ({ name, found }: { name: string; found: string }) =>
    `Only a map has fields such as "${name}", found ${found}`,
  'index-of-list': ({ found }: { found: string }) =>
    `The items of a list are numbered, found ${found}`,
  'index-of-map': ({ found }: { found: string }) =>
    `The fields of a map are named by text, found ${found}`,
  'index-of-other': ({ found }: { found: string }) =>
    `Only a list or a map has parts in brackets, found ${found}`,
  'field-names-text': 'The fields of a map are named by text',
  'choice-unknown': ({ word, hint }: { word: string; hint: string }) =>
    `Unknown choice "${word}"${hint}`,

  /** Functions and operators. */
  'function-unknown': ({ name, hint }: { name: string; hint: string }) =>
    `Unknown function "${name}"${hint}`,
  'function-unavailable': ({ name }: { name: string }) => `"${name}" is not available`,
  'function-after-point': ({ name }: { name: string }) =>
    `"${name}" is written after the value that it looks at`,
  'function-before-brackets': ({ name }: { name: string }) =>
    `"${name}" is not written after a point`,
  'function-value': ({
    name,
    expected,
    found,
  }: {
    name: string
    expected: string
    found: string
  }) => `${name}() needs ${expected}, found ${found}`,
  'function-count': ({
    name,
    least,
    most,
    found,
  }: {
    name: string
    least: number
    most: number
    found: number
  }) => {
    const expected = least === most ? `${most}` : `${least} or ${most}`
    return `${name}() takes ${expected} ${inNumber(least === most ? most : 2, 'value')}, found ${found}`
  },
  'has-needs-field': 'has() needs the name of a field',
  'macro-shape': ({ name }: { name: string }) =>
    `${name}() needs a name for the item, then what to ask of it`,
  'macro-depth': ({ limit }: { limit: number }) =>
    `all(), exists(), filter() and map() can be nested at most ${limit} deep`,
  'sides-differ': ({ left, right }: { left: string; right: string }) =>
    `Both sides of ":" must be of one kind, found ${left} and ${right}`,
  'cannot-look-for': ({ left, right }: { left: string; right: string }) =>
    `Cannot look for ${left} in ${right}`,
  'cannot-compare': ({ left, right }: { left: string; right: string }) =>
    `Cannot compare ${left} with ${right}`,
  'cannot-use': ({ operator, left, right }: { operator: string; left: string; right: string }) =>
    `Cannot use "${operator}" between ${left} and ${right}`,
  'number-without-quotes': 'Write a number without quotes',
  'boolean-without-quotes': 'Write true or false, without quotes',

  /** What goes wrong with a value. */
  'division-by-zero': 'Division by zero',
  'number-too-large': 'The number is too large',
  'date-out-of-range': 'The date is outside the years 1 to 9999',
  'not-whole-number': ({ text }: { text: string }) => `"${text}" is not a whole number`,
  'not-number': ({ text }: { text: string }) => `"${text}" is not a number`,
  'not-in-calendar': ({ text }: { text: string }) => `"${text}" is not in the calendar`,
  'not-date': ({ text }: { text: string }) => `"${text}" is not a date like "2026-01-31"`,
  'days-need-whole': 'days() needs a whole number',
  'join-needs-texts': 'join() needs a list of texts',
  'sum-needs-numbers': 'sum() needs a list of numbers',
  'substring-outside': 'substring() reaches outside the text',
  'work-limit': 'This takes too much work on a file of this size',

  /** Conditions of questions. */
  'question-unknown': ({ id, hint }: { id: string; hint: string }) =>
    `Unknown question "${id}"${hint}`,
  'question-later': ({ id }: { id: string }) =>
    `Conditions refer only to earlier questions; "${id}" is not one`,
  'question-in-profile': ({ id }: { id: string }) => `"${id}" is a question of the profile`,
  'question-not-in-profile': ({ id }: { id: string }) => `"${id}" is not a question of the profile`,
  'question-without-dimension': ({ id }: { id: string }) =>
    `"${id}" is a question of the profile, so it has no dimension`,
  'question-id-begins': ({ id }: { id: string }) => `"${id}" is only the beginning of an id`,
  'question-not-named': ({ name }: { name: string }) => `"${name}" needs the id of one question`,
  'question-not-written': ({ name }: { name: string }) =>
    `"${name}" needs a question id that is written out`,
  'question-unanswered': ({ id }: { id: string }) => `"${id}" is not answered`,
  'condition-empty':
    'The condition asks nothing of the answer; expected "least", "most", "is" or "not"',
  'condition-for-numbers': ({
    key,
    question,
    found,
  }: {
    key: string
    question: string
    found: string
  }) => `"${key}" is for numbers; the answer to "${question}" is ${found}`,
  'condition-impossible': ({ least, most }: { least: number; most: number }) =>
    `No number is at least ${least} and at most ${most}`,
  'condition-of-table': 'A table cannot be compared with a value',
  'answer-number': 'a number',
  'answer-boolean': 'yes or no',
  'answer-text': 'text',
  'answer-texts': 'a list of texts',
  'answer-rows': 'a table',
} as const satisfies Catalogue
