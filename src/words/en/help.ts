import type { Catalogue } from '../say.ts'
import { join } from './grammar.ts'

/** The help of the program and of each command, and what it says before it has loaded more. */
export const helpTexts = {
  program: 'Shows partners how ready they are to work together, why, and what to do next.',
  'print-version': 'print the version',
  'show-help': 'show help',
  'show-help-for': 'show help for a command',
  'force-colour': 'use colour, whatever the terminal says',
  'no-colour': 'use no colour',
  'see-help': '(--help shows commands and options)',
  'first-use': `
A first use:
  accordant init northwind-contoso      make the partnership's folder; asks for the partners
  cd northwind-contoso
  accordant assess                      interview a partner; writes report.md
  accordant report                      the report on everybody's answers
`,
  'unknown-command': ({ word, near }: { word: string; near: string | null }) =>
    `error: unknown command "${word}"${near === null ? '' : `; did you mean "${near}"?`}`,
  formats: ({ formats }: { formats: readonly string[] }) =>
    `${join(formats, 'or')}; several, each to its file`,
  'preview-formats': ({ formats }: { formats: readonly string[] }) =>
    `with --report: ${join(formats, 'or')}; several, each to its file`,
  'report-output': 'write to this file; its ending says the format: .md, .html, .docx, .json, .csv',
  'preview-output': 'with --report: write to this file; its ending says the format',
  'report-first-page': 'the first page alone',
  'report-full': 'all there is: every question, further steps, statistics, ids',
  'report-for': 'one page for this partner to take home',
  overwrite: 'replace a report even if somebody edited it',
  'preview-overwrite': 'with --report: replace the report even if somebody edited it',
  'report-no-worse-than': 'exit with 1 if the score or level is lower than it was there',
  'score-expected': ({ better }: { better: string | null }) =>
    `Expected a number from 0 to 100.${better === null ? '' : ` Write ${better}.`}`,
  'meant-format': ({ format }: { format: string }) => `(Did you mean --format ${format}?)\n`,
  'meant-version': '(Did you mean --version?)\n',
  'date-expected': ({ days }: { days: readonly string[] }) =>
    `Expected a real date like 2026-11-23.${days.length === 0 ? '' : ` Write ${join(days, 'or')}.`}`,
  'count-expected': 'Expected a whole number from 1.',

  'init-summary': 'start a partnership folder, or a single file with examples',
  'init-description':
    'Makes NAME/ with accordant.yaml, plan.yaml and responses/, and in a terminal asks for the names of the partners; or makes one file to begin with: a plan, a blank response (the paper form), a questionnaire that extends ours, settings, or a workflow that checks the plan on every change. Nothing that exists is overwritten.',
  'init-what': 'a name for the partnership, or plan, response, questionnaire, config, ci',
  'init-file': 'where to write a single file (default: its usual place)',
  'init-stage':
    'the stage of the plan, which decides how much of it is there (default: exploring, and with --from what the document says, or agreed)',
  'init-format': 'with "plan": plan.yaml, or plan.md as a document for people (default: yaml)',
  'init-from':
    'with "plan": a contract, charter or memorandum in Word or Markdown, to begin with what it says',
  'init-template':
    'with "questionnaire": an empty one, or the scoring of a published instrument without its wording',
  'init-partner':
    'a partner, by its name; give each, or you are asked. With "response": whom it is for',
  'init-role': 'with "response": the respondent\'s role',
  'init-questionnaire':
    'for a partnership, "config", "response" and --from: a built-in one, or a path',
  'init-quick': 'with "response": the quick run only',
  'init-examples':
    '\nExamples:\n  accordant init northwind-contoso\n  accordant init cold-chain --partner "Northwind Traders" --partner "Contoso Foods"\n  accordant init response --partner contoso\n  accordant init plan --stage agreed\n  accordant init plan --format markdown\n  accordant init plan --from contract.docx\n  accordant init questionnaire --template sum-and-bands\n  accordant init ci\n',
  'assess-summary': 'interview a partner in the terminal',
  'assess-description':
    'Asks the questions, one to a screen, saves after every answer, and ends with the verdict and the report. Offers to resume an unfinished interview.',
  'assess-path': "the partnership's folder",
  'assess-partner': 'who answers; once for each partner at one table',
  'respondent-role': "the respondent's role",
  'assess-respondent':
    "the respondent's code, not a name: goes on with that person's answers, or begins them",
  'assess-response': 'the response to write, or to continue',
  'any-questionnaire': 'a built-in questionnaire, or a path',
  'short-run': 'the short run',
  'assess-blind': 'at one table: hide each answer until all have given theirs',
  'by-line': 'ask line by line, without redrawing',
  'assess-examples':
    '\nExamples:\n  accordant assess --partner contoso\n  accordant assess --partner contoso --partner northwind --blind\n  accordant assess --quick\n  accordant assess --questionnaire five-days-of-action\n  accordant assess --response responses/contoso-r1.yaml\n',
  'status-summary': 'see who has answered, who is missing, and what comes next',
  'status-description':
    'Says how many people of each partner have answered, have begun and are missing, which files do not count and why, how complete the plan is, and what to do next. It shows no role and no answer, but the names of files and the reasons why responses are left out, as somebody wrote them. Exits with 2 if something has to be corrected before there can be a report.',
  'status-examples':
    '\nExamples:\n  accordant status\n  accordant status northwind-contoso\n  accordant status --format json=status.json\n',
  'report-summary': 'score the answers and write the readiness report',
  'report-description':
    "Scores one or more responses and writes the report to standard output, or to a file. Takes a partnership's folder, or response files.",
  'response-paths': 'a folder, or response files (default: the current folder)',
  'report-questionnaire':
    'a built-in questionnaire, or a path (default: found by the id in the responses)',
  'report-map': 'for a table (.csv, .tsv): how its columns become answers',
  'report-plan': "the partnership's plan, to compare with the answers",
  'report-min-score': 'exit with 1 if the score is lower',
  'report-min-level': 'exit with 1 if the level is lower',
  'report-min-dimension': 'exit with 1 if any dimension is lower',
  'report-unfinished': 'count responses that are not finished too',
  'report-min-group': 'show nothing by partner if a partner has fewer than k respondents',
  'report-previous':
    'an earlier point in time, to see what changed: a folder, a response or a result as JSON; the oldest first',
  'report-what-if': 'hypothetical: the figures if everybody gave this answer to the question',
  'report-add-actions':
    "add next steps to the plan's commitments, with owner and due date: the first ten, or this many, or these ids",
  'report-today': 'check dates in the plan as of this day, like 2026-11-23',
  'report-examples':
    '\nExamples:\n  accordant report\n  accordant report -o report.html -o report.docx\n  accordant report --summary -o first-page.docx\n  accordant report --for contoso -o contoso.docx\n  accordant report responses/*.yaml --format csv=answers.csv\n  accordant report -o report.html --overwrite\n  accordant report --min-level conditional\n  accordant report --what-if trust.bad-news=4 --what-if contingencies.exit=3\n  accordant report -o report.md --add-actions=3\n  accordant report survey.csv --map survey.map.yaml\n',
  'check-summary': 'check plans and other files, as a linter does',
  'check-description':
    'Shows what is wrong in a plan, line by line, and how complete it is, and exits with 1 if a finding reaches the fail level or a limit is missed. Also checks responses, questionnaires and settings, and looks at how the questions of a questionnaire are asked. In folders and by patterns, what git ignores is passed over, except the responses of a partnership.',
  'check-paths': 'files, folders, patterns, or - (default: the current folder)',
  'check-questionnaire': 'the questionnaire with the checks: built in, or a path',
  'check-fail-on': 'the lowest severity that fails (default: error)',
  'check-min-complete': 'exit with 1 if a plan is less complete than this, in percent',
  'check-baseline': 'a file of accepted findings, which do not fail',
  'check-update-baseline': 'write the findings of this run to the baseline',
  'check-all': 'show every finding, however many',
  'check-show-plan': 'print the plan as it was read, instead of its findings',
  'check-stdin-name': 'file name to report for standard input',
  'check-today': 'check dates as of this day, like 2026-11-23',
  'check-examples':
    '\nExamples:\n  accordant check\n  accordant check plan.yaml --min-complete 80\n  accordant check questionnaire.yaml --fail-on warning\n  accordant check "plans/**/*.{yaml,md}"\n  accordant check plans/ --format text --format sarif=accordant.sarif\n  accordant check --update-baseline\n  git show HEAD:plan.yaml | accordant check - --stdin-name plan.yaml\n',
  'explain-summary': 'explain a question, dimension or level, and how its number came about',
  'explain-description':
    'Explains a question, dimension, level, check or finding. With responses (or in a partnership that has some) it also shows the arithmetic, with the numbers filled in.',
  'explain-id': 'like trust.bad-news, trust, ready, or the id of a finding',
  'explain-examples':
    '\nExamples:\n  accordant explain trust.bad-news\n  accordant explain trust responses/*.yaml\n  accordant explain ready\n  accordant explain question.two-ideas\n',
  'import-summary': 'turn what people sent back, or a form export (CSV), into responses',
  'import-description':
    'Reads the files and mails that people send back from "accordant form": name them all. It also reads what form tools and spreadsheets export, one respondent a row, with a map from columns to questions. Without --map it drafts the map from the header and exits with 3. Each row is imported, left out or refused, and a cell that cannot be read is left out alone: each with its line and the reason.',
  'import-file':
    'files or mails with answers, - for pasted text; or one table: cells separated by , ; | or tabs',
  'import-overwrite': 'replace earlier answers of the same person',
  'import-map': 'how the columns become answers',
  'import-output': 'the folder that gets responses/ (default: the current one)',
  'import-questionnaire': 'for the draft: a built-in questionnaire, or a path',
  'import-examples':
    '\nExamples:\n  accordant import mails/*.txt answers.yaml             writes responses\n  accordant import survey.csv                          drafts survey.map.yaml\n  accordant import survey.csv --map survey.map.yaml\n',
  'form-summary': 'write a page that people can answer without a terminal',
  'form-description':
    'Writes one page with all the questions. People open it from a mail in their browser, answer, and send back a file or a text, which "accordant import" reads. The page works without a network and sends nothing itself. Printed, it is a paper form.',
  'form-path': "the partnership's folder",
  'form-partner': 'the partner that answers; without it people choose theirs',
  'form-output': 'write to this file',
  'form-examples':
    '\nExamples:\n  accordant form -o form.html\n  accordant form -o contoso.html --partner contoso --quick\n  accordant form -o form.xlsx                          for KoboToolbox, ODK and other servers, with form.map.yaml\n',
  'list-summary': 'list the questionnaires, built in and in this project',
  'list-path': 'where to look for more',
  'list-diff': 'show what this questionnaire adds to the one it extends, changes and drops',
  'list-examples': '\nExamples:\n  accordant list\n  accordant list --diff questionnaire.yaml\n',
  'preview-summary': 'walk through a questionnaire, or see its report, without saving anything',
  'preview-description':
    'Asks the questions as an interview does, but saves nothing. With --report it makes up the answers of two partners with three people each, and writes the report on them.',
  'preview-report': 'the report on made-up answers',
  'preview-seed': 'with --report: another seed gives other answers (default: 1)',
  'preview-examples':
    '\nExamples:\n  accordant preview questionnaire.yaml\n  accordant preview questionnaire.yaml --report\n  accordant preview partnership-health --report --seed 7 -o preview.html\n',
  'schema-summary': 'print the JSON Schema of a kind of file',
  'schema-examples': '\nExample:\n  accordant schema plan > plan.schema.json\n',

  'our-fault': ({ message, trace }: { message: string; trace: string | null }) =>
    `accordant: an error in accordant itself: ${message}${trace === null ? '' : `\n${trace}`}\nPlease report it. ACCORDANT_DEBUG=1 shows where it happened.`,
  'output-unwritable': ({ reason }: { reason: string }) =>
    `accordant: Cannot write the output: ${reason}`,
} as const satisfies Catalogue
