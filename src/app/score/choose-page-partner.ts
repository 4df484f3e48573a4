import { Fault } from '../../model/fault.ts'
import { identifyPartner, type KnownPartners } from '../../model/partners.ts'
import type { Result } from '../../model/result.ts'

/** The id of the partner whose own page is asked for; null where none is. One that is unknown or may not be shown is a Fault. */
export function choosePagePartner(
  named: string | undefined,
  known: KnownPartners,
  result: Result,
): string | null {
  if (named === undefined) return null
  const listed =
    known.partners.length > 0 || result.hidden !== undefined
      ? known
      : {
          partners: result.partners.map(({ id }) => ({ id, name: id, asked: true })),
          partnersFile: null,
        }
  const found = identifyPartner(named, listed)
  if (!('id' in found)) throw new Fault(found.problem, { hint: found.fix })
  const { id } = found
  if (result.hidden !== undefined) {
    throw new Fault({ say: 'page-partner-hidden', minGroup: result.hidden.minGroup })
  }
  if (result.partners.every((partner) => partner.id !== id)) {
    throw new Fault(
      { say: 'page-partner-silent', partner: id },
      { say: 'page-partner-silent-hint' },
    )
  }
  return id
}
