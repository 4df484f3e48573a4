/** A row of a form's survey sheet. */
type Row = Readonly<Record<string, string>>

/** What a person fills in, by the names of the form. */
export type FilledIn = Readonly<Record<string, string>>

/** How servers write what people filled in. */
export interface ExportStyle {
  readonly delimiter: ',' | ';'
  /** The sign between a group and a name; null where names stand alone. */
  readonly groups: '/' | '-' | null
  /** A column of 1 and 0 for each of several choices, besides the one with all of them. */
  readonly split: boolean
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** As ODK Central exports, with and without names of groups, and KoboToolbox, with XML values and headers. */
export const exportStyles: Readonly<Record<string, ExportStyle>> = {
  central: {
    ...{ delimiter: ',', groups: '-', split: false },
    before: ['SubmissionDate'],
    after: [
      ...['meta-instanceID', 'KEY', 'SubmitterID', 'SubmitterName', 'AttachmentsPresent'],
      ...['AttachmentsExpected', 'Status', 'ReviewState', 'DeviceID', 'Edits', 'FormVersion'],
    ],
  },
  'central, split and without groups': {
    ...{ delimiter: ',', groups: null, split: true },
    before: ['SubmissionDate'],
    after: ['instanceID', 'KEY', 'SubmitterID', 'ReviewState', 'FormVersion'],
  },
  kobo: {
    ...{ delimiter: ';', groups: null, split: true },
    before: [],
    after: [
      ...['__version__', '_id', '_uuid', '_submission_time', '_validation_status', '_notes'],
      ...['_status', '_submitted_by', '_tags', '_index'],
    ],
  },
  'kobo, with groups': {
    ...{ delimiter: ';', groups: '/', split: true },
    before: [],
    after: ['meta/instanceID', 'meta/rootUuid', 'formhub/uuid', '_id', '_uuid', '_index'],
  },
}

/**
 * What a server hands out for what people filled in, by the sheets of the form alone. What is not asked at the end is blank, as the
 * clients of both servers clear it.
 */
export function exportSubmissions(
  survey: readonly Row[],
  choices: readonly Row[],
  filledIn: readonly FilledIn[],
  { delimiter, groups, split, before, after }: ExportStyle,
): string {
  const columns: { readonly head: string; readonly cell: (given: FilledIn) => string }[] = []
  let group = ''
  for (const { type = '', name = '' } of survey) {
    if (type === 'begin_group') group = name
    if (/_group$/.test(type)) {
      if (type === 'end_group') group = ''
      continue
    }
    const head = groups === null || group === '' ? name : `${group}${groups}${name}`
    columns.push({ head, cell: (given) => given[name] ?? '' })
    const list = /^select_multiple (\S+)$/.exec(type)?.[1]
    if (list === undefined || !split) continue
    for (const choice of choices) {
      if (choice.list_name !== list) continue
      const isIn = (given: FilledIn) => (given[name] ?? '').split(' ').includes(choice.name ?? '')
      const cell = (given: FilledIn) => ((given[name] ?? '') === '' ? '' : isIn(given) ? '1' : '0')
      columns.push({ head: `${head}/${choice.name}`, cell })
    }
  }
  const rows = filledIn.map((given, index) => {
    const kept = dropUnasked(survey, given)
    return [
      ...before.map(() => '2026-11-20T09:00:00Z'),
      ...columns.map(({ cell }) => cell(kept)),
      ...after.map((head) => `${head} ${index}`),
    ]
  })
  const lines = [[...before, ...columns.map(({ head }) => head), ...after], ...rows]
  return lines
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\n')
}

/** The rows speak of earlier ones alone, so one pass is enough. */
function dropUnasked(survey: readonly Row[], given: FilledIn): FilledIn {
  const kept: Record<string, string> = {}
  for (const { name = '', relevant } of survey) {
    if (given[name] !== undefined && (relevant === undefined || holds(relevant, kept)))
      kept[name] = given[name]
  }
  return kept
}

/** Judges a condition as XPath 1.0 does, for as much of it as our forms use. */
function holds(condition: string, given: FilledIn): boolean {
  const givenTo = (name: string) => given[name] ?? ''
  const toNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))
  let text = `(${condition})`
    .replaceAll(/(true|false)\(\)/g, '$1')
    .replaceAll(/selected\(\$\{(\w+)\}, '([^']*)'\)/g, (_, name, choice) =>
      String(givenTo(name).split(' ').includes(choice)),
    )
    .replaceAll(/\$\{(\w+)\} (!?=) '([^']*)'/g, (_, name, sign, other) =>
      String((givenTo(name) === other) === (sign === '=')),
    )
    .replaceAll(/\$\{(\w+)\} (=|[<>]=?) (-?[\d.]+)/g, (_, name, sign, other) =>
      String(compare(toNumber(givenTo(name)), sign, Number(other))),
    )
  for (let before = ''; before !== text; ) {
    before = text
    text = text
      .replaceAll(/(true|false) and (true|false)/g, (_, one, other) =>
        String(one === 'true' && other === 'true'),
      )
      .replaceAll(/(not)?\(((?:true|false)(?: or (?:true|false))*)\)/g, (_, not, parts: string) =>
        String(parts.includes('true') === (not === undefined)),
      )
  }
  if (text !== 'true' && text !== 'false') throw new Error(`cannot judge ${condition}: ${text}`)
  return text === 'true'
}

function compare(one: number, sign: string, other: number): boolean {
  if (sign === '=') return one === other
  if (sign.startsWith('<')) return one < other || (sign === '<=' && one === other)
  return one > other || (sign === '>=' && one === other)
}
