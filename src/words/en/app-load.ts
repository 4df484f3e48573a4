import type { Catalogue } from '../say.ts'
import { count, inNumber, join, quoteAll } from './grammar.ts'

const answerFirst = 'Nobody has answered yet. Interview a partner with "accordant assess"'

/** Why responses, plans and questionnaires cannot be used together, and what is said of answers. */
export const loadMessages = {
  'file-unusable': ({ kind, file, problems }: { kind: string; file: string; problems: number }) =>
    `The ${kind} "${file}" has ${problems === 1 ? 'a problem' : count(problems, 'problem')}`,
  'several-plans': ({ plans }: { plans: readonly string[] }) =>
    `There are ${plans.length === 2 ? 'two' : plans.length} plans, ${quoteAll(plans)}`,
  'several-plans-hint': 'Keep one of them, or name it with --plan or in accordant.yaml',

  'output-is-input': ({ file, what }: { file: string; what: string | null }) =>
    `This run reads "${file}"${addWhat(what)}, so no output may replace it`,
  'output-leads-to-input': (own: { file: string; input: string; what: string | null }) =>
    `"${own.file}" is the same file as "${own.input}"${addWhat(own.what)}, which this run reads, so no output may replace it`,
  'output-is-work': ({ file, what }: { file: string; what: string }) =>
    `No output may replace "${file}": it is ${what}`,
  'output-is-input-hint': ({ format }: { format: string }) =>
    `Nothing was written. Choose another file: --format ${format}=FILE`,
  'input-questionnaire': 'a questionnaire',
  'input-dimension': 'a part of a questionnaire',
  'input-response': 'a response',
  'input-plan': 'the plan',
  'input-config': 'the settings',
  'input-result': 'an earlier result',
  'input-findings': 'earlier findings',
  'input-map': 'the map of a table',
  'input-baseline': 'the baseline',
  'input-table': 'a table',

  'questionnaire-unknown': ({ named, hint }: { named: string; hint: string }) =>
    `Unknown questionnaire "${named}"${hint}`,
  'questionnaire-unknown-hint':
    '"accordant list" shows the questionnaires; you can also give the path of a file or folder',
  'questionnaire-not-found': ({ id, folder }: { id: string; folder: string }) =>
    `There is no questionnaire "${id}", built in or in "${folder}"`,
  'questionnaire-not-found-hint':
    'Name it with --questionnaire: a file, or a folder with a questionnaire.yaml',
  'dimension-outside': ({ file }: { file: string }) =>
    `"${file}" lies outside the questionnaire's folder`,
  'dimension-leads-outside': ({ file }: { file: string }) =>
    `"${file}" leads outside the questionnaire's folder`,
  'dimension-missing': ({ file, main }: { file: string; main: string }) =>
    `There is no file "${file}" beside "${main}"`,
  'base-missing': ({ name, hint }: { name: string; hint: string }) =>
    `There is no questionnaire "${name}"${hint}`,
  'base-not-a-questionnaire': ({ name }: { name: string }) => `"${name}" is not a questionnaire`,
  'base-circle': ({ file, through }: { file: string; through: readonly string[] }) =>
    `"${file}" extends itself${through.length === 0 ? '' : `, through ${join(through.map((each) => `"${each}"`))}`}`,
  'base-chain-long': ({ limit }: { limit: number }) =>
    `More than ${limit} questionnaires extend one another`,
  'base-version-differs': (asked: {
    named: string
    wanted: string
    id: string
    version: string
  }) =>
    asked.wanted === ''
      ? `"${asked.named}" names no version of "${asked.id}"; this is ${asked.version}`
      : `"${asked.named}" asks for version ${asked.wanted} of "${asked.id}"; this is ${asked.version}`,
  'base-version-differs-fix': ({ name, major }: { name: string; major: string }) =>
    `Write "${name}@${major}", and see what changed with "accordant list --diff"`,

  'no-response': ({ paths }: { paths: readonly string[] }) =>
    `There is no response in ${quoteAll(paths)}`,
  'no-response-but-strays': ({ strays }: { strays: readonly string[] }) => strays.join('\n  '),
  'response-of-other-questionnaire': (own: { file: string; id: string; loaded: string }) =>
    `${own.file} answers the questionnaire "${own.id}", not "${own.loaded}"`,
  'response-of-other-questionnaire-hint': 'Name the questionnaire it answers with --questionnaire',
  'responses-differ-in-questionnaire': (own: {
    files: readonly string[]
    ids: readonly string[]
  }) =>
    `${join(own.files)} answer different questionnaires, ${join(own.ids.map((id) => `"${id}"`))}`,
  'response-to-other-questionnaire': (own: { named: string; id: string; file: string }) =>
    `This answers the questionnaire "${own.named}", but ${own.file} answers "${own.id}"`,
  'write-questionnaire': ({ id, file }: { id: string; file: string }) =>
    `If the id here is wrong, write "id: ${id}". If the one in ${file} is wrong, correct it there. If both are right, make a report of each questionnaire: name only the files that answer it`,
  'responses-differ-in-partnership': (own: { files: readonly string[]; ids: readonly string[] }) =>
    `${join(own.files)} are from different partnerships, ${join(own.ids.map((id) => `"${id}"`))}`,
  'response-of-other-partnership': (own: { named: string; id: string; file: string }) =>
    `This is of the partnership "${own.named}", but ${own.file} is of "${own.id}"`,
  'write-partnership': ({ id, file }: { id: string; file: string }) =>
    `Write "partnership: ${id}" here, or correct the id in ${file}`,
  'partner-id-invalid': ({ partner }: { partner: string }) =>
    `"${partner}" cannot be a partner's id`,
  'write-partner': ({ id }: { id: string }) => `Write "partner: ${id}"`,
  'write-some-partner':
    'Write the id or the name of the partner who answers here, like "partner: contoso"',
  'write-some-partnership':
    'Write the id of the partnership, the same in all its responses, like "partnership: northwind-contoso"',
  'partners-are': (known: { ids: readonly string[]; more: number; file: string }) =>
    `The partners are ${join([...known.ids.map((id) => `"${id}"`), ...(known.more > 0 ? [`${known.more} more`] : [])])}, as ${known.file} lists them. Write one of these ids, or add the partner there`,
  'responses-unusable': ({ files }: { files: number }) =>
    `${count(files, 'response file')} ${inNumber(files, 'has', 'have')} problems`,
  'response-leave-out': 'To leave it out, move it out of "responses"',
  'restore-answers': 'If it held answers, put them back from a copy. Otherwise delete it',
  'partners-look-alike': ({ ids: [one = '', other = ''] }: { ids: readonly string[] }) =>
    `"${one}" and "${other}" look like one partner, and count as two here. If they are one, correct "partner" in the responses. If not, list both under "partners" in accordant.yaml.`,
  'plan-not-begun': ({ file }: { file: string }) =>
    `${file} is not begun: apart from names, dates and the stage, it says no more than "accordant init" wrote. So the report does not compare the answers with it.`,
  'not-a-response': ({ file, cure }: { file: string; cure: string }) =>
    `${file} is not a response, so nothing in it counts. ${cure}`,
  'stray-file': 'This is not a response, so nothing in it counts',
  'stray-rename': ({ name }: { name: string }) => `If it holds answers, rename it to "${name}"`,
  'stray-table': '"accordant import" makes responses of a table',
  'stray-other':
    'If it holds answers, copy them into a form that "accordant init response" writes. Otherwise move it out of "responses"',
  'stray-link': 'It is a link, and links are not followed. Copy the file here instead',
  'stray-link-to-nowhere':
    'It is a link that leads nowhere. Put the file here instead, or remove the link',
  'stray-folder-link':
    'It is a link to a folder, and links are not followed. Copy its files here instead',
  'stray-folder':
    'A folder of this name is not searched. If it holds responses, move them into "responses" itself',
  'stray-kind': ({ kind }: { kind: string }) =>
    `It is of the kind "${kind}": move it out of "responses"`,
  'partner-not-in-plan': ({ id, file }: { id: string; file: string }) =>
    `The partner "${id}" is not in ${file}`,
  'partner-in-plan-only': ({ id, file }: { id: string; file: string }) =>
    `The partner "${id}" is in ${file}, but not here`,
  'partners-differ-fix': ({ file }: { file: string }) =>
    `List the same partners here and in ${file}. Those listed here count`,
  'code-repeated': ({ code, partner }: { code: string; partner: string }) =>
    `The code "${code}" is invited twice for "${partner}"`,
  'remove-code': 'Give one of the two people another code, or remove it here',
  'response-of-same-person': (own: {
    files: readonly string[]
    respondent: string
    partner: string
  }) => `${join(own.files)} are both the response of "${own.respondent}" for "${own.partner}"`,
  'response-of-same-person-here': (own: { respondent: string; partner: string; other: string }) =>
    `${own.other} is a response of "${own.respondent}" for "${own.partner}" too`,
  'response-correct-or-remove':
    'If these are two people, write another id here. Otherwise move one of the two files out of "responses"',
  'response-of-same-person-hint': 'Give one of them another respondent id, under "respondent"',
  'response-remove-one': 'Remove one of them, or give one another respondent id',
  'nobody-counts': ({ leftOut }: { leftOut: readonly LeftOutFile[] }) =>
    `No response counts: ${leftOut.map(describeLeftOut).join('; ')}`,
  /** Only what helps for a reason that there is. */
  'nobody-counts-hint': ({ reasons }: { reasons: readonly LeftOutFile['reason'][] }) =>
    [
      ...(reasons.includes('unfinished') ? [finishResponses] : []),
      ...(reasons.includes('empty')
        ? [reasons.every((reason) => reason === 'empty') ? answerFirst : answerEmpty]
        : []),
      ...(reasons.includes('excluded') ? [includeExcluded] : []),
    ].join('\n  '),
  'response-left-out': (own: LeftOutFile) => `Not counted: ${describeLeftOut(own)}`,

  'answer-unusable': 'Something that the respondent wrote cannot be used',
  'check-shows-answer': '"accordant check" shows what is wrong with it',

  'response-thin': ({ file, missing, of }: { file: string; missing: number; of: number }) =>
    `${file} is marked as completed, but ${missing} of the ${count(of, 'question')} asked ${inNumber(missing, 'has', 'have')} no entry. If lines were lost, put them back from a copy`,

  /** Warnings in a report. */
  'response-of-other-version': (own: { file: string; version: string; used: string }) =>
    `${own.file} answers another version of the questionnaire (${own.version}; in use ${own.used})`,
  'response-of-other-text': ({ file, version }: { file: string; version: string }) =>
    `${file} answers a questionnaire whose text differs from that of the one in use, although the version is the same (${version})`,
  'answer-not-asked': ({ file, id }: { file: string; id: string }) =>
    `${file} answers "${id}", which the questionnaire in use does not ask; it is left out`,
  'former-result': ({ name }: { name: string }) =>
    `${name} was written by an earlier version of accordant, which counted people and set levels by other rules; only its scores are compared, not its level or its essential questions`,
  'trend-later-point': ({ name }: { name: string }) =>
    `${name} was given as an earlier point in time, but its last answer is later than the last one in this report. Check which of the two comes first`,
  'assumption-idle': ({ id }: { id: string }) =>
    `Nobody is asked "${id}", or it applies to nobody; what is assumed of it changes nothing`,
  'stage-differs': ({ planned, answered }: { planned: string; answered: string }) =>
    `The plan says "${planned}", the answers say "${answered}"`,
  'stage-differs-fix': 'Agree where the partnership stands, and write it in the plan',

  'level-unknown': ({ level, hint }: { level: string; hint: string }) =>
    `Unknown level "${level}"${hint}`,
  'trend-incomparable': ({ name }: { name: string }) =>
    `"${name}" cannot be compared: its questionnaire is not available, or its scored questions or weights differ from those of now`,
  'trend-other-questionnaire': (own: { path: string; id: string; now: string }) =>
    `"${own.path}" answers the questionnaire "${own.id}", not "${own.now}"`,
  'trend-other-partnership': (own: { path: string; id: string; now: string }) =>
    `"${own.path}" belongs to the partnership "${own.id}", not "${own.now}"`,
  'assumption-refused-hint': '"accordant explain ID" shows a question and its possible answers',
  'what-if-totals-only':
    '--what-if needs individual answers; above 1,000 people only totals are kept',
  'what-if-hidden': '--what-if cannot be used while small groups are hidden (--min-group)',
  'what-if-hidden-hint':
    'A partner has fewer respondents than the group limit (--min-group, or minGroup in accordant.yaml)',
  'what-if-few-answered-hint':
    'Every partner has enough respondents, but at one of them too few answered a question for the group limit (--min-group, or minGroup in accordant.yaml)',
  'what-if-withheld': ({ id }: { id: string }) =>
    `--what-if cannot be used for "${id}": its answers are hidden, since too few people of a partner answered it, or another question of its dimension`,
  'what-if-withheld-hint':
    'The group limit hides them (--min-group, or minGroup in accordant.yaml). Assume an answer to another question',
  'what-if-uncovers':
    '--what-if would change which questions are asked, and so show what a few people answered',
  'what-if-uncovers-hint':
    'With a group limit (--min-group, or minGroup in accordant.yaml), assume only answers that no condition depends on',

  /** Before an interview. */
  'day-of-interview': (own: { day: number; of: number; title: string }) =>
    `Day ${own.day} of ${own.of}, ${own.title}`,
  'response-without-file': '"--response" needs a file',
  'response-of-other-partner': (own: { file: string; found: string; partner: string }) =>
    `"${own.file}" is a response for "${own.found}", not for "${own.partner}"`,
  'leave-partner-out': 'Leave out --partner to continue it',
  'response-elsewhere': (own: { file: string; named: string; id: string }) =>
    `"${own.file}" is a response of the partnership "${own.named}"; this folder is of "${own.id}"`,
  'response-elsewhere-hint': ({ folder }: { folder: string }) =>
    `To continue it, change into its own partnership's folder: cd ${folder}`,
  'no-partnership-here': ({ folder }: { folder: string }) =>
    `There is no partnership in ${folder === '.' ? 'this folder' : `"${folder}"`}: it has no settings, no plan and no responses`,
  'no-partnership-here-hint':
    'Change into the folder of your partnership, or make one: accordant init NAME',
  'partnerships-below': ({ folders }: { folders: readonly string[] }) =>
    `Change into the folder of your partnership: ${join(
      folders.map((folder) => `cd ${folder}`),
      'or',
    )}`,
  'nobody-answered': answerFirst,
  'response-full-run': ({ file }: { file: string }) => `"${file}" is a full run, not a quick one`,
  'leave-quick-out': 'Leave out --quick to continue it',
  'partner-missing': 'Which partner is answering?',
  'partner-missing-hint': ({ ids }: { ids: readonly string[] }) =>
    `Name it: ${join(
      (ids.length === 0 ? ['contoso'] : ids).map((id) => `--partner ${id}`),
      'or',
    )}`,
  'response-changed-by-run': ({ file }: { file: string }) =>
    `Another run has just changed "${file}"`,
  'response-changed-by-run-hint': 'Start again to continue with what it holds now',
  'response-changed-by-hand': ({ file }: { file: string }) =>
    `"${file}" was changed by hand and can no longer be read`,
  'partner-repeated': ({ partner }: { partner: string }) => `"--partner ${partner}" appears twice`,
  'partner-repeated-hint': 'Name each partner at the table once',
  'blind-alone': '"--blind" needs several partners at one table',
  'blind-alone-hint': 'Name each of them, like "--partner contoso --partner northwind"',
  'blind-accessible': '"--blind" cannot hide lines that are already on the screen',
  'blind-accessible-hint': 'Leave out --accessible, or interview the partners one after the other',
  'response-at-table': '"--response" names one file, but each partner has its own',
  'response-at-table-hint': 'Leave it out: unfinished responses are found by partner',
  'role-at-table': '"--role" describes one person, but several partners are answering',
  'role-at-table-hint': 'Leave it out: each person is asked',
  'respondent-at-table':
    '"--respondent" is the code of one person, but several partners are answering',
  'respondent-at-table-hint': 'Leave it out: unfinished responses are found by partner',
  'response-of-other-person': (own: { file: string; found: string; respondent: string }) =>
    `"${own.file}" has the answers of ${own.found}, not of ${own.respondent}`,
  'leave-respondent-out': 'Leave out "--respondent", or name another file',
  'code-empty': 'A code has letters or digits, like k7',
  'code-taken': ({ code, file }: { code: string; file: string }) =>
    `${code} has answered already, in ${file}. Type another code, or go on there with --respondent ${code}`,
  /** `isAsked`: of somebody who can type it again. */
  'code-uninvited': ({ code, isAsked }: { code: string; isAsked: boolean }) =>
    `${code} is not on the list of invited codes. ${
      isAsked
        ? 'Type it again to use it, or type another one'
        : 'If that is a slip, leave and begin again with the right one'
    }`,
  'table-questionnaires-differ': ({ files }: { files: readonly string[] }) =>
    `${join(files.map((file) => `"${file}"`))} answer different questionnaires`,
  'table-questionnaires-differ-hint': 'Name the questionnaire to ask with --questionnaire',
} as const satisfies Catalogue

interface LeftOutFile {
  file: string
  reason: 'excluded' | 'empty' | 'unfinished'
  /** Why it is excluded; else null. */
  note: string | null
}

const finishResponses =
  'Finish a response with "accordant assess", or count unfinished ones in a report with --unfinished'
const answerEmpty = 'Fill in one that has no answer yet with "accordant assess"'
const includeExcluded = 'To count one that is excluded, remove the line "excluded" from its file'

function describeLeftOut({ file, reason, note }: LeftOutFile): string {
  switch (reason) {
    case 'excluded':
      return `${file} is excluded${note === null ? '' : ` (${note.trim()})`}`
    case 'empty':
      return `${file} has no answer yet`
    default:
      return `${file} is not finished`
  }
}

function addWhat(what: string | null): string {
  return what === null ? '' : `, ${what}`
}
