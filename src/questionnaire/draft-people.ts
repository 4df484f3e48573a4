import { normaliseText } from '../model/forms/written-text.ts'
import { identifyPartner, type KnownPartners } from '../model/partners.ts'
import type { HeadFinder } from './draft-columns.ts'
import type { TableColumns } from './table-columns.ts'

interface PeopleContext {
  readonly columns: TableColumns
  readonly rows: readonly (readonly string[])[]
  readonly byWords: HeadFinder
  readonly used: ReadonlySet<number>
}

interface PeopleColumns {
  readonly partner: number | undefined
  readonly respondent: number | undefined
  readonly role: number | undefined
}

/** The columns of the partner, the respondent and the role, where the header has them. */
export function findPeopleColumns(context: PeopleContext, known: KnownPartners): PeopleColumns {
  const { byWords, used } = context
  const list = (words: readonly string[]) =>
    words.flatMap(byWords).filter((column) => !used.has(column))
  const partner =
    list(partnerHeads)[0] ?? chooseNamed(findPartnerWords(context), context, known) ?? undefined
  const respondent = chooseFilled(
    list(respondentHeads).filter((column) => column !== partner),
    context,
  )
  const role = list(roleHeads).find((column) => column !== partner)
  return { partner, respondent, role }
}

/** Headings with a word for the partner in them: "Which company do you work for?" */
function findPartnerWords({ columns, used }: PeopleContext): readonly number[] {
  return columns.heads.flatMap((heads, column) => {
    const isNamed = heads.some((head) => {
      const words = normaliseText(head)
      return words.length <= 120 && partnerWord.test(words) && !otherFact.test(words)
    })
    return isNamed && !used.has(column) ? [column] : []
  })
}

/** Of several, the one whose every cell names a partner that is known; without any that is certain, none. */
function chooseNamed(
  found: readonly number[],
  { rows }: PeopleContext,
  known: KnownPartners,
): number | null {
  if (found.length < 2) return found[0] ?? null
  const named = found.filter((column) => {
    const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '')
    return texts.length > 0 && texts.every((text) => 'id' in identifyPartner(text, known))
  })
  return named.length === 1 && known.partners.length > 0 ? (named[0] ?? null) : null
}

/** The first column that names everybody, and nobody twice; else the first that names everybody. */
function chooseFilled(found: readonly number[], { rows }: PeopleContext): number | undefined {
  const filled = found.filter((column) => rows.every((row) => (row[column] ?? '').trim() !== ''))
  const isDistinct = (column: number) =>
    new Set(rows.map((row) => (row[column] ?? '').trim())).size === rows.length
  return filled.find(isDistinct) ?? filled[0]
}

const partnerHeads = [
  ...['partner', 'company', 'organisation', 'organization', 'your organisation'],
  ...['your organization', 'your company', 'your partner', 'company name', 'organisation name'],
  ...['organization name', 'employer', 'firm', 'team', 'department', 'your team'],
]
const partnerWord = /\b(?:partner|company|organi[sz]ation|employer|firm)\b/
/** What else a survey asks of a company, and the columns of a quiz. */
const otherFact =
  /^(?:points|feedback) - |\b(?:how|when|why|size|many|much|long|address|country|city|web ?site|url|phone|e-?mail|number|year|sector|industry|type|kind|role|position|job)\b/
const respondentHeads = [
  ...['respondent', 'respondent id', 'respondentid', 'responseid', 'response id', 'response_id'],
  ...['submission id', 'submissionid', 'submission_id', 'record_id', 'record id'],
  ...['_uuid', 'meta-instanceid', 'meta/instanceid', 'instanceid', 'key', 'session', 'token'],
  ...['id', '_id', '#'],
]
const roleHeads = ['role', 'your role']
