import type { Message } from '../words/message.ts'
import { clipWord, type Refusal } from './problem.ts'

/** What is refused of YAML that can be parsed, because it could be misunderstood, never end or fill the memory. */
export const refusals = {
  emptyKey: refuse('yaml.key', { say: 'key-empty' }, { say: 'key-empty-fix' }),
  complexKey: refuse('yaml.key', { say: 'key-no-word' }, { say: 'key-no-word-fix' }),
  mergeKey: refuse('yaml.merge-key', { say: 'merge-key' }, { say: 'merge-key-fix' }),
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
      { say: 'duplicate-key-fix' },
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
