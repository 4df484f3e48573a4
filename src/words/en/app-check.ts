import type { Catalogue } from '../say.ts'
import { count, inNumber, quoteAll } from './grammar.ts'

/** What `check` says of files, settings, responses and baselines. */
export const checkRunMessages = {
  'nothing-to-check': ({ paths }: { paths: readonly string[] }) =>
    `Found nothing to check in ${quoteAll(paths)}`,
  'nothing-to-check-hint':
    'The files of accordant have a key "accordant" at the top, like "accordant: plan/1"; "accordant init plan" writes one. Files that git ignores are checked only if you name them',
  'pattern-without-files': ({ pattern }: { pattern: string }) =>
    `Found nothing to check by the pattern "${pattern}"`,
  'pattern-without-files-hint': 'Files that git ignores are checked only if you name them',
  'not-our-file': ({ file }: { file: string }) =>
    `"${file}" is not an accordant file: the key "accordant" is missing`,
  'begin-our-file': ({ mark }: { mark: string }) =>
    `Begin it with "accordant: ${mark}", or name another file`,
  'not-our-plan': ({ file }: { file: string }) =>
    `"${file}" is not an accordant plan: "accordant: plan/1" is missing at its top`,
  'begin-markdown-plan':
    'Begin it with the lines "---", "accordant: plan/1", "---"; docs/markdown-plans.md shows how',

  /** Settings. */
  'settings-file-missing': ({ file }: { file: string }) => `"${file}" does not exist`,
  'write-path-from-here': 'Write the path relative to this file',

  /** Responses. */
  'answer-ignored': ({ id, why }: { id: string; why: string }) =>
    `The answer to "${id}" does not count. ${why}`,
  'not-in-quick-run': 'It is not part of the quick run',
  'asked-only-when': ({ condition }: { condition: string }) => `It is asked only when ${condition}`,
  'asked-otherwise': 'Another answer decides whether it is asked',
  'leave-answer-open': 'Leave it unanswered, or correct the answer that it depends on',

  /** Checks that cannot be judged. */
  'check-not-judged': ({ check, why }: { check: string; why: string }) =>
    `The check "${check}" cannot be judged: ${why}`,
  'check-not-judged-at': ({
    check,
    place,
    others,
    why,
  }: {
    check: string
    place: string
    others: number
    why: string
  }) =>
    `The check "${check}" cannot be judged at ${place}${others === 0 ? '' : ` and in ${count(others, 'more place')}`}: ${why}`,
  'fix-check-key': ({ key }: { key: string }) => `Fix the check's "${key}"`,

  /** Baselines. */
  'baseline-missing': ({ path }: { path: string }) => `There is no baseline "${path}"`,
  'baseline-missing-hint': 'Use --update-baseline to write the current findings to it',
  'baseline-setting-hint': 'Write it with --update-baseline, or remove the setting',
  'baseline-entry-gone': ({ id, file }: { id: string; file: string }) =>
    `"${id}" in "${file}" is no longer found`,
  'baseline-place-gone': ({ id, path, file }: { id: string; path: string; file: string }) =>
    `"${id}" at "${path}" in "${file}" is no longer found`,
  'remove-baseline-entry': 'Remove it with --update-baseline',
  'baseline-written': ({ path, listed, gone }: { path: string; listed: number; gone: number }) => {
    const written = `Wrote ${count(listed, 'finding')} to "${path}"`
    return gone === 0
      ? written
      : `${written}; removed ${gone} that ${inNumber(gone, 'is', 'are')} no longer found`
  },
} as const satisfies Catalogue
