interface Ordered {
  readonly verdict?: { readonly reasons: readonly object[] }
  readonly actions?: readonly { readonly partners: readonly string[] }[]
}

/** A result in one order where the worked cases leave it open: of reasons, and of the partners who take a step. */
export function inFixedOrder(result: object): object {
  const { verdict, actions } = result as Ordered
  return {
    ...result,
    verdict: {
      ...verdict,
      reasons: verdict?.reasons.toSorted((a, b) => (getSortKey(a) < getSortKey(b) ? -1 : 1)),
    },
    actions: actions?.map((action) => ({ ...action, partners: action.partners.toSorted() })),
  }
}

/** What a reason is about, whatever its figures. */
function getSortKey(reason: object): string {
  const { code, option, dimension, question, partner } = reason as Record<string, unknown>
  return JSON.stringify([code, option, dimension, question, partner])
}
