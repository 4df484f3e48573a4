import { describeCondition } from '../model/condition-phrase.ts'
import { getFormType } from '../model/forms/forms.ts'
import type { ProfileQuestion, Question, Questionnaire, When } from '../model/questionnaire.ts'
import type { Run } from '../model/response.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { Say } from '../words/message.ts'
import { writeYaml } from './edit.ts'

interface PaperForm {
  readonly questionnaire: Questionnaire
  readonly hash: string
  readonly partnership: string
  readonly partner: string
  readonly respondent: string
  readonly role: string | null
  readonly run: Run
}

/** A blank response to fill in with any editor: every question as a comment over an empty place for its answer. */
export function writePaperForm(form: PaperForm, say: Say): string {
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
  const profile = questionnaire.profile.map((question) => formatQuestion(question, say))
  const sections = questionnaire.dimensions.map((dimension) => {
    const asked = dimension.questions.filter(({ core }) => form.run === 'full' || core)
    return `\n  # ===== ${makeVisibleLine(dimension.title)} =====\n${asked.map((question) => formatQuestion(question, say)).join('')}`
  })
  return (
    `${formatComment(say({ say: 'paper-form-note', title: questionnaire.title }), '')}\n${head}` +
    (profile.length === 0 ? '' : `\nprofile:\n${profile.join('')}`) +
    `\nanswers:\n${sections.join('')}` +
    `\n${formatComment(say({ say: 'paper-form-completed' }), '')}# completed: 2026-01-31T12:00:00Z\n` +
    `\n${formatComment(say({ say: 'paper-form-excluded' }), '')}# excluded: ${say({ say: 'paper-form-excluded-example' })}\n`
  )
}

function formatQuestion({ id, ask, when, form }: Question | ProfileQuestion, say: Say): string {
  const hints = getFormType(form).listHints(form)
  const lines = [ask, ...(when === null ? [] : [formatCondition(when, say)]), ...hints.map(say)]
  return `\n${lines.map((line) => formatComment(line, '  ')).join('')}  ${id}:\n`
}

function formatCondition(when: When, say: Say): string {
  const condition = describeCondition(when)
  return say({ say: 'paper-form-condition', condition }).replaceAll(/\s+/g, ' ')
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
