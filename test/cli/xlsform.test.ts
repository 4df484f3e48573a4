import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { makeXlsForm } from '../../src/cli/make-xlsform.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import { listQuestions, type Questionnaire } from '../../src/model/questionnaire.ts'
import type { Answer, Response, Run, Value } from '../../src/model/response.ts'
import { createActiveQuestionFinder } from '../../src/questionnaire/conditions.ts'
import { toResponseFile } from '../../src/questionnaire/to-response-file.ts'
import { everyQuestion } from '../support/every-question.ts'
import { exportStyles, exportSubmissions, type FilledIn } from '../support/form-server.ts'
import {
  aForm,
  aFormSource,
  formQuestionnaires,
  loadFormQuestionnaire,
  readFormSheet,
} from '../support/xlsform.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const words = fc
  .stringMatching(/^[A-Za-z=<&"',é][ -:<-~é]{0,20}[a-z]$/)
  .filter((text) => !/^(?:no|not|na|un|skip|dk|idk|none)/i.test(text) && text.trim() === text)

/** A value, and how it is filled in. */
function drawValue(form: Form): fc.Arbitrary<readonly [Value, string]> {
  switch (form.type) {
    case 'rating':
      return fc.constantFrom(...form.values).map(({ value }) => [value, String(value)] as const)
    case 'yes-no':
      return fc.boolean().map((value) => [value, value ? 'yes' : 'no'] as const)
    case 'choice':
      return fc.constantFrom(...form.choices).map(({ id }) => [id, id] as const)
    case 'choices':
      return fc.subarray(form.choices.map(({ id }) => id)).map((ids) => {
        if (ids.length > 0) return [ids, ids.join(' ')] as const
        // A question with such a choice of its own has no other way to say it.
        const own = form.choices.find(
          ({ id, title }) => id === 'none-of-these' || title === 'None of these',
        )
        return [own === undefined ? [] : [own.id], own?.id ?? 'none-of-these'] as const
      })
    case 'number':
      return fc
        .integer({ min: -40, max: 90 })
        .map((tenths) => [tenths / 10, String(tenths / 10)] as const)
    case 'list':
      return fc
        .array(words, { minLength: 1, maxLength: 3 })
        .map((items) => items.map((item) => item.replaceAll(';', ',')))
        .map((items) => [items, items.join('\n')] as const)
    default:
      return words.map((text) => [text, text] as const)
  }
}

interface Drawn {
  readonly id: string
  readonly form: Form
  readonly answer: Answer
  readonly typed: string
}

const reasons = fc.constantFrom('We have none', 'One person; "each"\nby design', '=1+1')
const noNote = { note: null } as const
const notes = fc.option(fc.constantFrom('As of May', 'Well…\n\n=SUM(A1)', 'n/a'), { nil: null })

function drawAnswer(id: string, form: Form): fc.Arbitrary<Drawn> {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(drawValue(form), notes).map(
        ([[value, typed], note]): Drawn => ({
          ...{ id, form, typed },
          answer: { state: 'answered', value, note },
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(reasons, notes).map(
        ([reason, note]): Drawn => ({
          ...{ id, form, typed: '' },
          answer: { state: 'not-applicable', reason, note },
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: notes.map(
        (note): Drawn => ({
          ...{ id, form, typed: '' },
          answer: { state: 'dont-know', note },
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant({
        id,
        form,
        typed: '',
        answer: { state: 'skipped', ...noNote },
      } as const),
    },
  )
}

interface Person {
  readonly partner: string
  readonly role: string | null
  readonly profile: readonly Drawn[]
  readonly answers: readonly Drawn[]
}

function drawPerson(questionnaire: Questionnaire): fc.Arbitrary<Person> {
  const all = (questions: readonly { readonly id: string; readonly form: Form }[]) =>
    fc.tuple(
      ...questions
        .filter(({ form }) => form.type !== 'table')
        .map(({ id, form }) => drawAnswer(id, form)),
    )
  return fc.record({
    partner: fc.constantFrom('northwind', 'contoso'),
    role: fc.option(fc.constantFrom('Sponsor', '=Role; of "one"'), { nil: null }),
    profile: all(questionnaire.profile),
    answers: all(listQuestions(questionnaire)),
  })
}

/** What the person fills in, by the names that the map has. */
function fillIn(person: Person, code: string, map: MapColumns): FilledIn {
  const given: Record<string, string> = {
    partner: person.partner,
    [map.respondent]: code,
    [map.role]: person.role ?? '',
  }
  const put = (name: string | undefined, text: string | null) => {
    if (name !== undefined && text !== null && text !== '') given[name] = text
  }
  for (const { id, typed } of person.profile) put(map.profile[id]?.column, typed)
  for (const { id, form, answer, typed } of person.answers) {
    const { column, state, reason, note } = map.answers[id] ?? {}
    // The question of everything has a choice of its own with the name of this state.
    const noIdea = id === 'trust.own' && form.type === 'choices' ? 'unknown' : 'dont-know'
    put(column, typed)
    if (answer.state === 'dont-know') put(state ?? column, noIdea)
    if (answer.state === 'not-applicable') {
      put(state ?? column, 'not-applicable')
      put(reason, answer.reason)
    }
    put(note, answer.note)
  }
  return given
}

interface MapColumns {
  readonly respondent: string
  readonly role: string
  readonly profile: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The response that the person would have saved in the terminal. */
function toSaved(
  person: Person,
  code: string,
  asked: { readonly hash: string; readonly run: Run; readonly questionnaire: Questionnaire },
): Response {
  const { hash, run, questionnaire } = asked
  const given = (drawn: readonly Drawn[]) =>
    drawn.filter(({ answer }) => answer.state !== 'skipped')
  return {
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash },
    partnership: 'northwind-contoso',
    partner: person.partner,
    respondent: { id: code.toLowerCase(), role: person.role },
    run,
    started: null,
    completed: '2026-11-23T10:00:00Z',
    excluded: null,
    told: { minGroup: 3 },
    profile: new Map(
      given(person.profile).flatMap(({ id, answer }) =>
        answer.state === 'answered' ? [[id, answer.value] as const] : [],
      ),
    ),
    answers: new Map(given(person.answers).map(({ id, answer }) => [id, answer])),
    inactive: new Map(),
  }
}

const partners = [
  { id: 'northwind', name: 'Northwind Traders' },
  { id: 'contoso', name: 'Contoso' },
]

describe.each(formQuestionnaires)('what servers export of the form of %s', (name) => {
  it('comes back whole through import, with the map beside the form', async () => {
    const questionnaire = await loadFormQuestionnaire(name)
    const named = name === 'every question' ? 'small.yaml' : name
    const findActive = await createActiveQuestionFinder(questionnaire)
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.constantFrom(...Object.values(exportStyles)),
        // The five days have no quick run.
        fc.constantFrom('full', 'full', name === 'five-days-of-action' ? 'full' : 'quick'),
        fc.constantFrom(partners, partners, partners.slice(0, 1), []),
        async (seed, style, run, offered) => {
          const options = { named, run, partners: offered } as const
          const form = aForm(questionnaire, options)
          const { map } = await makeXlsForm(aFormSource(questionnaire, options), named)
          // People have a hundred answers: what they fill in is found again by the seed.
          const people = fc
            .sample(drawPerson(questionnaire), { seed, numRuns: 3 })
            .map((person) => (offered.length === 1 ? { ...person, partner: 'northwind' } : person))
          const codes = people.map((_, index) => `K7QX-${index}`)
          const columns = parse(map).columns as MapColumns
          const folder = aFolder({
            'accordant.yaml': `accordant: config/1\nquestionnaire: ${named}\n`,
            'small.yaml': everyQuestion,
            'export.csv': exportSubmissions(
              readFormSheet(form, 'survey'),
              readFormSheet(form, 'choices'),
              people.map((person, index) => fillIn(person, codes[index] ?? '', columns)),
              style,
            ),
            'form.map.yaml': map,
          })
          const [table, mapFile] = [join(folder, 'export.csv'), join(folder, 'form.map.yaml')]
          const imported = await ran(['import', table, '--map', mapFile, '-o', folder])
          expect(imported.err).toMatch(/^3 imported[^\n]*\n$/)
          expect(imported.code).toBe(0)
          const files = readdirSync(join(folder, 'responses')).map((file) =>
            parse(readFileSync(join(folder, 'responses', file), 'utf8')),
          )
          const { hash } = files[0].questionnaire
          const saved = people.map((person, index) => {
            const whole = toSaved(person, codes[index] ?? '', { hash, run, questionnaire })
            const asked = findActive(whole)
            // What the form cannot say when to ask is asked always, and its answer waits until it counts.
            const active = new Set([...asked, ...form.unsaid.map(({ question }) => question)])
            const keep = <V>(all: ReadonlyMap<string, V>) =>
              new Map([...all].filter(([id]) => active.has(id)))
            const { profile, answers } = whole
            const kept = { ...whole, profile: keep(profile), answers: keep(answers) }
            return toResponseFile(questionnaire, kept)
          })
          expect(sortByCode(files)).toEqual(sortByCode(JSON.parse(JSON.stringify(saved))))
          const direct = await ran(['report', table, '--map', mapFile, '--format', 'json'])
          const there = await ran(['report', folder, '--format', 'json'])
          expect(withoutWarnings(direct)).toEqual(withoutWarnings(there))
        },
      ),
      { numRuns: 12 },
    )
  })
})

function sortByCode(files: readonly { readonly respondent: { readonly id: string } }[]) {
  return files.toSorted((a, b) => (a.respondent.id < b.respondent.id ? -1 : 1))
}

/** One way says in its warnings what it read. */
function withoutWarnings({ code, out }: Awaited<ReturnType<typeof ran>>) {
  const { warnings, ...result } = JSON.parse(out || '{}')
  return { code, result }
}
