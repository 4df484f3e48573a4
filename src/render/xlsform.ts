import { describeCondition } from '../model/condition-phrase.ts'
import type { Notice } from '../model/notice.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { Run } from '../model/response.ts'
import type { SimpleCondition } from '../model/simple-condition.ts'
import type { ConditionPhrase, InterviewText } from '../words/message.ts'
import { sayInterview } from '../words/say-interview.ts'
import { say } from '../words/say-message.ts'
import { sayXlsForm } from '../words/say-xlsform.ts'
import { type AskedQuestion, writeRelevant } from './xlsform/conditions.ts'
import { createFormNamer, type FormNamer, serverColumns } from './xlsform/names.ts'
import { createListKeeper, type ListKeeper, writeFormQuestion } from './xlsform/question.ts'
import { buildFormSheets, type FormSheet, type SurveyRow, toFormText } from './xlsform/sheets.ts'

/** What a form for KoboToolbox, ODK and other servers is made of. */
export interface XlsFormSource {
  /** In the words of those who answer. */
  readonly questionnaire: Questionnaire
  /** Of the questionnaire: null for a condition that the form cannot say. */
  readonly conditions: ReadonlyMap<string, SimpleCondition | null>
  /** How a map beside the form names the questionnaire. */
  readonly named: string
  readonly partnership: { readonly id: string; readonly name: string }
  /** Those to choose from: for one it is settled, for none it is asked in words. */
  readonly partners: readonly { readonly id: string; readonly name: string }[]
  readonly run: Run
  readonly notice: Notice
}

interface XlsForm {
  readonly sheets: readonly FormSheet[]
  /** How `import` reads what a server exports: a file of the kind `map/1`. */
  readonly map: Readonly<Record<string, unknown>>
  /** Questions that are always asked, since the form cannot say when; a hint says it. */
  readonly unsaid: readonly { readonly question: string; readonly condition: ConditionPhrase }[]
  /** Tables, which are not asked. */
  readonly leftOut: readonly string[]
}

/** The form, and the map for what comes back. */
export function buildXlsForm(source: XlsFormSource, hash: (text: string) => string): XlsForm {
  const { questionnaire, partnership, partners, run, notice } = source
  const pen: Pen = {
    ...source,
    namer: createFormNamer(),
    lists: createListKeeper(),
    asked: new Map(),
    groups: ['meta', 'formhub'],
    ignore: [...serverColumns],
    unsaid: [],
    leftOut: [],
  }
  const notes = writeNotice(pen)
  const you = writePerson(pen)
  const profile = writeQuestions(pen, questionnaire.profile)
  const about = writeGroup(pen, 'about-you', sayXlsForm({ say: 'about-you' }), [
    ...you.rows,
    ...profile.rows,
  ])
  const answers: Record<string, unknown> = {}
  const dimensions = questionnaire.dimensions.flatMap(({ id, title, questions }) => {
    const asked = writeQuestions(
      pen,
      questions.filter(({ core }) => run === 'full' || core),
    )
    Object.assign(answers, asked.mapped)
    return writeGroup(pen, id, title, asked.rows)
  })
  const survey = [
    { type: 'start', name: 'start' },
    { type: 'end', name: 'end' },
    ...notes,
    ...about,
    ...dimensions,
  ]
  const choices = pen.lists.rows()
  const [only, ...others] = partners
  const settled = others.length === 0 ? (only ?? null) : null
  const words = [questionnaire.id, partnership.id, ...(settled === null ? [] : [settled.id])]
  const settings = {
    form_title: toFormText(`${questionnaire.title}: ${settled?.name ?? partnership.name}`),
    form_id: words
      .join('_')
      .replaceAll(/[^a-z0-9_-]/g, '')
      .replace(/^(?![a-z])/, 'f')
      .slice(0, 64),
    version: `${questionnaire.version}-${hash(JSON.stringify([survey, choices])).slice(-8)}`,
    style: 'pages',
  }
  const map = {
    accordant: 'map/1',
    questionnaire: source.named,
    partnership: partnership.id,
    ...(run === 'full' ? {} : { run }),
    told: { minGroup: notice.minGroup },
    groups: pen.groups,
    columns: { ...you.columns, profile: profile.mapped, answers },
    ...(settled === null ? {} : { constants: { partner: settled.id } }),
    ignore: pen.ignore,
  }
  const { unsaid, leftOut } = pen
  return { sheets: buildFormSheets(survey, choices, settings), map, unsaid, leftOut }
}

interface Pen extends XlsFormSource {
  readonly namer: FormNamer
  readonly lists: {
    readonly keep: ListKeeper
    readonly rows: ReturnType<typeof createListKeeper>['rows']
  }
  /** What the form asks, by id. */
  readonly asked: Map<string, AskedQuestion>
  readonly groups: string[]
  readonly ignore: string[]
  readonly unsaid: XlsForm['unsaid'][number][]
  readonly leftOut: string[]
}

/** A page of the form, by a name of its own. Nothing where it would be empty. */
function writeGroup(
  pen: Pick<Pen, 'namer' | 'groups'>,
  wanted: string,
  title: string,
  rows: readonly SurveyRow[],
): readonly SurveyRow[] {
  if (rows.length === 0) return []
  const name = pen.namer(wanted)
  pen.groups.push(name)
  const label = toFormText(title)
  return [
    { type: 'begin_group', name, label, appearance: 'field-list' },
    ...rows,
    { type: 'end_group', name },
  ]
}

/** What is not so on a server is left out: it has no private notes, and no file of one's own. */
const unfit: ReadonlySet<string> = new Set(['notice-private', 'notice-files', 'notice-saved'])

function writeNotice(pen: Pen): readonly SurveyRow[] {
  const sayFit = (texts: readonly InterviewText[]) =>
    texts.filter((text) => !unfit.has(text.say)).map(sayInterview)
  const parts = pen.notice.parts.map(({ sentences, items }) =>
    [sayFit(sentences).join(' '), ...sayFit(items).map((item) => `• ${item}`)].join('\n'),
  )
  const rows = [...parts, sayXlsForm({ say: 'server' })]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'note', name: pen.namer('notice'), label: toFormText(text) }))
  pen.ignore.push(...rows.map(({ name }) => name))
  return writeGroup(pen, 'before-you-start', sayInterview({ say: 'notice-title' }), rows)
}

function writePerson({ namer, lists, partners }: Pen): {
  readonly rows: readonly SurveyRow[]
  readonly columns: Readonly<Record<string, string>>
} {
  const [partner, respondent, role] = [namer('partner'), namer('code'), namer('role')]
  const list = partners.map(({ id, name }) => ({ name: id, label: toFormText(name) }))
  const choice = () => ({
    type: `select_one ${lists.keep(partner, list)}`,
    label: sayXlsForm({ say: 'partner' }),
  })
  const line: SurveyRow = {
    type: 'text',
    label: sayXlsForm({ say: 'partner-id' }),
    constraint: shortId('a-z0-9'),
    constraint_message: sayXlsForm({ say: 'partner-wrong' }),
  }
  const asked = { ...(list.length > 1 ? choice() : line), name: partner, required: 'yes' }
  return {
    rows: [
      ...(list.length === 1 ? [] : [asked]),
      {
        type: 'text',
        name: respondent,
        label: sayXlsForm({ say: 'code' }),
        hint: sayXlsForm({ say: 'code-hint' }),
        required: 'yes',
        constraint: shortId('A-Za-z0-9'),
        constraint_message: sayXlsForm({ say: 'code-wrong' }),
      },
      { type: 'text', name: role, label: sayXlsForm({ say: 'role' }) },
    ],
    columns: { ...(list.length === 1 ? {} : { partner }), respondent, role },
  }
}

/** Words of these signs, with single hyphens between them. */
function shortId(signs: string): string {
  return [`regex(.,'^[${signs}]+(-[${signs}]+)*$')`, 'string-length(.)<=60'].join(' and ')
}

function writeQuestions(
  pen: Pen,
  questions: readonly (Question | ProfileQuestion)[],
): { readonly rows: readonly SurveyRow[]; readonly mapped: Readonly<Record<string, unknown>> } {
  const mapped: Record<string, unknown> = {}
  const rows = questions.flatMap((question) => {
    const { id, form } = question
    if (form.type === 'table') {
      pen.leftOut.push(id)
      return []
    }
    const written = writeFormQuestion(question, frame(pen, question), pen.namer, pen.lists.keep)
    pen.asked.set(id, written.asked)
    pen.ignore.push(...written.extraColumns)
    mapped[id] = written.mapping
    return written.rows
  })
  return { rows, mapped }
}

/** When a question is asked, and what helps to answer it. */
function frame(pen: Pen, { id, why, when }: Question | ProfileQuestion) {
  // What a questionnaire says of its question for the unit is that the words change with the answer; here they do not.
  const isUnit = id === 'unit' && Object.keys(pen.questionnaire.words).length > 0
  const hints = why === null || isUnit ? [] : [why]
  if (when === null) return { relevant: null, hints }
  const simple = pen.conditions.get(id) ?? null
  if (simple !== null) {
    return { relevant: writeRelevant(simple, (known) => pen.asked.get(known)), hints }
  }
  const condition = describeCondition(when)
  pen.unsaid.push({ question: id, condition })
  return {
    relevant: null,
    hints: [...hints, say({ say: 'paper-form-condition', condition })],
  }
}
