import { makeVisible, makeVisibleLine } from '../../model/visible.ts'

/** An element with text, six spaces deep. */
export function xmlElement(
  name: string,
  paragraphs: readonly string[],
  values: Readonly<Record<string, string>> = {},
): string {
  const start = [name, xmlAttributes(values)].filter((part) => part !== '').join(' ')
  return `      <${start}>${escapeXml(paragraphs.join('\n\n'))}</${name}>`
}

/** `name="value" …`; each value on one line. */
export function xmlAttributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${escapeXml(makeVisibleLine(String(value)))}"`)
    .join(' ')
}

/** `visible` has taken the controls out; what else XML 1.0 cannot carry are the two last signs of a plane. */
function escapeXml(text: string): string {
  return makeVisible(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, (sign) => (sign === '\uFFFE' ? '⟨U+FFFE⟩' : '⟨U+FFFF⟩'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
