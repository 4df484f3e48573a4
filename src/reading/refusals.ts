import { quoted } from './problem.ts'

/** What is said about a refused node: which rule it breaks, what is wrong, and what to do. */
export interface Telling {
  readonly id: string
  readonly message: string
  readonly fix: string
}

export const emptyKey: Telling = {
  id: 'yaml.key',
  message: 'A key is empty; expected a word before the ":"',
  fix: 'Write the key, or delete the ":"',
}

export const oddKey: Telling = {
  id: 'yaml.key',
  message: 'A list, map or alias stands as a key; expected a word',
  fix: 'Write a word as the key; text in "[", "{" or "*" as a key belongs in quotes',
}

export const mergeKey: Telling = {
  id: 'yaml.merge-key',
  message: 'The merge key "<<" is not read',
  fix: 'Write the shared keys out, or give the whole map by an alias',
}

export const tooDeep: Telling = {
  id: 'yaml.limit',
  message: 'Lists and maps stand more than 100 deep inside each other',
  fix: 'Make the file flatter',
}

export const tooManyKeys: Telling = {
  id: 'yaml.limit',
  message: 'A map has more than 20,000 keys',
  fix: 'Split the file',
}

export const tooManyAliases: Telling = {
  id: 'yaml.limit',
  message: 'Aliases repeat more than 10,000 values',
  fix: 'Use fewer aliases, or write the values out',
}

export const tooManyNodes: Telling = {
  id: 'yaml.limit',
  message: 'The file holds more than some 750,000 values',
  fix: 'Split the file',
}

export const secondDocument: Telling = {
  id: 'yaml.documents',
  message: 'A second document begins here; a file holds one',
  fix: 'Delete this line, or put what follows it in a file of its own',
}

export const unusedAnchor = (name: string): Telling => ({
  id: 'yaml.alias',
  message: `${quoted(`&${name}`)} is read as a name for this value, not as its text`,
  fix: 'Put the whole text in quotes if the "&" belongs to it; else delete the unused name',
})

export const duplicateKey = (key: string, firstLine: number): Telling => ({
  id: 'yaml.duplicate-key',
  message: `The key ${quoted(key)} stands twice in this map, first on line ${firstLine}`,
  fix: 'Keep one of the two, or rename one',
})

export const unknownAlias = (name: string): Telling => ({
  id: 'yaml.alias',
  message: `Text that begins with "*" is an alias, and nothing above is named ${quoted(`&${name}`)}`,
  fix: 'Put the text in quotes if no alias is meant; else name the value before its first alias',
})

export const roundAlias = (name: string): Telling => ({
  id: 'yaml.alias',
  message: `The alias ${quoted(`*${name}`)} stands inside the value that it repeats`,
  fix: 'Write the value out',
})

/** `text` is what stands under the tag. */
export const wrongTag = (tag: string, known: boolean, text: string): Telling => ({
  id: 'yaml.tag',
  message: known
    ? `The tag ${quoted(tag)} does not fit ${text}`
    : `The tag ${quoted(tag)} is not known`,
  fix: 'Delete the tag, or put the text in quotes if the "!" belongs to it',
})

export const directive = (line: string): Telling => ({
  id: 'yaml.directive',
  message: `The directive ${quoted(line)} is not read; expected none, or "%YAML 1.2"`,
  fix: 'Delete this line; text that begins with "%" belongs in quotes',
})

export const cutText = (comment: string): Telling => ({
  id: 'yaml.syntax',
  message: `The text ends before ${comment}, which is read as a comment`,
  fix: 'Put the text in quotes or in block style (`>-`); before a comment put two spaces',
})
