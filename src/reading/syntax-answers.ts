import { toFlowText } from '../model/value.ts'
import { findExplainedState, toLongState } from '../model/written-state.ts'
import type { Message } from '../words/message.ts'
import type { SourceLine } from './syntax-context.ts'

/** The id of a question, or of a profile question, as it stands on a line of a response. */
const keyOfAnswer = /^ *([\p{L}\p{N}_.-]+):[ \t]*/u

/** Is it a response, where a value is somebody's answer to a question? */
export function isResponseText(text: string): boolean {
  return /^["']?accordant["']?[ \t]*:[ \t]*["']?response\//m.test(text)
}

/** What to write in place of a line whose answer YAML cannot read; null where that is not certain. */
export function findAnswerLineFix(text: string, line: string): Message | null {
  const [head = '', key] = keyOfAnswer.exec(line) ?? []
  if (key === undefined || !isResponseText(text)) return null
  const answer = readLooseAnswer(line.slice(head.length).trim())
  return answer === null ? null : writeLineInstead(`${key}: ${answer}`)
}

/** A note below an answer that stands on the line of its question: the line for both. */
export function findNoteLine(owner: SourceLine, line: string): string | null {
  const [, key, value] = /^ *([\p{L}\p{N}_.-]+):[ \t]+([^\s#]+)[ \t]*$/u.exec(owner.text) ?? []
  const [, inner, rest = ''] = /^ *(note|reason|state|value):[ \t]*(.*)$/.exec(line) ?? []
  if (key === undefined || value === undefined || inner === undefined) return null
  return `${key}: {value: ${value}, ${inner}: ${toFlowText(rest.trim() || '…')}}`
}

export function writeLineInstead(line: string): Message {
  return { say: 'write-instead', text: { say: 'value-quoted', text: line } }
}

/** A question mark stands for a question that nobody can answer, a dash for one that is left out. */
function readLooseAnswer(written: string): string | null {
  if (written === '?') return '{state: dont-know}'
  if (written === '-') return '{state: skipped}'
  const [, long] = /^\(?((?:state|value|reason|note): [^{}]+?)\)?$/.exec(written) ?? []
  if (long !== undefined) return `{${long}}`
  const said = findExplainedState(written)
  if (said !== null) return toFlowText(toLongState(said))
  const [, value, rest = ''] = /^(?:- +)?(\d+)(?![\p{L}\p{N}])(.*)$/u.exec(written) ?? []
  if (value === undefined) return null
  return rest === '' || rest.startsWith(':') ? value : `{value: ${value}, note: "…"}`
}
