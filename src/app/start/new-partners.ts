import { Fault } from '../../model/fault.ts'
import { toSlug } from '../../model/slug.ts'
import { toOneLine } from '../../model/value.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { maxIdLength } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'

/** A partner as `init` writes it. */
export interface NewPartner {
  readonly id: string
  /** Null where the id says it. */
  readonly name: string | null
}

/** The partner of a name that somebody typed; the id is made of the name. A message where it can be none beside the others. */
function readNewPartner(text: string, others: readonly NewPartner[]): NewPartner | Message {
  const name = makeVisibleLine(toOneLine(text))
  const id = toSlug(name, maxIdLength)
  if (id === '') return { say: 'partner-name-without-letters', name }
  const same = others.find((other) => other.id === id)
  if (same !== undefined) {
    return { say: 'partner-names-alike', names: [same.name ?? same.id, name], id }
  }
  return { id, name: name === id ? null : name }
}

/** What is wrong with a name after those typed before; null when it is fine. */
export function findNameProblem(text: string, before: readonly string[]): Message | null {
  const read = readNewPartner(text, readNewPartners(before))
  return 'say' in read ? read : null
}

/** The partners of these names; a fault where a name can be no partner's. */
export function readNewPartners(names: readonly string[]): readonly NewPartner[] {
  const partners: NewPartner[] = []
  for (const name of names) {
    const read = readNewPartner(name, partners)
    if ('say' in read) throw new Fault(read)
    partners.push(read)
  }
  return partners
}

/** The partners of a partnership that is called by their ids, as `northwind-contoso` is; null of any other. */
export function guessPartners(id: string): readonly NewPartner[] | null {
  const words = id.split('-')
  return words.length === 2 && words[0] !== words[1] ? readNewPartners(words) : null
}
