/**
 * U+2060, a joiner of no width, keeps a code host from reading a mention or a reference, and a link where the serialiser
 * does not see one (`www.` before anything but an ASCII letter or digit).
 */
export function disarmMentions(value: string): string {
  return value
    .replaceAll(/@(?=[\p{L}\p{N}_])/gu, '@\u2060')
    .replaceAll(/([#!])(?=\d)/g, '$1\u2060')
    .replaceAll(/\b(GH-)(?=\d)/gi, '$1\u2060')
    .replaceAll(/www(?=\.(?![a-z\d]))/gi, '$&\u2060')
}
