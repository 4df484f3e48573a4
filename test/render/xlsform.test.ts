import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeXlsForm } from '../../src/cli/make-xlsform.ts'
import { writeFormWorkbook } from '../../src/render/xlsform/workbook.ts'
import {
  aForm,
  aFormSource,
  formQuestionnaires,
  loadFormQuestionnaire,
  readFormSheet,
} from '../support/xlsform.ts'

type Form = ReturnType<typeof aForm>
type Row = Readonly<Record<string, string>>

const columns = {
  survey: [
    ...['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint'],
    ...['constraint_message', 'appearance'],
  ],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id', 'version', 'style'],
}
const types = /^(?:start|end|note|text|decimal|begin_group|end_group|select_(?:one|multiple) \S+)$/
const nameRule = /^[A-Za-z_][A-Za-z0-9_.-]*$/
const isGroup = ({ type = '' }: Row) => /^(?:begin|end)_group$/.test(type)
const isAsked = (row: Row) => !isGroup(row) && row.type !== 'start' && row.type !== 'end'
const listNameOf = ({ type = '' }: Row) => /^select_\w+ (\S+)$/.exec(type)?.[1]

/** The rules of docs/xlsform.md, each with what breaks it. */
const rules: Readonly<Record<string, (form: Form) => readonly unknown[]>> = {
  'there are three sheets, with these columns alone': ({ sheets }) =>
    sheets.filter(({ name, rows }) => String(rows[0]) !== String(columns[name])),
  'no two columns of a sheet have one name': ({ sheets }) =>
    sheets.filter(({ rows: [head = []] }) => new Set(head).size < head.length),
  'a cell has at most 32,767 characters': ({ sheets }) =>
    sheets.flatMap(({ rows }) => rows.flat()).filter((text) => text.length > 32_767),
  'a row has a type that the tools know': (form) =>
    survey(form).filter(({ type = '' }) => !types.test(type)),
  'a name begins with a letter or low line': (form) =>
    survey(form).filter(({ name = '' }) => !nameRule.test(name)),
  'a name has at most 64 characters': (form) =>
    survey(form).filter(({ name = '' }) => name.length > 64),
  'no two rows have one name, whatever its capitals': (form) =>
    findRepeated(
      survey(form)
        .filter(({ type }) => type !== 'end_group')
        .map(({ name = '' }) => name.toLowerCase()),
    ),
  'no name is one that servers keep': (form) =>
    survey(form).filter(
      ({ type, name = '' }) =>
        type !== name && /^(?:_|meta$|data$|start$|end$|instance)/.test(name),
    ),
  'groups are closed in order, and none is empty': (form) => {
    const open: string[] = []
    let before: Row | undefined
    return survey(form).filter((row) => {
      const { type, name = '' } = row
      const isEmpty = type === 'end_group' && before?.type === 'begin_group'
      before = row
      if (type === 'begin_group') open.push(name)
      return isEmpty || (type === 'end_group' && open.pop() !== name)
    })
  },
  'what people see has a label': (form) =>
    [
      ...survey(form).filter((row) => isAsked(row) || row.type === 'begin_group'),
      ...choices(form),
    ].filter(({ label = '' }) => label.trim() === ''),
  'no label, hint or message begins a reference': (form) =>
    [...survey(form), ...choices(form)].filter((row) =>
      ['label', 'hint', 'constraint_message'].some((key) => row[key]?.includes('${')),
    ),
  'a condition speaks of earlier rows alone': (form) => {
    const known = new Set<string>()
    return survey(form).filter(({ name = '', relevant = '', constraint = '' }) => {
      const spokenOf = [...`${relevant}${constraint}`.matchAll(/\$\{([^}]*)\}/g)].map(
        ([, id]) => id,
      )
      const isWrong = spokenOf.some((id = '') => !known.has(id))
      known.add(name)
      return isWrong
    })
  },
  'a condition is written with what the tools know': (form) =>
    survey(form).filter(
      ({ relevant = 'true()' }) =>
        !/^(?:\$\{\w+\}|selected(?=\()|not(?=\()|true\(\)|false\(\)|'[a-z0-9-]*'|-?\d+(?:\.\d+)?|[(),]|!=|[<>]=?|=| and | or | )+$/.test(
          relevant,
        ),
    ),
  'brackets of a condition match': (form) =>
    survey(form)
      .flatMap(({ relevant = '', constraint = '' }) => [relevant, constraint])
      .filter((text) => countOf(text, '(') !== countOf(text, ')')),
  'what is required is yes, and no group is': (form) =>
    survey(form).filter(
      (row) => (row.required ?? 'yes') !== 'yes' || (isGroup(row) && row.required),
    ),
  'an appearance is one that the tools know': (form) =>
    survey(form).filter(
      ({ type, appearance = '' }) =>
        !(type === 'begin_group' ? ['field-list'] : ['', 'multiline', 'minimal']).includes(
          appearance,
        ),
    ),
  'a list that is asked has choices, and each choice is asked': (form) => {
    const asked = new Set(survey(form).flatMap((row) => listNameOf(row) ?? []))
    const listed = new Set(choices(form).map(({ list_name = '' }) => list_name))
    return [...asked, ...listed].filter((list) => !asked.has(list) || !listed.has(list))
  },
  'a list has a name like a row': (form) =>
    choices(form).filter(({ list_name = '' }) => !nameRule.test(list_name)),
  'a choice has a name without spaces': (form) =>
    choices(form).filter(({ name = '' }) => !/^[A-Za-z0-9_.-]+$/.test(name)),
  'no two choices of a list have one name': (form) =>
    findRepeated(
      choices(form).map(({ list_name, name = '' }) => `${list_name} ${name.toLowerCase()}`),
    ),
  'the id of the form is a short name': (form) =>
    readFormSheet(form, 'settings').filter(
      ({ form_id = '' }) => !/^[a-z][a-z0-9_-]{0,63}$/.test(form_id),
    ),
  'there is one line of settings, with a version': (form) => {
    const lines = readFormSheet(form, 'settings')
    return lines.length === 1 ? lines.filter(({ version = '' }) => !/^\S+$/.test(version)) : lines
  },
}

function survey(form: Form): readonly Row[] {
  return readFormSheet(form, 'survey')
}

function choices(form: Form): readonly Row[] {
  return readFormSheet(form, 'choices')
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function findRepeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) < index)
}

describe.each(formQuestionnaires)('the form of %s', (name) => {
  const forms: Form[] = []

  beforeAll(async () => {
    const questionnaire = await loadFormQuestionnaire(name)
    const [one] = aFormSource(questionnaire).partners
    const partners = one === undefined ? [] : [one]
    forms.push(
      aForm(questionnaire),
      aForm(questionnaire, { run: 'quick' }),
      aForm(questionnaire, { partners }),
      aForm(questionnaire, { partners: [], partnership: { id: '9-lives', name: '=9 {lives}' } }),
    )
  })

  it.each(Object.entries(rules))('keeps the rule that %s', (_, find) => {
    expect(forms.map(find)).toEqual(forms.map(() => []))
  })
})

type SheetName = 'survey' | 'choices' | 'settings'
type Spoil = readonly [sheet: SheetName, column: string, row: number, text: string]

/** By rule, what breaks it: another text in one cell. The header is row 0. */
const spoils: Readonly<Record<keyof typeof rules, Spoil>> = {
  'there are three sheets, with these columns alone': ['survey', 'hint', 0, 'Hint'],
  'no two columns of a sheet have one name': ['survey', 'hint', 0, 'label'],
  'a cell has at most 32,767 characters': ['survey', 'label', 4, 'x'.repeat(32_768)],
  'a row has a type that the tools know': ['survey', 'type', 4, 'number'],
  'a name begins with a letter or low line': ['survey', 'name', 4, '2_notice'],
  'a name has at most 64 characters': ['survey', 'name', 4, 'x'.repeat(65)],
  'no two rows have one name, whatever its capitals': ['survey', 'name', 4, 'CODE'],
  'no name is one that servers keep': ['survey', 'name', 4, '_id'],
  'groups are closed in order, and none is empty': ['survey', 'type', 3, 'note'],
  'what people see has a label': ['choices', 'label', 1, ''],
  'no label, hint or message begins a reference': ['survey', 'hint', 9, `$${'{code}'}`],
  'a condition speaks of earlier rows alone': ['survey', 'relevant', 4, `$${"{code} = ''"}`],
  'a condition is written with what the tools know': ['survey', 'relevant', 4, 'code > 1'],
  'brackets of a condition match': ['survey', 'relevant', 4, 'not(true()'],
  'what is required is yes, and no group is': ['survey', 'required', 3, 'yes'],
  'an appearance is one that the tools know': ['survey', 'appearance', 4, 'multi'],
  'a list that is asked has choices, and each choice is asked': [
    'choices',
    'list_name',
    1,
    'other',
  ],
  'a list has a name like a row': ['choices', 'list_name', 1, 'a list'],
  'a choice has a name without spaces': ['choices', 'name', 1, 'a choice'],
  'no two choices of a list have one name': ['choices', 'name', 1, 'Contoso'],
  'the id of the form is a short name': ['settings', 'form_id', 1, '9 lives'],
  'there is one line of settings, with a version': ['settings', 'version', 1, ''],
}

describe('a rule', () => {
  it.each(Object.entries(spoils))('finds that it is broken: %s', async (rule, spoil) => {
    const form = aForm(await loadFormQuestionnaire('partnership-health'))
    const [sheet, column, place, text] = spoil
    const sheets = form.sheets.map((each) => {
      const at = each.rows[0]?.indexOf(column)
      const rows = each.rows.map((row, index) =>
        index === place ? row.map((cell, other) => (other === at ? text : cell)) : row,
      )
      return each.name === sheet ? { ...each, rows } : each
    })
    expect(rules[rule]?.(form)).toEqual([])
    expect(rules[rule]?.({ ...form, sheets })).not.toEqual([])
  })

  it('is tried for each there is', () => {
    expect(Object.keys(spoils)).toEqual(Object.keys(rules))
  })
})

describe('an XLSForm', () => {
  it('keeps the rules that the documentation lists, and no others', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/xlsform.md'), 'utf8')
    const [, list = ''] = page.split('## The rules that the form keeps')
    const listed = list.split('\n').flatMap((line) => /^- ([^:]+)/.exec(line)?.[1] ?? [])
    const known = Object.keys(rules)
    expect(listed.map((text) => known.find((rule) => text.startsWith(rule)) ?? text)).toEqual(known)
  })

  it('asks everything that is no table', async () => {
    const asked = await Promise.all(
      formQuestionnaires.map(async (name) => {
        const questionnaire = await loadFormQuestionnaire(name)
        const form = aForm(questionnaire)
        const all = questionnaire.dimensions.flatMap(({ questions }) => questions)
        const tables = all.filter(({ form: { type } }) => type === 'table').map(({ id }) => id)
        expect(form.leftOut).toEqual(tables)
        expect(Object.keys(Object(form.map.columns).answers)).toEqual(
          all.map(({ id }) => id).filter((id) => !tables.includes(id)),
        )
        return form.unsaid.map(({ question }) => question)
      }),
    )
    expect(asked).toEqual([[], [], [], [], ['2-trust.size', '2-trust.text']])
  })

  it('always asks what it cannot say when to ask, and says it', async () => {
    const form = aForm(await loadFormQuestionnaire('every question'))
    const rows = survey(form).filter(({ name }) => name === 'q_2_trust_size')
    expect(rows).toEqual([
      {
        type: 'select_one yes_no_2',
        name: 'q_2_trust_size',
        label: 'N?',
        hint: 'Only when answers["trust.what"].size() > 1; otherwise leave it empty',
      },
    ])
  })

  it('has a choice for each state, by a name that no choice of the question has', async () => {
    const all = choices(aForm(await loadFormQuestionnaire('every question')))
    const namesOf = (list: string) =>
      all.filter(({ list_name }) => list_name === list).map(({ name, label }) => `${name} ${label}`)
    expect(namesOf('trust_own')).toEqual([
      'none-of-these Nothing',
      'dont-know Nobody knows',
      'x X',
      "unknown I don't know",
      'not-applicable Not applicable',
    ])
    expect(namesOf('trust_news').slice(0, 3)).toEqual(['1 1 Never', '2 2', '3 3 Within weeks'])
  })

  it('says of the server what is so, and nothing of private notes', async () => {
    const notes = survey(aForm(await loadFormQuestionnaire('partnership-health')))
      .filter(({ type }) => type === 'note')
      .map(({ label }) => label)
    expect(notes.at(-1)).toBe(
      'Whoever runs the server on which you fill in this form can read everything that you write in it.',
    )
    expect(notes.join()).not.toContain('private')
  })

  it('is another version when it asks another thing', async () => {
    const questionnaire = await loadFormQuestionnaire('partnership-health')
    const made = [await makeXlsForm(aFormSource(questionnaire), 'x')]
    made.push(await makeXlsForm(aFormSource(questionnaire), 'x'))
    made.push(await makeXlsForm(aFormSource(questionnaire, { run: 'quick' }), 'x'))
    const [one, again, other] = made.map(({ workbook }) => workbook)
    expect(again).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it('has text in every cell, with no formula and no day in the file', async () => {
    const rows = [['label'], ['=1+1'], ['a_x0041_b'], ['"<&>" \u{1F600}\nline']]
    const bytes = await writeFormWorkbook([{ name: 'survey', rows }])
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)])
    const all = Object.fromEntries(parts)
    expect(all['xl/sharedStrings.xml']).toContain(
      '<t>=1+1</t></si><si><t>a_x005F_x0041_b</t></si><si><t>"&lt;&amp;&gt;" \u{1F600}\nline</t>',
    )
    expect(all['xl/worksheets/sheet1.xml']).not.toContain('<f>')
    expect(parts.filter(([, part = '']) => /dcterms|20\d\d-\d\d-\d\d/.test(part))).toEqual([])
  })
})
