import { type Document, isCollection, isScalar, isSeq } from 'yaml'
import type { Say } from '../words/message.ts'
import { editYaml, writeYaml } from './edit.ts'
import { readYaml } from './yaml.ts'

/** A change of a plan: set a value at a path, add it at the end of a list, or remove it. */
type PlanEdit =
  | { readonly do: 'set' | 'add'; readonly path: PlanPath; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: PlanPath }

type PlanPath = readonly (string | number)[]

/** The text of a plan after these changes. `plan` is its value then: JSON, which has no comments, is written again. */
export function editPlan(
  text: string,
  edits: readonly PlanEdit[],
  plan: unknown,
  say: Say,
): string {
  if (edits.length === 0) return text
  if (/^\s*\{/.test(text)) return `${JSON.stringify(plan, null, 2)}\n`
  const edited = editYaml(text, (document) => {
    for (const edit of edits) applyEdit(document, edit)
  })
  const noted = /^x-filled:/m.test(text) ? edited : addFilledNote(edited, say)
  const touched = new Set(edits.map(({ path: [section] }) => String(section)))
  const added = [...touched].filter((section) => !text.includes(`\n${section}:`))
  return moveUnderExamples(noted, added)
}

/** The text of a new plan. */
export function writeNewPlan(plan: unknown, say: Say): string {
  return addFilledNote(writeYaml(plan, { head: say({ say: 'plan-note' }) }), say)
}

function addFilledNote(text: string, say: Say): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  return text.replace(/^(?=x-filled:)/m, `# ${say({ say: 'plan-filled-note' })}${end}`)
}

function applyEdit(document: Document, edit: PlanEdit): void {
  const { path } = edit
  if (edit.do === 'remove') document.deleteIn(path)
  else if (edit.do === 'set') setValueAt(document, path, edit.value)
  else {
    const list = document.getIn(path, true)
    if (isSeq(list)) list.add(document.createNode(edit.value))
  }
}

/** As `setIn`, also where an empty value is on the way. */
function setValueAt(document: Document, path: PlanPath, value: unknown): void {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if (!isCollection(parent)) continue
    const inside = path
      .slice(depth + 1)
      .reduceRight<unknown>((inner, key) => ({ [String(key)]: inner }), value)
    if (parent.items.length === 0) parent.flow = false
    const key = path[depth]
    const there = parent.get(key, true)
    const node = document.createNode(inside)
    if (isScalar(there) && isScalar(node) && there.comment !== undefined)
      node.comment = there.comment ?? ''
    parent.set(key, node)
    return
  }
}

/** Moves added sections below the comment that has them as an example (`# purpose:`), if the text still reads the same. */
function moveUnderExamples(text: string, sections: readonly string[]): string {
  const moved = sections.reduce(moveUnderExample, text)
  return moved === text || readSortedValue(moved) !== readSortedValue(text) ? text : moved
}

function moveUnderExample(text: string, section: string): string {
  const lines = text.split('\n')
  const example = lines.findIndex((line) => line.trimEnd() === `# ${section}:`)
  const from = lines.findIndex((line) => line.startsWith(`${section}:`))
  if (example === -1 || from < example) return text
  const to = findEnd(lines, from + 1, (line) => /^[ \r]/.test(line) || line === '')
  const below = findEnd(lines, example, (line) => line.startsWith('#'))
  return [
    ...lines.slice(0, below),
    ...lines.slice(from, to),
    ...lines.slice(below, from),
    ...lines.slice(to),
  ].join('\n')
}

function findEnd(
  lines: readonly string[],
  from: number,
  within: (line: string) => boolean,
): number {
  const end = lines.findIndex((line, index) => index >= from && !within(line))
  return end === -1 ? lines.length : end
}

/** With its keys in order, for a text to be compared. */
function readSortedValue(text: string): string {
  const { value, readable } = readYaml(new TextEncoder().encode(text), '')
  if (!readable) return ''
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
