import { getFormType } from '../model/forms/forms.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { Run } from '../model/response.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { describeWhen } from '../model/when-text.ts'
import { say } from '../words/say-message.ts'
import { writeYaml } from './edit.ts'

export interface PaperForm {
  readonly questionnaire: Questionnaire
  readonly hash: string
  readonly partnership: string
  readonly partner: string
  readonly respondent: string
  readonly role: string | null
  readonly run: Run
}

/** A blank response to fill in with any editor: every question as a comment over an empty place for its answer. */
export function writePaperForm(form: PaperForm): string {
  const { questionnaire } = form
  const head = writeYaml({
    accordant: 'response/1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: form.hash },
    partnership: form.partnership,
    partner: form.partner,
    respondent:
      form.role === null ? { id: form.respondent } : { id: form.respondent, role: form.role },
    run: form.run,
  })
  const profile = questionnaire.profile.map((question) => formatQuestion(question))
  const sections = questionnaire.dimensions.map((dimension) => {
    const asked = dimension.questions.filter(({ core }) => form.run === 'full' || core)
    return `\n  # ===== ${makeVisibleLine(dimension.title)} =====\n${asked.map((question) => formatQuestion(question)).join('')}`
  })
  return (
    `${formatComment(`${questionnaire.title}. ${instructions}`, '')}\n${head}` +
    (profile.length === 0 ? '' : `\nprofile:\n${profile.join('')}`) +
    `\nanswers:\n${sections.join('')}` +
    `\n# Take the # away when you are done:\n# completed: 2026-01-31T12:00:00Z\n`
  )
}

const instructions =
  'Write each answer after its colon and leave open what you cannot answer. Instead of a value you may write {state: dont-know}, {state: skipped} or {state: not-applicable, reason: "…"}; with a note: {value: 3, note: "…"}.'

function formatQuestion(question: Question | ProfileQuestion): string {
  const lines = [
    formatComment(question.ask, '  '),
    ...(question.when === null
      ? []
      : [
          formatComment(
            `Only when ${describeWhen(question.when).replaceAll(/\s+/g, ' ').trim()}; else leave it open`,
            '  ',
          ),
        ]),
    ...getFormType(question.form)
      .listHints(question.form)
      .map((hint) => formatComment(say(hint), '  ')),
  ]
  return `\n${lines.join('')}  ${question.id}:\n`
}

/** Text as comment lines of up to 100 columns. */
function formatComment(text: string, indent: string): string {
  const width = 96 - indent.length
  const lines: string[] = []
  for (const word of makeVisibleLine(text)
    .trim()
    .split(/ (?! )/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `${indent}# ${line}\n`).join('')
}
