/** The path that a code host knows a file by: without a leading `./`. */
export function formatAddress({ address }: { readonly address: string }): string {
  return address.replace(/^(?:\.\/+)+(?=.)/, '')
}
