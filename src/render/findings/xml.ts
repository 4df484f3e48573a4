import { visible, visibleLine } from '../../model/visible.ts'

/** An element with text, six spaces deep. */
export function element(
  name: string,
  paragraphs: readonly string[],
  values: Readonly<Record<string, string>> = {},
): string {
  const start = [name, attributes(values)].filter((part) => part !== '').join(' ')
  return `      <${start}>${escaped(paragraphs.join('\n\n'))}</${name}>`
}

/** `name="value" …`; each value on one line. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}="${escaped(visibleLine(String(value)))}"`)
    .join(' ')
}

/** `visible` has taken the controls out; what else XML 1.0 cannot carry are the two last signs of a plane. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[\uFFFE\uFFFF]/g, (sign) => (sign === '\uFFFE' ? '⟨U+FFFE⟩' : '⟨U+FFFF⟩'))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
