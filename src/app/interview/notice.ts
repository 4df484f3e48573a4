import { applyWords, findCommonUnit } from '../../model/apply-words.ts'
import type { Notice, NoticePart } from '../../model/notice.ts'
import { hasScore, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import type { InterviewText } from '../../words/message.ts'
import type { Partnership } from '../load/partnership.ts'
import { hasEntries, type RespondentSeat, type SittingDay } from './seats.ts'

/** What decides what people are told before the first question. */
export interface NoticeFacts {
  /** In the words of those who answer. */
  readonly questionnaire: Questionnaire
  /** Of those at the table. */
  readonly responses: readonly Response[]
  /** The names of their partners. */
  readonly partners: readonly string[]
  /** How many questions are asked of the first of them now, without those about themselves. */
  readonly asked: number
  /** What is done now of a questionnaire that is done in days. */
  readonly day: SittingDay | null
  /** The partnership's name; null in a preview. */
  readonly partnership: string | null
  /** Where the answers are saved; none in a preview. */
  readonly files: readonly string[]
  /** Of the settings. */
  readonly minGroup: number
  readonly blind: boolean
  /** One side alone is asked, and has no partner. */
  readonly isOneSided?: boolean
  /** Somebody goes on with answers that are there already. */
  readonly goesOn?: boolean
}

/** What the people in these seats are told, under the settings in force. */
export function buildInterviewNotice(
  seats: readonly RespondentSeat[],
  { plan, config, partners: listed }: Partnership,
  blind: boolean,
): Notice {
  const [first] = seats
  if (first === undefined) throw new Error('nobody is at the table')
  const { loaded, response } = first.opened
  const responses = seats.map(({ opened }) => opened.response)
  const active = first.active(response)
  return buildNotice({
    questionnaire: applyWords(loaded.questionnaire, findCommonUnit(responses)),
    responses,
    partners: seats.map(({ name }) => name),
    asked: listQuestions(loaded.questionnaire).filter(({ id }) => active.has(id)).length,
    day: first.day,
    partnership: plan?.name ?? response.partnership,
    files: seats.map(({ opened }) => opened.path),
    minGroup: config?.minGroup ?? 1,
    blind,
    isOneSided: loaded.questionnaire.leastPartners === 1 && listed.length === 0,
    goesOn: first.opened.text !== null && hasEntries(response),
  })
}

/**
 * What those at the table are told. It promises the largest `minGroup` of the settings and of what any of them was promised
 * before, since a report keeps the largest. Those who were all promised the same before are told in short.
 */
export function buildNotice(facts: NoticeFacts): Notice {
  const promised = facts.responses.map(({ told }) => told?.minGroup ?? null)
  const minGroup = Math.max(facts.minGroup, ...promised.map((own) => own ?? 1))
  const again = promised.every((own) => own === minGroup)
  const who = again ? describeReportInShort(facts, minGroup) : describeReport(facts, minGroup)
  return {
    minGroup,
    parts: [
      ...(again ? [] : describePurpose(facts)),
      ...describeSitting(facts, again),
      createPart([{ say: 'notice-who', again }], who),
    ],
  }
}

function createPart(
  sentences: readonly InterviewText[],
  items: readonly InterviewText[] = [],
): NoticePart {
  return { sentences, items }
}

function describePurpose(facts: NoticeFacts): readonly NoticePart[] {
  const { questionnaire, partnership, isOneSided = false } = facts
  const title = makeVisibleLine(questionnaire.title)
  const { why } = questionnaire
  return [
    createPart([
      partnership === null
        ? { say: 'notice-preview', title }
        : { say: 'notice-purpose', title, partnership: makeVisibleLine(partnership), isOneSided },
      describeLength(facts),
    ]),
    ...(why === null ? [] : [createPart([{ say: 'as-written', text: makeVisibleLine(why) }])]),
  ]
}

/** In minutes, where the questionnaire says how many; else in questions, whose number a condition can change. */
function describeLength({ questionnaire, responses, asked }: NoticeFacts): InterviewText {
  const quick = responses.every(({ run }) => run === 'quick')
  const minutes = quick ? questionnaire.minutes.quick : questionnaire.minutes.full
  if (minutes !== null) return { say: 'notice-minutes', minutes, quick }
  const all = [...questionnaire.profile, ...listQuestions(questionnaire)]
  const isExact = all.every(({ when }) => when === null)
  return { say: 'notice-questions', questions: asked, isExact }
}

function describeSitting(facts: NoticeFacts, again: boolean): readonly NoticePart[] {
  const { day, files, partners, blind } = facts
  const names = partners.map(makeVisibleLine)
  return [
    ...(day === null
      ? []
      : [createPart([{ say: 'notice-day', ...day, title: makeVisibleLine(day.title) }])]),
    ...(files.length === 0
      ? []
      : [
          createPart([
            ...describeRespondent(facts, again),
            {
              say: 'notice-saved',
              files: files.map(makeVisibleLine),
              again: again && facts.goesOn !== true,
            },
          ]),
        ]),
    ...(names.length < 2 ? [] : [createPart([{ say: 'notice-table', partners: names, blind }])]),
  ]
}

/** Whose answers these are, so that nobody goes on with those of somebody else; at a table the partners are named anyway. */
function describeRespondent(
  { responses, partners, goesOn = false, isOneSided = false, ...facts }: NoticeFacts,
  again: boolean,
): readonly InterviewText[] {
  const [response, other] = responses
  const [partner] = partners
  if (response === undefined || other !== undefined || partner === undefined) return []
  return [
    {
      say: 'notice-respondent',
      respondent: response.respondent.id,
      partner: makeVisibleLine(partner),
      partnership: isOneSided ? null : makeVisibleLine(facts.partnership ?? response.partnership),
      goesOn,
      again,
    },
  ]
}

function describeReport(
  { questionnaire, files, isOneSided = false }: NoticeFacts,
  minGroup: number,
): readonly InterviewText[] {
  const fills = minGroup === 1 && listQuestions(questionnaire).some((own) => own.fills !== null)
  const scored = hasScore(questionnaire)
  return [
    ...(minGroup === 1 ? [] : [{ say: 'notice-hidden', minGroup } as const]),
    ...(scored ? [describeFigures(minGroup, isOneSided)] : []),
    { say: 'notice-words', isFirst: minGroup === 1 && !scored, isOneSided },
    ...describeRecognisable(minGroup, isOneSided),
    ...(fills ? [{ say: 'notice-plan', isOneSided } as const] : []),
    { say: 'notice-private' },
    ...(files.length === 0 ? [] : [{ say: 'notice-files', files: files.length } as const]),
  ]
}

/** Counts by partner are shown of groups of twice the least. */
function describeFigures(minGroup: number, isOneSided: boolean): InterviewText {
  return minGroup === 1
    ? { say: 'notice-figures', isOneSided }
    : { say: 'notice-later-figures', counted: 2 * minGroup }
}

function describeReportInShort(
  { questionnaire, isOneSided = false }: NoticeFacts,
  minGroup: number,
): readonly InterviewText[] {
  if (minGroup > 1) return [{ say: 'notice-hidden', minGroup }]
  const scored = hasScore(questionnaire)
  return [
    scored
      ? { say: 'notice-figures-words', isOneSided }
      : { say: 'notice-words', isFirst: true, isOneSided },
    ...describeRecognisable(minGroup, isOneSided),
  ]
}

/** The figures of one or two people are theirs; where no smaller group than three is shown, there are none of those. */
function describeRecognisable(minGroup: number, isOneSided: boolean): readonly InterviewText[] {
  return minGroup < 3 ? [{ say: 'notice-recognisable', isTwo: minGroup === 2, isOneSided }] : []
}
