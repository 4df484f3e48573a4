import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** What a file is that is no text. */
const foreignNames = {
  word: 'a Word document',
  'old-word': 'a Word document',
  'open-text': 'an OpenDocument text',
  rtf: 'a document in Rich Text Format (RTF)',
  excel: 'an Excel workbook',
  'old-excel': 'an Excel workbook',
  'open-sheet': 'an OpenDocument spreadsheet',
  slides: 'a presentation',
  office: 'an Office document',
  protected: 'an Office document with a password',
  iwork: 'a Pages, Numbers or Keynote document',
  pdf: 'a PDF',
  picture: 'a picture',
  'web-page': 'a web page (HTML)',
  xml: 'an XML file',
  email: 'an e-mail',
  report: 'a report that accordant wrote',
  zip: 'a ZIP file',
  archive: 'a packed file',
} as const

type ForeignKind = keyof typeof foreignNames

const saveAsText =
  'Open it, save it as plain text in UTF-8, and give the new file a name that ends in .yaml'
const saveAsCsv =
  'If it holds answers, save it as CSV, and turn that file into responses with "accordant import"'
const unpack = 'Unpack it, and name the file inside'
const copyText = 'Copy what it says into a text file whose name ends in .yaml'

const foreignFixes: Partial<Readonly<Record<ForeignKind, string>>> = {
  ...{ word: saveAsText, 'old-word': saveAsText, 'open-text': saveAsText, rtf: saveAsText },
  ...{ excel: saveAsCsv, 'old-excel': saveAsCsv, 'open-sheet': saveAsCsv, iwork: saveAsCsv },
  ...{ zip: unpack, archive: unpack },
  email: 'Save the file that is attached to it, and name that file',
  report: 'Name the folder of the partnership, or the response files in it',
}

/** What is wrong in a file as YAML: its bytes, its syntax, and what is refused although it is good YAML. */
export const yamlMessages = {
  /** The bytes. */
  'foreign-name': ({ kind }: { kind: ForeignKind }) => foreignNames[kind],
  'foreign-file': ({ name }: { name: string }) => `This is ${name}, which accordant cannot read`,
  'report-as-input': 'This is a report that accordant wrote, and nothing can be read from it',
  'foreign-file-fix': ({ kind }: { kind: ForeignKind }) => foreignFixes[kind] ?? copyText,
  'file-over-5-mb': 'The file is larger than the limit of 5 MB',
  'file-over-5-mb-fix': 'Split it into several files, or remove what does not belong',
  'encoding-differs': ({ encoding }: { encoding: string }) =>
    `The file is written in ${encoding}; expected UTF-8`,
  'encoding-broken': 'The file is not written in UTF-8; the first wrong character is here',
  'character-broken': 'This character is not written in UTF-8',
  'save-as-utf-8': 'Save the file again with the encoding UTF-8',
  'control-characters-many':
    'This is not a text file: it contains many control characters, the first one here',
  'control-character': ({ code }: { code: string }) =>
    `The control character "${code}" does not belong in a text file`,
  'control-character-fix': 'Delete it, or write it as an escape in double quotes',

  /** Good YAML that is refused. */
  'key-empty': 'A key is empty; expected a word before the ":"',
  'key-empty-fix': 'Write the key, or delete the ":"',
  'key-no-word': 'A list, map or alias is used as a key; expected a word',
  'key-no-word-fix': 'Write a word as the key; if it begins with "[", "{" or "*", put it in quotes',
  'merge-key': 'The merge key "<<" is not supported',
  'merge-key-fix': 'Write out the shared keys, or use an alias for the whole map',
  'nested-too-deep': 'Lists and maps are nested more than 100 deep',
  'make-file-flatter': 'Make the file flatter',
  'too-many-keys': 'A map has more than 20,000 keys',
  'too-many-aliases': 'Aliases repeat more than 10,000 values',
  'use-fewer-aliases': 'Use fewer aliases, or write the values out',
  'too-many-values': 'The file has more than about 750,000 values',
  'split-file': 'Split the file',
  'second-document': 'A second document begins here; a file may have only one',
  'second-document-fix': 'Delete this line, or move what follows it to another file',
  'anchor-unused': ({ anchor }: { anchor: string }) =>
    `YAML reads "${anchor}" as a name for this value, not as text`,
  'anchor-unused-fix':
    'If the text begins with "&", put all of it in quotes; otherwise delete the unused name',
  'duplicate-key': ({ key, line }: { key: string; line: number }) =>
    `The key "${key}" appears twice in this map, first on line ${line}`,
  'duplicate-key-fix': 'Keep one of the two, or rename one',
  'alias-unknown': ({ anchor }: { anchor: string }) =>
    `Text that begins with "*" is an alias in YAML, but nothing above is named "${anchor}"`,
  'alias-unknown-fix': ({ anchor }: { anchor: string }) =>
    `If you mean text, put it in quotes; if you mean an alias, write "${anchor}" at the value that it repeats`,
  'alias-circular': ({ alias }: { alias: string }) =>
    `The alias "${alias}" is inside the value that it repeats`,
  'alias-circular-fix': 'Write the value out',
  'tag-unknown': ({ tag }: { tag: string }) => `Unknown tag "${tag}"`,
  'tag-unfit': ({ tag, value }: { tag: string; value: string }) =>
    `The tag "${tag}" does not fit ${value}`,
  'tag-second': ({ tag }: { tag: string }) => `The tag "${tag}" is one too many`,
  'tag-fix': 'Delete the tag; if the text begins with "!", put it in quotes',
  directive: ({ directive }: { directive: string }) =>
    `The directive "${directive}" is not supported; expected none, or "%YAML 1.2"`,
  'directive-fix': 'Delete this line; if it is text, put it in quotes',
  'quotes-typed': ({ quotes }: { quotes: string }) =>
    `The quotes ${quotes} belong to the text, and will be shown with it`,
  'quotes-typed-fix': 'Delete them, or write straight quotes (")',
  'thousands-apart': ({ number, value }: { number: string; value: number }) =>
    `"${number}" is read as ${value}`,
  'text-cut-by-comment': ({ comment }: { comment: string }) =>
    `The text ends before "${comment}", which YAML reads as a comment`,
  'text-cut-by-comment-fix':
    'Put the text in quotes or in block style (`>-`); if you mean a comment, put two spaces before it',

  /** Syntax: indentation. */
  'tab-indent': 'This line is indented with a tab; expected spaces',
  'tab-indent-fix': 'Replace the tabs at the beginning of lines with spaces',
  'indent-wrong': ({ spaces, expected }: { spaces: number; expected: readonly number[] }) =>
    `The line is indented by ${count(spaces, 'space')}; expected ${join(expected.map(String), 'or')}, like a line above`,
  'indent-wrong-fix': 'Line it up with the keys or items that it belongs to',
  'indent-unlike-below': ({ spaces, expected }: { spaces: number; expected: number }) =>
    `The line is indented by ${count(spaces, 'space')}; expected ${expected}, like the line below`,
  'key-under-value': ({ key, value }: { key: string; value: string }) =>
    `"${key}" has the value "${value}" on its own line, so no key can be indented under it`,
  'item-beside-keys': 'A list item is next to map keys; expected only one kind',
  'key-beside-items': 'A map key is next to list items; expected only one kind',
  'kinds-mixed-fix': 'Indent what belongs under a key by two spaces more than the key',
  'space-missing': ({ sign }: { sign: string }) => `A space is missing after "${sign}"`,
  'key-in-quotes': 'The quotes are around the key as well as its value',
  'colon-missing': ({ key }: { key: string }) => `A ":" is missing after "${key}"`,
  'comment-fix':
    'If it belongs to the comment beside it, put "# " before it; otherwise write a key before it',
  'option-comment-fix': ({ line }: { line: string }) =>
    `Put "# " before it again; if it is your answer, write "${line}" below`,
  'text-stray': ({ text }: { text: string }) =>
    `"${text}" is neither a key with a ":" nor a list item with a "-"`,
  'text-stray-fix': 'Write a key before it, or indent the line if it continues the text above',

  /** Syntax: quotes and brackets. */
  'quote-unclosed': ({ sign }: { sign: string }) =>
    `The quote that opens here is not closed; expected another ${sign} at the end of the text`,
  'quote-unclosed-fix': 'Close the quote, and indent every line in between',
  'text-after-quote': ({ text }: { text: string }) => `The quoted text ends before "${text}"`,
  'quote-all': 'Put quotes around the whole text, or start it on the next line after `>-`',
  'write-apostrophe-twice':
    "Write an apostrophe in single quotes twice (''), or put the text in double quotes",
  'yaml-escape-unknown': ({ text }: { text: string }) =>
    `"${text}" has no meaning in double quotes`,
  'yaml-escape-unknown-fix': 'Write the backslash twice, or put the text in single quotes',
  'bracket-unclosed': ({ opening }: { opening: string }) =>
    `The bracket "${opening}" that opens here is not closed`,
  'bracket-unclosed-fix': ({ closing }: { closing: string }) =>
    `Close it with "${closing}", or put the text in quotes if the bracket belongs to it`,
  'bracket-outdented': ({ closing }: { closing: string }) =>
    `The "${closing}" is not indented more than the key whose value it closes`,
  'bracket-outdented-fix': 'Put one or more spaces before it',
  'bracket-too-many': ({ closing }: { closing: string }) => `There is one "${closing}" too many`,
  'delete-it': 'Delete it',
  'comma-missing-before': ({ sign }: { sign: string }) => `A "," is missing before "${sign}"`,
  'comma-missing-at-end': 'A "," is missing at the end of this line',
  'comma-missing-fix': 'Put a comma between the entries, or put their text in quotes',
  'comma-after-nothing': 'There is nothing before this ","',
  'delete-comma': 'Delete the comma',

  /** Syntax: text that means something else to YAML. */
  'straight-quotes-fix': 'Write straight quotes (") around the text',
  'quote-text': 'Put the text in quotes, or start it on the next line after `>-`',
  'text-after-comment': ({ comment }: { comment: string }) =>
    `The text ends before "${comment}", which YAML reads as a comment, so it can't continue below`,
  'text-begins-with': ({ sign }: { sign: string }) => `Text can't begin with "${sign}"`,
  'text-begins-with-alias': `Text can't begin with "*", which YAML reads as an alias`,
  'text-begins-with-anchor': `Text can't begin with "&", which YAML reads as a name`,
  'text-begins-with-list': ({ rest }: { rest: string }) =>
    `Text can't begin with "[", which YAML reads as a list that ends before "${rest}"`,
  'text-begins-with-map': ({ rest }: { rest: string }) =>
    `Text can't begin with "{", which YAML reads as a map that ends before "${rest}"`,
  'code-fence': 'This line is not part of the file: it marks code in a message or on a page',
  'code-fence-fix': 'Delete this line, and the other line of ```',
  'sign-alone': ({ sign }: { sign: string }) => `A "${sign}" alone has another meaning in YAML`,
  'text-begins-with-item': ({ sign }: { sign: string }) =>
    `Text can't begin with "${sign}" and a space`,
  'text-begins-with-item-fix':
    'Put the text in quotes; if it is a list, begin it on the line below its key',
  'text-with-colon': ({ text }: { text: string }) =>
    `Text without quotes can't contain ":" and a space, as after "${text}"`,
  'text-beside-block-sign': ({ sign, text }: { sign: string; text: string }) =>
    `After "${sign}" the text begins on the next line; found "${text}"`,
  'text-beside-block-sign-fix':
    'Move the text to the next line and indent it, or put all of it in quotes',
  'syntax-unknown': 'This cannot be read as YAML',
  'syntax-unknown-fix':
    'Check the indentation, quotes and brackets of this line and the one above; quote text that contains special characters',
} as const satisfies Catalogue
