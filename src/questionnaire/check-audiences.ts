import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { Audiences, ProfileQuestion } from '../model/questionnaire.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import { toHundredScale } from './check-levels.ts'
import { createSourcedFinding, ownFile, type SourcedFinding } from './sourced-finding.ts'

/** The choices of one profile question make the groups; each choice is in one group at most. */
export function checkAudiences(
  { audiences, shown }: Pick<QuestionnaireFile, 'audiences' | 'shown'>,
  profile: readonly ProfileQuestion[],
): readonly SourcedFinding[] {
  if (audiences === undefined) return []
  const findings: SourcedFinding[] = []
  const find = (path: readonly (string | number)[], message: Message, id?: string) =>
    findings.push(
      createSourcedFinding(
        ownFile,
        ['audiences', ...path],
        message,
        id === undefined ? {} : { id },
      ),
    )
  const choices = profile.filter(({ form }) => form.type === 'choice').map(({ id }) => id)
  const form = profile.find(({ id }) => id === audiences.question)?.form
  if (form?.type !== 'choice') {
    const hint = suggestWordEarly(0, audiences.question, choices)
    const message = { say: 'audience-question', id: audiences.question, hint } as const
    find(['question'], message, 'reference.unknown')
    return findings
  }
  const known = form.choices.map(({ id }) => id)
  const seen = new Set<string>()
  const lowest = shown?.from ?? 0
  const highest = shown?.to ?? 100
  for (const [index, group] of audiences.groups.entries()) {
    for (const [at, answer] of group.answers.entries()) {
      const path = ['groups', index, 'answers', at]
      if (!known.includes(answer)) {
        const hint = suggestWordEarly(findings.length, answer, known)
        find(path, { say: 'choice-unknown', word: answer, hint }, 'reference.unknown')
      } else if (seen.has(answer)) find(path, { say: 'audience-choice-taken', choice: answer })
      seen.add(answer)
    }
    const { least, under } = group
    if ((least === undefined) !== (under === undefined)) {
      find(['groups', index], { say: 'audience-half-test' })
    } else if (least !== undefined && (least < lowest || least > highest)) {
      const message = {
        say: 'score-out-of-range',
        score: least,
        from: lowest,
        to: highest,
      } as const
      find(['groups', index, 'least'], message)
    }
  }
  return findings
}

/** With what tests a group on 0..100, whatever range it is written on. */
export function resolveAudiences(
  { question, groups }: NonNullable<QuestionnaireFile['audiences']>,
  shown: QuestionnaireFile['shown'],
): Audiences {
  return {
    question,
    groups: groups.map(({ least, under, ...group }) => ({
      ...group,
      tested:
        least === undefined || under === undefined
          ? null
          : { least: toHundredScale(least, shown), under },
    })),
  }
}
