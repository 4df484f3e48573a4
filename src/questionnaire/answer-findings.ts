import { suggestWord } from '../model/did-you-mean.ts'
import { createFinding, createUnknownReference, type Finding, type Path } from '../model/finding.ts'
import type { ValueFit } from '../model/forms/form-type.ts'
import type { Form } from '../model/forms/forms.ts'
import type { RawAnswer } from '../model/response-file.ts'
import { isMap } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import { findAnswerFix, writeLine } from './written-answer.ts'

/** What is said of answers that do not fit; a path leads to a section, an id in it, and so on into the answer. */

export function createMisfitFinding(
  form: Form,
  raw: unknown,
  { misfit, path: inside }: Extract<ValueFit, { misfit: unknown }>,
  path: Path,
): Finding {
  const inProfile = path[0] === 'profile'
  const isShort = path.length === 2
  const place = { key: isShort ? getId(path) : 'value', takesNote: isShort && !inProfile }
  const fix = findAnswerFix(form, raw, place) ?? findOpenFix(misfit, raw, inProfile)
  return createFinding('schema.value', [...path, ...inside], misfit, { fix })
}

/** Text that is no answer may stand for none. */
function findOpenFix(misfit: Message, raw: unknown, inProfile: boolean): Message | null {
  const hint = misfit.say === 'choice-unknown' ? misfit.hint : ''
  const isMisspelt = typeof hint !== 'string' && hint.say === 'did-you-mean'
  if (typeof raw !== 'string' || isMisspelt) return null
  if (/\d/.test(raw)) return { say: 'write-one-value' }
  return { say: inProfile ? 'profile-without-value-fix' : 'answer-without-value-fix' }
}

/** Not applicable, and nobody says why. */
export function createReasonFinding(path: Path): Finding {
  const fix = writeLine(getId(path), { state: 'not-applicable', reason: '…' })
  return createFinding('schema.missing', path, { say: 'answer-without-reason' }, { fix })
}

/** `isAnswer` where the id is one of a question that stands under `answers`. */
export function createUnknownProfileFinding(
  path: Path,
  known: readonly string[],
  isAnswer: boolean,
): Finding {
  const fix: Message | null = isAnswer ? { say: 'key-belongs-under', parents: ['answers'] } : null
  return createUnknownIdFinding(path, known, fix)
}

/** `raw` is what stands around it; `inProfile` where the id is one of the profile. */
export function createUnknownAnswerFinding(
  path: Path,
  known: readonly string[],
  around: { readonly raw: Readonly<Record<string, RawAnswer>>; readonly inProfile: boolean },
): Finding {
  const fix: Message | null = around.inProfile
    ? { say: 'key-belongs-under', parents: ['profile'] }
    : findStrayFix(around.raw, getId(path))
  return createUnknownIdFinding(path, known, fix)
}

/** Where it is known what to write, nothing else is suggested. */
function createUnknownIdFinding(
  path: Path,
  known: readonly string[],
  fix: Message | null,
): Finding {
  const id = getId(path)
  const hint: Message = fix === null ? suggestWord(id, known) : { say: 'no-suggestion' }
  const inProfile = path[0] === 'profile'
  const message = { say: 'answered-question-unknown', id, inProfile, hint } as const
  return { ...createUnknownReference(path, message, fix), at: 'key' }
}

/** `value: 4` or `note: …` beside the question that it belongs to, which is the one above. */
function findStrayFix(raw: Readonly<Record<string, RawAnswer>>, key: string): Message | null {
  const above = Object.keys(raw)[Object.keys(raw).indexOf(key) - 1]
  if (!['value', 'state', 'reason', 'note'].includes(key) || above === undefined) return null
  const { [above]: own = null, [key]: stray } = raw
  if (isMap(own)) return null
  return writeLine(above, own === null ? { [key]: stray } : { value: own, [key]: stray })
}

export function createDoubleAnswerFinding(former: string, id: string, path: Path): Finding {
  const message = { say: 'answer-under-former-id', former, id } as const
  return { ...createFinding('schema.value', path, message), at: 'key' }
}

function getId([, id = '']: Path): string {
  return String(id)
}
