import type { Finding } from '../model/finding.ts'
import type { Message } from '../words/message.ts'
import type { TextRange } from './lines.ts'

/** What is refused in a text: the rule it breaks, what is wrong, and what to do. */
export interface Refusal {
  readonly id: string
  readonly message: Message
  readonly fix: Message | null
}

/** A finding that arises while reading: it has offsets, because there may be no value yet to name a path in. */
export interface TextProblem extends Finding, TextRange {}

/** An error about the whole document's value, unless `more` says otherwise. */
export function createTextProblem(
  { id, message, fix }: Refusal,
  { start, end }: TextRange,
  more: Partial<TextProblem> = {},
): TextProblem {
  return { id, message, fix, start, end, severity: 'error', path: [], at: 'value', ...more }
}

/** The offending word as messages show it: on one line, cut where it is long. */
export function clipWord(word: string): string {
  const flat = word.replaceAll(/[\s\u0085\u2028\u2029]+/g, ' ').trim()
  return flat.length > maxWordLength ? `${flat.slice(0, maxWordLength - 1)}…` : flat
}

const maxWordLength = 40

/** What is refused of YAML that can be parsed, because it could be misunderstood, never end or fill the memory. */
export const refusals = {
  emptyKey: refuse('yaml.key', { say: 'key-empty' }, { say: 'key-empty-fix' }),
  complexKey: refuse('yaml.key', { say: 'key-no-word' }, { say: 'key-no-word-fix' }),
  mergeKey: refuse('yaml.merge-key', { say: 'merge-key' }, { say: 'merge-key-fix' }),
  emptyDocument: refuse('schema.missing', { say: 'document-empty' }, { say: 'document-empty-fix' }),
  tooDeep: refuse('yaml.limit', { say: 'nested-too-deep' }, { say: 'make-file-flatter' }),
  tooManyKeys: refuse('yaml.limit', { say: 'too-many-keys' }, { say: 'split-file' }),
  tooManyAliases: refuse('yaml.limit', { say: 'too-many-aliases' }, { say: 'use-fewer-aliases' }),
  tooManyNodes: refuse('yaml.limit', { say: 'too-many-values' }, { say: 'split-file' }),
  secondDocument: refuse(
    'yaml.documents',
    { say: 'second-document' },
    { say: 'second-document-fix' },
  ),

  describeUnusedAnchor: (name: string) =>
    refuse(
      'yaml.alias',
      { say: 'anchor-unused', anchor: clipWord(`&${name}`) },
      { say: 'anchor-unused-fix' },
    ),

  describeDuplicateKey: (key: string, line: number) =>
    refuse(
      'yaml.duplicate-key',
      { say: 'duplicate-key', key: clipWord(key), line },
      { say: /^[-–—•·] ?\p{L}/u.test(key) ? 'write-list-signs' : 'duplicate-key-fix' },
    ),

  describeUnknownAlias: (name: string) =>
    refuse(
      'yaml.alias',
      { say: 'alias-unknown', anchor: clipWord(`&${name}`) },
      { say: 'alias-unknown-fix', anchor: clipWord(`&${name}`) },
    ),

  describeCircularAlias: (name: string) =>
    refuse(
      'yaml.alias',
      { say: 'alias-circular', alias: clipWord(`*${name}`) },
      { say: 'alias-circular-fix' },
    ),

  /** A tag of YAML's own; `value` is what it is written before. */
  describeUnfitTag: (tag: string, value: Message) =>
    refuse('yaml.tag', { say: 'tag-unfit', tag: clipWord(tag), value }, { say: 'tag-fix' }),

  describeUnknownTag: (tag: string) =>
    refuse('yaml.tag', { say: 'tag-unknown', tag: clipWord(tag) }, { say: 'tag-fix' }),

  describeDirective: (line: string) =>
    refuse(
      'yaml.directive',
      { say: 'directive', directive: clipWord(line) },
      { say: 'directive-fix' },
    ),

  describeTypedQuotes: (opening: string, closing: string) =>
    refuse(
      'yaml.syntax',
      { say: 'quotes-typed', quotes: `${opening} ${closing}` },
      { say: 'quotes-typed-fix' },
    ),

  describeThousands: (number: string) =>
    refuse(
      'yaml.syntax',
      { say: 'thousands-apart', number, value: Number(number) },
      { say: 'write-one-meant', texts: [String(Number(number)), number.replace('.', '')] },
    ),

  describeCutText: (comment: string) =>
    refuse(
      'yaml.syntax',
      { say: 'text-cut-by-comment', comment: clipWord(comment) },
      { say: 'text-cut-by-comment-fix' },
    ),
}

function refuse(id: string, message: Message, fix: Message): Refusal {
  return { id, message, fix }
}
