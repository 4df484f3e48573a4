import type { Catalogue } from '../say.ts'
import { count, inNumber, quoteAll } from './grammar.ts'

/** What the use cases say: why they stop, what became of a plan, what there is to know before an interview. */
export const appMessages = {
  'file-exists': ({ file }: { file: string }) => `"${file}" already exists and is not overwritten`,

  'form-without-partners': 'Nothing says which partners there are, so the form cannot ask',
  'form-without-partners-hint':
    'List them under "partners" in accordant.yaml, or make a form for each with --partner ID',

  'actions-with-what-if':
    '--add-actions works with the answers that people gave, not with --what-if',
  'actions-without-plan': '--add-actions: There is no plan to add the next steps to',
  'actions-without-plan-hint':
    'Make one with "accordant init plan", or name a plan elsewhere with --plan',
  'actions-plan-from-stdin':
    '--add-actions: The plan comes from standard input, so it cannot be changed',
  'actions-hidden': '--add-actions: Too few people have answered for next steps to be shown',
  'actions-unknown-question': ({ id, hint }: { id: string; hint: string }) =>
    `--add-actions: Unknown question "${id}"${hint}`,
  'actions-unknown-question-hint':
    'Give a number, or the ids of next steps, like --add-actions=3 or --add-actions=trust.promises,roles.deputies',
  'actions-none-from-question': ({ id }: { id: string }) =>
    `--add-actions: The question "${id}" leads to no next step`,
  'actions-none-from-question-hint':
    'A question leads to a next step if it names a practice and a partner is below the best answer',
  'actions-none-to-add': ({ file, existing }: { file: string; existing: number }) =>
    existing === 0
      ? 'There is no next step, so nothing is added'
      : `${existing === 1 ? 'The next step is' : `All ${existing} next steps are`} already in ${file}, so nothing is added`,
  'actions-to-paste': ({ file }: { file: string }) =>
    `${file} is a Markdown file, which accordant does not edit. Paste this at its end, or paste only the rows into its table of commitments:`,
  'actions-added': ({
    file,
    added,
    existing,
  }: {
    file: string
    added: readonly {
      readonly due: string
      readonly owner: string | null
      readonly action: string
    }[]
    existing: number
  }) => {
    const already =
      existing === 0 ? '' : `; ${existing} more ${inNumber(existing, 'was', 'were')} already there`
    const orphans = added.filter(({ owner }) => owner === null).length
    return [
      `Added ${count(added.length, 'commitment')} to ${file}${already}`,
      ...added.map(({ due, owner, action }) => `  ${due}  ${owner ?? 'nobody yet'}  ${action}`),
      ...(orphans === 0
        ? []
        : [
            `Name an owner for ${count(orphans, 'commitment')}: the plan names no manager who could own ${inNumber(orphans, 'it', 'them')}`,
          ]),
      `When a commitment is overdue, this command says so: accordant check ${file}`,
    ].join('\n')
  },

  'plan-answers-hidden': 'Individual answers are hidden, so the plan was left unchanged',
  'plan-up-to-date': ({ file }: { file: string }) => `The plan ${file} is already up to date`,
  'plan-filled-in': ({ file, places }: { file: string; places: readonly string[] }) =>
    `Filled in ${places.length > 4 ? count(places.length, 'place') : quoteAll(places)} in the plan ${file}`,
  'plan-check-next': ({ file }: { file: string }) =>
    `To see what to write next: accordant check ${file}`,
  'plan-sections-to-paste': ({ file, sections }: { file: string; sections: readonly string[] }) =>
    `${file} is a Markdown file, which accordant does not edit. Paste the text above between the two "---" lines at its start, to replace these sections: ${sections.join(', ')}`,

  'answers-set-aside': ({ ids }: { ids: readonly string[] }) =>
    `The questionnaire has changed. ${ids.length === 1 ? 'One answer no longer fits and is' : `${ids.length} answers no longer fit and are`} set aside under "x-set-aside": ${ids.join(', ')}`,

  'write-name-as-id': ({ command }: { command: string }) =>
    `Use small letters, digits and single hyphens: ${command}`,
  'file-exists-hint': ({ what }: { what: string }) =>
    `Edit it, or write another file: accordant init ${what} FILE`,
  'config-exists-hint': 'Edit it: a partnership has one such file',
  'partnership-exists-hint': ({ folder }: { folder: string }) =>
    `The partnership is there already. Go on with:${folder === '.' ? '' : ` cd ${folder}, then`} accordant assess`,
  'plan-exists-hint': 'To write the settings beside it: accordant init config',
  'partnership-name-invalid': ({ name }: { name: string }) =>
    `"${name}" cannot be a partnership's name`,
  'id-shape-hint': ({ example }: { example: string }) =>
    `Use small letters, digits and single hyphens, like "${example}"`,
  'next-plan': ({ file }: { file: string }) =>
    `\nFill it in with any editor, then run:\n  accordant check ${file}`,
  'next-config': ({ file }: { file: string }) =>
    `\nSet what you want to reach, then run:\n  accordant check ${file}`,
  'next-questionnaire': ({ file }: { file: string }) =>
    `\nAdd your own questions and checks, then run:\n  accordant check ${file}\n  accordant preview ${file} --report`,
  'next-response': ({ file }: { file: string }) =>
    `\nFill it in with any editor, then run:\n  accordant report ${file}`,
  'next-partnership': ({ folder }: { folder: string }) =>
    `\nNext:\n  cd ${folder}\n  accordant assess      interviews a partner and writes report.md`,
  'next-partnership-here':
    '\nNext:\n  accordant assess      interviews a partner and writes report.md',
  'next-ci': '\nFor GitLab, put this into .gitlab-ci.yml instead:',

  /** A plan from a document. */
  'next-plan-from': ({
    file,
    percent,
    topics,
    twin,
  }: {
    file: string
    percent: number | null
    topics: number
    twin: string | null
  }) =>
    [
      '',
      `accordant read ${percent === null ? 'nothing that is about a plan' : `${percent} % of what is about a plan`}${topics === 0 ? '' : `, and the comments point to the text about ${count(topics, 'topic')} that you have to read yourself`}.`,
      ...(twin === null
        ? []
        : [
            `A partnership has one plan: move ${twin} to another folder, or name the plan in accordant.yaml, like "plan: plan.yaml".`,
          ]),
      'Fill it in with any editor, then run:',
      `  accordant check ${file}`,
    ].join('\n'),
  'draft-of-nothing': ({ document }: { document: string }) =>
    `Found nothing in "${document}" that belongs in a plan, so nothing was written`,
  'draft-of-nothing-hint': 'To start from examples: accordant init plan',
  'draft-of-data': ({ document }: { document: string }) =>
    `"--from" reads a document in Word or Markdown; "${document}" is a file of data`,
  'draft-of-data-hint': ({ document }: { document: string }) =>
    `To check it as it is: accordant check ${document}`,
  'draft-of-other': ({ document }: { document: string }) =>
    `"--from" reads a document in Word (.docx) or Markdown (.md), and "${document}" is neither`,
  'draft-of-other-hint': 'Save the document as Word or Markdown',
  'draft-not-yaml': ({ file }: { file: string }) =>
    `The plan is written in YAML; "${file}" does not end in .yaml or .yml`,
  'from-without-plan': '"--from" works only with "init plan"',
  'from-as-markdown': 'What "--from" reads is written as a plan in YAML',
  /** Both are as they are typed; null for the plan's usual place. */
  'run-init-from': ({ file, from }: { file: string | null; from: string }) =>
    `Run "accordant init plan ${file === null ? '' : `${file} `}--from ${from}"`,
  'draft-entry-lost': ({ words }: { words: readonly string[] }) =>
    `an entry without a usable id: ${quoteAll(words)}`,

  'path-not-a-folder': ({ path }: { path: string }) => `"${path}" is not a folder`,
  'name-a-folder': 'Name the folder to look in',
  'questionnaire-extends-nothing': ({ id }: { id: string }) =>
    `"${id}" extends no other questionnaire`,
  'questionnaire-extends-nothing-hint':
    'A questionnaire that extends another has a line like "extends: partnership-readiness@1"',
  'answers-made-up': ({ seed }: { seed: string }) =>
    `Every answer here is made up, by "accordant preview --report --seed ${seed}"`,
  'explain-unknown-id': ({
    id,
    questionnaire,
    hint,
  }: {
    id: string
    questionnaire: string
    hint: string
  }) => `"${id}" is not a question, check, dimension or level of "${questionnaire}"${hint}`,
} as const satisfies Catalogue
