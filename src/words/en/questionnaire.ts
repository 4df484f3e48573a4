import type { Catalogue } from '../say.ts'
import { count, inNumber, join, quote, quoteAll } from './grammar.ts'

type EntryName = 'question' | 'check' | 'level' | 'profile question' | 'dimension'

export const questionnaireMessages = {
  /** Rows and cells of a table of answers. */
  'row-width-differs': ({ cells, header }: { cells: number; header: number }) =>
    `has ${count(cells, 'cell')}; the header has ${count(header, 'cell')}`,
  'row-repeats-header': 'repeats the header',
  'cell-refused': ({ name, reason }: { name: string; reason: string }) => `${name}: ${reason}`,
  'cell-constant': 'constant',
  'cell-blank': 'is blank',
  'cell-no-id': ({ text }: { text: string }) =>
    `"${text}" is not an id; give it one under "values"`,
  'cell-no-partner': ({ problem, fix }: { problem: string; fix: string }) =>
    `${problem}${problem.endsWith('?') ? ' ' : '. '}${fix}`,
  'cell-no-partner-id': ({ text, example }: { text: string; example: string }) =>
    `"${text}" is not an id; give it one under "values", like "${text}: ${example}"`,
  'state-unreadable': ({ text }: { text: string }) =>
    `${quote(text)} does not say why there is no answer; expected dont-know, not-applicable or skipped`,
  'choice-column-mixed': ({ text }: { text: string }) =>
    `"${text}" cannot stand beside choices that are ticked`,
  'choice-column-unreadable': ({ text }: { text: string }) =>
    `"${text}" says neither that the choice is ticked nor that it is not`,

  /** Questionnaires that extend another. */
  'inherited-problem': ({ problem, where }: { problem: string; where: string }) =>
    `${problem}, in ${where}`,
  'drop-unknown': ({ id, hint }: { id: string; hint: string }) =>
    `There is no "${id}" to drop${hint}`,
  'entry-without-dimension': ({ id }: { id: string }) =>
    `"${id}" needs its dimension before it, like "trust.${id}"`,
  'dimension-unknown': ({ id, hint }: { id: string; hint: string }) =>
    `There is no dimension "${id}"${hint}`,
  'entry-repeated': ({ kind, id }: { kind: EntryName; id: string }) =>
    `The ${kind} "${id}" appears twice`,
  'entry-unknown': ({ kind, id, hint }: { kind: EntryName; id: string; hint: string }) =>
    `There is no ${kind} "${id}" to change${hint}`,
  'entry-incomplete': ({ kind, keys }: { kind: EntryName; keys: readonly string[] }) =>
    `A new ${kind} also needs ${quoteAll(keys)}`,

  /** The questionnaire as a whole. */
  'question-not-in-dimension': ({ id, hint }: { id: string; hint: string }) =>
    `Unknown question "${id}" in this dimension${hint}`,
  'must-on-reversed': 'A reversed question cannot have a must',
  'must-on-reversed-fix': 'Ask the question the other way round, or drop "reverse"',
  'must-cap-unknown': ({ level, hint }: { level: string; hint: string }) =>
    `Unknown level "${level}"${hint}`,
  'id-taken': ({ id, owner }: { id: string; owner: string }) =>
    `The id "${id}" is taken by ${owner}`,
  'id-owner': ({ kind }: { kind: 'level' | 'dimension' | 'question' | 'check' }) => `a ${kind}`,
  'id-owner-now': ({ id }: { id: string }) => `"${id}"`,
  'profile-question-repeated': ({ id }: { id: string }) =>
    `The profile question "${id}" appears twice`,
  'mirror-of-itself': ({ id }: { id: string }) => `"${id}" cannot mirror itself`,
  'mirror-of-another': ({ id, other }: { id: string; other: string }) =>
    `"${id}" mirrors another question, "${other}"`,
  'range-falls': ({ from }: { from: number }) => `"to" must be greater than "from" (${from})`,
  'score-out-of-range': ({ score, from, to }: { score: number; from: number; to: number }) =>
    `${score} is out of range; expected ${from} to ${to}`,
  'level-not-below': (given: { score: number; above: number; level: string }) =>
    `List the levels from the highest to the lowest: ${given.score} is not below ${given.above}, the score of "${given.level}"`,
  'level-weakest-rises': (given: { weakest: number; above: number; level: string }) =>
    `"weakest" must not rise from one level to the level below it: ${given.weakest} is above ${given.above}, the value of "${given.level}"`,
  'last-level-score': ({ from, score }: { from: number; score: number }) =>
    `The last level must start at ${from}, not at ${score}, so that every score has a level`,
  'last-level-weakest': ({ from, weakest }: { from: number; weakest: number }) =>
    `The last level must ask nothing of the weakest dimension: expected ${from}, found ${weakest}`,
  'audience-question': ({ id, hint }: { id: string; hint: string }) =>
    `"${id}" is not a choice question of the profile${hint}`,
  'audience-choice-taken': ({ choice }: { choice: string }) => `"${choice}" is in two groups`,
  'audience-half-test': 'Give both "least" and "under", or neither',
  'write-for': ({ code, word }: { code: string; word: string }) => `Write ${code} for ${word}`,

  /** Answers that do not fit the questionnaire. */
  'answer-on-another-scale': ({ id, before, now }: { id: string; before: string; now: string }) =>
    `"${id}" was answered on another scale (${before}, now ${now})`,
  'answer-value-and-state': ({ state }: { state: string }) =>
    `An answer has a value or the state "${state}", not both`,
  'answer-without-reason': 'A question that is not applicable needs a reason',
  'write-line-for-choices': ({ line, titles }: { line: string; titles: readonly string[] }) =>
    `If you mean ${join(titles.map(quote))}, write "${line}"`,
  'answer-without-value-fix':
    'If there is no answer, write "don\'t know" or "skip"; if the question does not apply, write {state: not-applicable, reason: …}',
  'write-one-value': 'Write one value alone',
  'profile-without-value-fix': 'If there is no answer, leave it empty',
  'answered-question-unknown': (given: { id: string; inProfile: boolean; hint: string }) =>
    `Unknown ${given.inProfile ? 'profile question' : 'question'} "${given.id}"${given.hint}`,
  'answer-under-former-id': ({ former, id }: { former: string; id: string }) =>
    `"${former}" is a former id of "${id}", which already has an answer`,

  /** A map from a table's columns to questions. */
  'map-column-unknown': ({ name, what, hint }: { name: string; what: string; hint: string }) =>
    `The header has no column "${name}" for ${what}${hint}`,
  'map-column-repeated': ({ name, places }: { name: string; places: readonly string[] }) =>
    `The header has "${name}" ${places.length} times; name one by its place: ${quoteAll(places)}`,
  'map-column-taken': ({ name, before, what }: { name: string; before: string; what: string }) =>
    `"${name}" is named for ${before} and for ${what}`,
  'map-column-and-constant': ({ id }: { id: string }) => `"${id}" has a column and a constant`,
  'map-columns-and-constant': ({ id }: { id: string }) => `"${id}" has columns and a constant`,
  'map-columns-not-possible': ({ id }: { id: string }) =>
    `${id} has "columns", but only a question of the type "choices" has a column for each choice`,
  'map-choice-unknown': ({ choice, id, hint }: { choice: string; id: string; hint: string }) =>
    `Unknown choice "${choice}" of ${id}${hint}`,
  'map-constant-unknown': ({ name }: { name: string }) => `Unknown constant "${name}"`,
  'map-no-partner':
    'Nothing says which partner a row belongs to; name a column for the partner, or a constant',

  /** What is left to do in a map that was drafted. */
  'draft-columns-unnamed': ({ id, names }: { id: string; names: readonly string[] }) =>
    `${id} may be in ${quoteAll(names)}: say which choice each column is: {columns: {…}}`,
  'draft-choices-missing': ({ id, choices }: { id: string; choices: readonly string[] }) =>
    `${id} has no column for ${quoteAll(choices)}`,
  'draft-none-ticked': ({ id }: { id: string }) =>
    `${id} counts as answered where no choice is ticked; if people skipped it then, add none: skipped`,
  'draft-blank-boxes': ({ id }: { id: string }) =>
    `${id}: a blank cell means "not ticked" where the row has a tick for another choice; a row without any tick leaves the question unanswered`,
  'draft-unfinished': ({ rows, column }: { rows: number; column: string }) =>
    `${count(rows, 'row')} ${inNumber(rows, 'is', 'are')} not finished ("${column}"): "finished" in the map leaves ${inNumber(rows, 'it', 'them')} out`,
  'draft-perhaps-finished': (found: { rows: number; column: string; line: string }) =>
    `By "${found.column}", ${count(found.rows, 'row')} may not be finished; to leave ${inNumber(found.rows, 'it', 'them')} out, add this line: finished: ${found.line}`,
  'draft-previews': ({ rows, column }: { rows: number; column: string }) =>
    `${count(rows, 'row')} ${inNumber(rows, 'is a preview, a test or spam', 'are previews, tests or spam')} ("${column}"): "only" in the map leaves ${inNumber(rows, 'it', 'them')} out`,
  'draft-columns-found': ({ id, columns, ask }: { id: string; columns: number; ask: string }) =>
    `${id} is in ${columns === 0 ? 'no column' : count(columns, 'column')}: ${ask}`,
  'draft-values-needed': ({ id, texts }: { id: string; texts: readonly string[] }) =>
    `${id} needs values for ${quoteAll(texts)}: {column: …, values: {…}}`,
  'draft-no-partner':
    'No column names the partner: name one under columns, or the partner under constants',
  'draft-no-respondent':
    'No column has an id of the respondent: each is named after the line, r2, r3, …',
  'draft-ignored': 'The columns under ignore match no question: check whether one of them should',
  'draft-partner-ids': ({ texts }: { texts: readonly string[] }) =>
    `The partner needs ids for ${quoteAll(texts)}: {column: …, values: {…}}`,

  /** Answers that fill the plan. */
  'fill-name-unknown': ({ name, hint }: { name: string; hint: string }) =>
    `"{${name}}" is neither "{partner}" nor an earlier question of the type "text"${hint}`,
  'fill-needs-table': ({ place }: { place: string }) =>
    `"${place}" holds entries; only a table can fill it`,
  'fill-column-unknown': ({ column, place }: { column: string; place: string }) =>
    `The column "${column}" is not a field of "${place}"`,
  'fill-type-not-possible': ({ type, place }: { type: string; place: string }) =>
    `A question of the type "${type}" cannot fill "${place}"`,
  'fill-choice-not-possible': ({ choice, place }: { choice: string; place: string }) =>
    `"${choice}" cannot be a value of "${place}"`,
  'fill-no-path': ({ path }: { path: string }) =>
    `"${path}" is not a path in a plan; expected one like "purpose.need"`,
  'fill-partner-misplaced': ({ step }: { step: string }) =>
    `"${step}" names a partner; expected it after "partners."`,
  'fill-key-unknown': ({ key, isInside }: { key: string; isInside: boolean }) =>
    `"${key}" is not a key of a plan${isInside ? ' here' : ''}`,
  'fill-path-too-long': ({ key }: { key: string }) =>
    `"${key}" is a list; end the path with one of its fields`,
  'fill-section': ({ path }: { path: string }) => `"${path}" is a section; name a key in it`,
  'fill-answers-differ': ({ place, who }: { place: string; who: readonly string[] }) =>
    `"${place}" is answered differently by ${join(who)}; nothing is filled in`,
  'fill-answers-differ-fix': 'Agree on one answer, and write it in the plan',
  'fill-respondent': ({ respondent, partner }: { respondent: string; partner: string }) =>
    `${respondent} of ${partner}`,
  'fill-hand-edit': ({ value }: { value: string }) =>
    `This was written by hand and stays; the answers say "${value}"`,
  'fill-text-gone': ({ text }: { text: string }) =>
    `"${text}" is no longer among the answers; the text written by hand in its place stays`,
  'fill-entry-gone': ({ entry }: { entry: string }) =>
    `"${entry}" is no longer among the answers; it stays, because somebody added to it by hand`,
  'fill-entry-renamed': ({ entry }: { entry: string }) =>
    `"${entry}" was removed or renamed by hand; its new answer is left out`,
  'fill-place-refused': ({ problem, place }: { problem: string; place: string }) =>
    `${problem}; "${place}" is not filled in`,
  'fill-field-refused': (given: { problem: string; field: string; entry: string }) =>
    `${given.problem}; "${given.field}" of "${given.entry}" is left out`,
  'fill-entry-differs': ({ entry }: { entry: string }) =>
    `"${entry}" has two different answers; only the first is filled in`,
  'fill-person-unknown': ({ field, name }: { field: string; name: string }) =>
    `"${field}" names "${name}", but nobody under "people" has that name`,

  /** `--what-if ID=VALUE`. */
  'assumption-refused': ({ problem }: { problem: string }) => `--what-if: ${problem}`,
  'assumption-unreadable': ({ text }: { text: string }) =>
    `Expected a question and its value, like ID=4, found "${text}"`,
  'assumption-without-score': ({ id }: { id: string }) =>
    `"${id}" has no score, so an answer to it cannot change one`,
  'assumption-repeated': ({ id }: { id: string }) => `"${id}" is assumed twice`,
  'assumption-misfit': ({ id, misfit }: { id: string; misfit: string }) => `"${id}": ${misfit}`,
} as const satisfies Catalogue
