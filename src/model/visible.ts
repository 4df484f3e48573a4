/**
 * Text from files and people, with everything that acts instead of showing itself made visible: control characters,
 * direction overrides, separators and tags become `⟨U+202E⟩`. Line breaks and tabs stay; joiners inside emoji stay.
 */
export function makeVisible(text: string): string {
  const quiet = text.replaceAll('\r\n', '\n').replaceAll(workflowCommandPattern, '$&\u2060')
  return quiet.replaceAll(controlCharacterPattern, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** As `makeVisible`, on one line: breaks and tabs become single spaces. */
export function makeVisibleLine(text: string): string {
  return makeVisible(text.replaceAll(/[\r\n\t]+/g, ' '))
}

/** Controls, bidirectional controls, odd separators, tags, lone surrogates: what acts instead of showing itself. */
export const controlCharacters =
  '\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\u{E0000}-\\u{E007F}'

/**
 * What a runner of workflows takes for a command: `::` that begins a line, and `##[`, `##vso[` or `##teamcity[` anywhere; a
 * joiner of no width breaks it.
 */
const workflowCommandPattern = /(?:^|\n)[^\S\n]*:(?=:)|##(?=[a-z]*\[)/gi

/** All of them but tab and line feed. */
const controlCharacterPattern = new RegExp(`(?![\\t\\n])[${controlCharacters}]`, 'gu')
