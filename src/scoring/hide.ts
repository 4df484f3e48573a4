import type { Questionnaire } from '../model/questionnaire.ts'
import type { PathToLevel, Reason, ShownResult } from '../model/result.ts'
import type { Person } from './answer-counts.ts'
import { type IndividualEntries, listIndividualEntries } from './entries.ts'
import { listMirrorPairs } from './mirrors.ts'
import type { Privacy } from './privacy.ts'

/** Those that may not be told become one that says so. */
export function hideReasons(
  reasons: readonly Reason[],
  isHidden: (reason: Reason) => boolean,
): Reason[] {
  const shown = reasons.filter((reason) => !isHidden(reason))
  if (shown.length === reasons.length) return shown
  const limits = shown.filter(({ code }) => code === 'limit')
  const others = shown.filter(({ code }) => code !== 'limit')
  return [...others, { code: 'hidden' }, ...limits]
}

/** How many steps a question takes tells what few people answered to it. */
export function hidePath(path: PathToLevel | null, { isWholeShown }: Privacy): PathToLevel | null {
  const isShown = path?.steps?.every(({ question }) => isWholeShown(question)) ?? true
  return path === null || isShown ? path : { to: path.to, effort: null }
}

/** A mean over questions one of which may not be shown could be taken apart. */
export function hideSubject(
  subject: ShownResult['subjects'][number],
  questionnaire: Questionnaire,
  { isWholeShown }: Privacy,
): ShownResult['subjects'][number] {
  const pairs = listMirrorPairs(questionnaire).flat()
  const shared = questionnaire.dimensions
    .flatMap(({ questions }) => questions)
    .filter(({ scored, about }) => scored && about === 'both')
  const arePairsShown = pairs.every(({ id }) => isWholeShown(id))
  return {
    ...subject,
    ...(arePairsShown ? {} : { own: null, others: null, pairs: 0 }),
    ...(shared.every(({ id }) => isWholeShown(id)) ? {} : { shared: null }),
  }
}

/** No text of a partner on a question that few of its people answered, and no profile of a small group. */
export function listShownEntries(
  questionnaire: Questionnaire,
  people: readonly Person[],
  { isShown, isSpreadShown }: Privacy,
): IndividualEntries {
  const { profiles, notes, notApplicable } = listIndividualEntries(questionnaire, people)
  const isText = ({ question, partner }: { question: string; partner: string }) =>
    isShown(question, partner)
  return {
    profiles: profiles.filter(({ question, partner }) => {
      const told = people.filter(
        ({ response }) => response.partner === partner && response.profile.has(question),
      )
      return isSpreadShown(partner, told.length)
    }),
    notes: notes.filter(isText),
    notApplicable: notApplicable.filter(isText),
  }
}
