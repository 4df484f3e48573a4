import { quoteWord } from './problem.ts'

/** What is said about a refused node: which rule it breaks, what is wrong, and what to do. */
export interface Refusal {
  readonly id: string
  readonly message: string
  readonly fix: string
}

export const emptyKey: Refusal = {
  id: 'yaml.key',
  message: 'A key is empty; expected a word before the ":"',
  fix: 'Write the key, or delete the ":"',
}

export const complexKey: Refusal = {
  id: 'yaml.key',
  message: 'A list, map or alias stands as a key; expected a word',
  fix: 'Write a word as the key; text in "[", "{" or "*" as a key belongs in quotes',
}

export const mergeKey: Refusal = {
  id: 'yaml.merge-key',
  message: 'The merge key "<<" is not read',
  fix: 'Write the shared keys out, or give the whole map by an alias',
}

export const tooDeep: Refusal = {
  id: 'yaml.limit',
  message: 'Lists and maps stand more than 100 deep inside each other',
  fix: 'Make the file flatter',
}

export const tooManyKeys: Refusal = {
  id: 'yaml.limit',
  message: 'A map has more than 20,000 keys',
  fix: 'Split the file',
}

export const tooManyAliases: Refusal = {
  id: 'yaml.limit',
  message: 'Aliases repeat more than 10,000 values',
  fix: 'Use fewer aliases, or write the values out',
}

export const tooManyNodes: Refusal = {
  id: 'yaml.limit',
  message: 'The file holds more than some 750,000 values',
  fix: 'Split the file',
}

export const secondDocument: Refusal = {
  id: 'yaml.documents',
  message: 'A second document begins here; a file holds one',
  fix: 'Delete this line, or put what follows it in a file of its own',
}

export const describeUnusedAnchor = (name: string): Refusal => ({
  id: 'yaml.alias',
  message: `${quoteWord(`&${name}`)} is read as a name for this value, not as its text`,
  fix: 'Put the whole text in quotes if the "&" belongs to it; else delete the unused name',
})

export const describeDuplicateKey = (key: string, firstLine: number): Refusal => ({
  id: 'yaml.duplicate-key',
  message: `The key ${quoteWord(key)} stands twice in this map, first on line ${firstLine}`,
  fix: 'Keep one of the two, or rename one',
})

export const describeUnknownAlias = (name: string): Refusal => ({
  id: 'yaml.alias',
  message: `Text that begins with "*" is an alias, and nothing above is named ${quoteWord(`&${name}`)}`,
  fix: 'Put the text in quotes if no alias is meant; else name the value before its first alias',
})

export const describeCircularAlias = (name: string): Refusal => ({
  id: 'yaml.alias',
  message: `The alias ${quoteWord(`*${name}`)} stands inside the value that it repeats`,
  fix: 'Write the value out',
})

/** `text` is what stands under the tag. */
export const describeWrongTag = (tag: string, known: boolean, text: string): Refusal => ({
  id: 'yaml.tag',
  message: known
    ? `The tag ${quoteWord(tag)} does not fit ${text}`
    : `The tag ${quoteWord(tag)} is not known`,
  fix: 'Delete the tag, or put the text in quotes if the "!" belongs to it',
})

export const describeDirective = (line: string): Refusal => ({
  id: 'yaml.directive',
  message: `The directive ${quoteWord(line)} is not read; expected none, or "%YAML 1.2"`,
  fix: 'Delete this line; text that begins with "%" belongs in quotes',
})

export const describeCutText = (comment: string): Refusal => ({
  id: 'yaml.syntax',
  message: `The text ends before ${comment}, which is read as a comment`,
  fix: 'Put the text in quotes or in block style (`>-`); before a comment put two spaces',
})
