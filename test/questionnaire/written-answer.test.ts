import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import { fitResponse } from '../../src/questionnaire/fit-response.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { say } from '../../src/words/say-message.ts'
import { sampleForms } from '../model/forms/sample-forms.ts'
import { aQuestion, aQuestionnaire } from '../scoring/support/builders.ts'

const labels = [
  'They find out by themselves',
  'When they ask',
  'At the next meeting',
  'Within days, unasked',
  'Within a day',
]
const choices = [
  { id: 'exploring', title: 'We are finding out', score: null },
  { id: 'agreed', title: 'We have an agreement', score: null },
  { id: 'unknown', title: 'Nobody has said', score: null },
]
const forms: Readonly<Record<string, Form>> = {
  news: {
    type: 'rating',
    values: labels.map((label, index) => ({ value: index + 1, label })),
  },
  written: sampleForms['yes-no'],
  place: { type: 'choice', choices },
  costs: { type: 'choices', choices },
  meetings: sampleForms.number,
  need: sampleForms.text,
  worries: sampleForms.list,
  people: sampleForms.table,
}
const questionnaire = {
  ...aQuestionnaire(Object.entries(forms).map(([id, form]) => aQuestion(`trust.${id}`, { form }))),
  profile: [
    ...[['stage', forms.place] as const, ['dependence', forms.news] as const],
    ['problem', forms.need] as const,
  ].map(([id, form = sampleForms.text]) => ({
    id,
    dimension: null,
    ask: '?',
    why: null,
    when: null,
    formerly: [],
    form,
  })),
}

/** A response with these lines, fitted to the questionnaire; what does not fit is said, a string for each. */
function fill(section: 'answers' | 'profile', lines: string) {
  const text = `accordant: response/1
questionnaire: {id: q, version: "1"}
partnership: both
partner: north
respondent: {id: r1}
${section}:
  ${lines.replaceAll('\n', '\n  ')}
`
  const read = readYaml(new TextEncoder().encode(text), 'file.yaml')
  const { value, findings } = decode('response', read.value)
  if (value === null) return { said: findings.map(({ message }) => say(message)) }
  const { response, misfits } = fitResponse(questionnaire, value)
  const said = misfits.map(({ finding: { message, fix } }) =>
    fix === null ? say(message) : `${say(message)}. ${say(fix)}`,
  )
  return { response, said }
}

/** What becomes of one answer in a form: the answer, or what is said of it. */
function answer(line: string): unknown {
  const { response, said } = fill('answers', line)
  return said.length > 0 ? said.join('\n') : response?.answers.get(line.split(':')[0] ?? '')
}

const dontKnow = { state: 'dont-know', note: null }
const skipped = { state: 'skipped', note: null }

describe('an answer in a form that a person filled in', () => {
  it.each([
    ...["don't know", "Don't know", 'don’t know', 'dont know', 'DK', '"?"', '"???"', 'unknown'],
    ...['no idea', 'not sure', "I don't know.", '(don’t know)', '"don\'t know"'],
  ])('is "don’t know" where somebody writes %s', (words) => {
    expect(answer(`trust.news: ${words}`)).toEqual(dontKnow)
  })

  it.each(['skip', 'Skipped', '–', '--', '"-"', 'no answer', 'prefer not to say'])(
    'is skipped where somebody writes %s',
    (words) => {
      expect(answer(`trust.news: ${words}`)).toEqual(skipped)
    },
  )

  it.each([
    ['n/a, we have no deputies', 'we have no deputies'],
    ['N/A (one person each)', 'one person each'],
    ['not applicable - by design', 'by design'],
    ['does not apply because we are one firm', 'we are one firm'],
    ['"n.a.: by design"', 'by design'],
  ])('is not applicable for the reason that is written with it: %s', (words, reason) => {
    expect(answer(`trust.news: ${words}`)).toEqual({
      state: 'not-applicable',
      reason,
      note: null,
    })
  })

  it('has the words for a state in its long form too, with note and reason', () => {
    expect(answer('trust.news: {value: dk, note: Ask Bo}')).toEqual({
      state: 'dont-know',
      note: 'Ask Bo',
    })
    expect(answer('trust.news: {value: n/a, reason: By design}')).toEqual({
      state: 'not-applicable',
      reason: 'By design',
      note: null,
    })
  })

  it.each<[string, string, unknown]>([
    ['quotes', 'trust.news: "4"', 4],
    ['a point behind it', 'trust.news: 4.', 4],
    ['wide digits', 'trust.news: ４', 4],
    ['capitals', 'trust.written: YES', true],
    ['a capital', 'trust.place: Agreed', 'agreed'],
    ['the id of a choice that says that nobody knows', 'trust.place: Unknown', 'unknown'],
    ['words for a state where any text is an answer', 'trust.need: n/a', 'n/a'],
    ['words for a state among texts', 'trust.worries: [unknown]', ['unknown']],
    ['a number in quotes', 'trust.meetings: "12"', 12],
  ])('is its value in spite of %s', (_, line, value) => {
    expect(answer(line)).toEqual({ state: 'answered', value, note: null })
  })

  const notARating = 'Expected a whole number from 1 to 5, found'
  const noAnswer =
    'If there is no answer, write "don\'t know" or "skip"; if the question does not apply, write {state: not-applicable, reason: …}'
  const notApplicable =
    'A question that is not applicable needs a reason. Write "trust.news: {state: not-applicable, reason: …}"'
  const ids = 'expected one of "exploring", "agreed", "unknown"'

  it.each([
    ['not applicable without a reason', 'trust.news: n/a', notApplicable],
    ['the same in long', 'trust.news: {state: not-applicable}', notApplicable],
    [
      'a state in other words',
      'trust.news: {state: n/a}',
      'Unknown value "n/a"; did you mean "not-applicable"?',
    ],
    ['a fraction', 'trust.news: 4/5', `${notARating} the text "4/5". Write "trust.news: 4"`],
    [
      'a number with the beginning of its anchor',
      'trust.news: 4 - Within days',
      `${notARating} the text "4 - Within days". Write "trust.news: 4"`,
    ],
    [
      'an anchor',
      'trust.news: within days, unasked',
      `${notARating} the text "within days, unasked". Write "trust.news: 4"`,
    ],
    ['a word', 'trust.news: four', `${notARating} the text "four". Write "trust.news: 4"`],
    ['a list', 'trust.news: [4]', `${notARating} a list. Write "trust.news: 4"`],
    ['brackets', 'trust.news: (4)', `${notARating} the text "(4)". Write "trust.news: 4"`],
    [
      'a remark behind the number',
      'trust.news: 4 (Bo is new, so is Eva)',
      `${notARating} the text "4 (Bo is new, so is Eva)". Write "trust.news: {value: 4, note: "Bo is new, so is Eva"}"`,
    ],
    [
      'a fraction in long',
      'trust.news: {value: 4/5, note: Two are new}',
      `${notARating} the text "4/5". Write "value: 4"`,
    ],
    [
      'a remark behind words for a state',
      'trust.news: Not sure - ask Bo',
      `${notARating} the text "Not sure - ask Bo". Write "trust.news: {state: dont-know, note: ask Bo}"`,
    ],
    ['two numbers', 'trust.news: 3-4', `${notARating} the text "3-4". Write one value alone`],
    ['a cross', 'trust.news: x', `${notARating} the text "x". ${noAnswer}`],
    [
      'a number off the scale',
      'trust.news: 6',
      'The number 6 is off the scale; expected a whole number from 1 to 5',
    ],
    [
      'one letter for yes',
      'trust.written: y',
      'Expected yes or no, found the text "y". Write "trust.written: yes"',
    ],
    [
      'the place of a choice',
      'trust.place: 2',
      `Unknown choice "2"; ${ids}. If you mean "We have an agreement", write "trust.place: agreed"`,
    ],
    [
      'the words of a choice',
      'trust.place: We have an agreement',
      `Unknown choice "We have an agreement"; ${ids}. Write "trust.place: agreed"`,
    ],
    [
      'a whole line of the form',
      'trust.place: agreed  We have an agreement',
      `Unknown choice "agreed  We have an agreement"; ${ids}. Write "trust.place: agreed"`,
    ],
    ['a choice misspelt', 'trust.place: agred', 'Unknown choice "agred"; did you mean "agreed"?'],
    [
      'one choice in place of several',
      'trust.costs: agreed',
      'Expected a list of choices, found the text "agreed". Write "trust.costs: [agreed]"',
    ],
    [
      'choices without a list',
      'trust.costs: exploring, agreed',
      'Expected a list of choices, found the text "exploring, agreed". Write "trust.costs: [exploring, agreed]"',
    ],
    [
      'the places of choices',
      'trust.costs: [1, 2]',
      `Unknown choice "1"; ${ids}. If you mean "We are finding out" and "We have an agreement", write "trust.costs: [exploring, agreed]"`,
    ],
    [
      'a decimal comma',
      'trust.meetings: 2,5',
      'Expected a number, found the text "2,5". Write "trust.meetings: 2.5"',
    ],
    [
      'a percentage',
      'trust.meetings: 60 %',
      'Expected a number, found the text "60 %". Write "trust.meetings: 60"',
    ],
    [
      'texts without a list',
      'trust.worries: Frost; late orders',
      'Expected a list of texts, found the text "Frost; late orders". Write "trust.worries: [Frost, late orders]"',
    ],
    [
      'a text in place of rows',
      'trust.people: Bo and Eva',
      `Expected a list of rows, found the text "Bo and Eva". ${noAnswer}`,
    ],
    [
      'a note beside its question',
      'trust.news: 4\nnote: We differ',
      'Unknown question "note". Write "trust.news: {value: 4, note: We differ}"',
    ],
    [
      'a part of the profile',
      'stage: agreed',
      'Unknown question "stage". Write it under "profile", indented by two spaces',
    ],
    [
      'a value beside its question',
      'trust.news:\nvalue: 4',
      'Unknown question "value". Write "trust.news: {value: 4}"',
    ],
  ])('is answered with what to write where it is %s', (_, line, said) => {
    expect(answer(line)).toBe(said)
  })
})

describe('a profile in a form that a person filled in', () => {
  it('keeps text as written, and has no entry if somebody writes that there is none', () => {
    const { response, said } = fill('profile', 'stage: n/a\ndependence: don’t know\nproblem: skip')
    expect([[...(response?.profile ?? [])], said]).toEqual([[['problem', 'skip']], []])
  })

  it.each([
    [
      'stage: 2',
      'Unknown choice "2"; expected one of "exploring", "agreed", "unknown". If you mean "We have an agreement", write "stage: agreed"',
    ],
    [
      'stage: soon',
      'Unknown choice "soon"; expected one of "exploring", "agreed", "unknown". If there is no answer, leave it empty',
    ],
    [
      'trust.news: 4',
      'Unknown profile question "trust.news". Write it under "answers", indented by two spaces',
    ],
    [
      'dependence: 4 (at least)',
      'Expected a whole number from 1 to 5, found the text "4 (at least)". Write "dependence: 4"',
    ],
  ])('is answered with what to write: %s', (line, said) => {
    expect(fill('profile', line).said).toEqual([said])
  })
})
