import { Fault } from '../../model/fault.ts'
import {
  createFinding,
  createUnknownReference,
  type Finding,
  type PlacedFinding,
} from '../../model/finding.ts'
import { identifyPartner, type KnownPartners, listPartners } from '../../model/partners.ts'
import { clip, isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import type { Partnership } from './partnership.ts'

/** The partnership that responses should be of, as far as its files say so. */
export type Belonging = KnownPartners & Pick<Partnership, 'config' | 'configFile'>

/**
 * What is wrong with whose a response says it is, by path in its file. Any value will do: what is no text at all its schema
 * refuses.
 */
export function findBelongingIssues(value: unknown, partnership: Belonging): readonly Finding[] {
  if (!isMap(value)) return []
  const { partner, partnership: named } = value
  return [
    ...(isWritten(named) ? checkPartnership(named, partnership) : []),
    ...(isWritten(partner) ? checkPartner(partner, partnership) : []),
  ]
}

/** Findings on a response: where it names no partner or no partnership, with those that it could name. */
export function adviseOnBelonging(
  findings: readonly PlacedFinding[],
  partnership: Belonging,
): readonly PlacedFinding[] {
  return findings.map((finding) => {
    const { id, path, fix } = finding
    const [key, ...inside] = path
    const isOpen = fix === null || fix.say === 'value-needed-fix'
    if (inside.length > 0 || !isOpen || !id.startsWith('schema.')) return finding
    if (key === 'partner') return { ...finding, fix: nameThePartners(partnership) }
    return key === 'partnership' ? { ...finding, fix: nameThePartnership(partnership) } : finding
  })
}

function nameThePartners(known: Belonging): Message {
  return known.partners.length > 0 ? listPartners(known) : { say: 'write-some-partner' }
}

function nameThePartnership({ config, configFile }: Belonging): Message {
  const id = config?.partnership
  return id === undefined || configFile === null
    ? { say: 'write-some-partnership' }
    : { say: 'write-partnership', id, file: configFile }
}

function isWritten(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== ''
}

function checkPartnership(named: string, { config, configFile }: Belonging): readonly Finding[] {
  const id = config?.partnership
  if (id === undefined || configFile === null || named === id) return []
  return [createOtherPartnershipFinding(named, id, configFile)]
}

/** A response names another partnership than `file` does, which names `id`. */
export function createOtherPartnershipFinding(named: string, id: string, file: string): Finding {
  return createUnknownReference(
    ['partnership'],
    { say: 'response-of-other-partnership', named: clip(named), id, file },
    { say: 'write-partnership', id, file },
  )
}

function checkPartner(partner: string, known: Belonging): readonly Finding[] {
  const found = identifyPartner(partner, known)
  if ('id' in found) return []
  const { problem, fix, meant } = found
  if (known.partners.length > 0) return [createUnknownReference(['partner'], problem, fix)]
  const line = { say: 'write-partner', id: meant ?? 'contoso' } as const
  return [createFinding('schema.value', ['partner'], problem, { fix: line })]
}

/** The id of the partner that an option names; a fault where it names none. */
export function requirePartner(named: string, known: KnownPartners): string {
  const found = identifyPartner(named, known)
  if ('id' in found) return found.id
  throw new Fault(found.problem, found.fix)
}
