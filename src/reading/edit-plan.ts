import { type Document, isCollection, isScalar, isSeq } from 'yaml'
import { editYaml, writeYaml } from './edit.ts'
import { moveUnderExamples } from './move-under-examples.ts'

/** A change of a plan: something to stand at a path, to come to the end of a list, or to go. */
export type PlanEdit =
  | { readonly do: 'set' | 'add'; readonly path: PlanPath; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: PlanPath }

type PlanPath = readonly (string | number)[]

/**
 * The text of a plan after these changes, made in order. `plan` is what it then says: JSON is written anew, for it holds no
 * comments; in YAML everything else stays as it was written.
 */
export function editPlan(text: string, edits: readonly PlanEdit[], plan: unknown): string {
  if (edits.length === 0) return text
  if (/^\s*\{/.test(text)) return `${JSON.stringify(plan, null, 2)}\n`
  const edited = editYaml(text, (document) => {
    for (const edit of edits) applyEdit(document, edit)
  })
  const told = /^x-filled:/m.test(text) ? edited : addFilledNote(edited)
  const touched = new Set(edits.map(({ path: [section] }) => String(section)))
  const added = [...touched].filter((section) => !text.includes(`\n${section}:`))
  return moveUnderExamples(told, added)
}

/** The text of a new plan. */
export function writeNewPlan(plan: unknown): string {
  return addFilledNote(writeYaml(plan, { head: planNote }))
}

function addFilledNote(text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  return text.replace(/^(?=x-filled:)/m, `${filledNote}${end}`)
}

const planNote = `Filled in by "accordant assess" out of your answers. Edit it as you like: what you change by hand stays,
also when you answer again. "accordant check" tells what to write next.`

const filledNote =
  '# What your answers last filled in. Leave this part as it is: what differs from it above was changed by hand.'

function applyEdit(document: Document, edit: PlanEdit): void {
  const { path } = edit
  if (edit.do === 'remove') document.deleteIn(path)
  else if (edit.do === 'set') setValueAt(document, path, edit.value)
  else {
    const list = document.getIn(path, true)
    if (isSeq(list)) list.add(document.createNode(edit.value))
  }
}

/** As `setIn`, also where an empty value stands on the way. */
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
