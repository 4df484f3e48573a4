import type { Catalogue } from '../say.ts'

/** Notes on standard error, and what a run comes to. */
export const cliMessages = {
  wrote: ({ path }: { path: string }) => `wrote ${path}`,
  indented: ({ text }: { text: string }) => `  ${text}`,

  'report-file-not-ours': ({ file }: { file: string }) =>
    `accordant did not write ${file}, so it leaves that file as it is. To write the report elsewhere: accordant report --format markdown=FILE`,
  'report-file-written': ({ file }: { file: string }) => `The report is in ${file}`,

  'template-without-questionnaire': '"--template" works only with "init questionnaire"',
  'template-without-questionnaire-hint': ({ template }: { template: string }) =>
    `Run "accordant init questionnaire --template ${template}"`,
  'init-takes-no-questionnaire': ({ what }: { what: string }) =>
    `"init ${what}" takes no "--questionnaire"`,
  'init-takes-no-questionnaire-hint':
    'It works with a partnership\'s folder, "config" and "response"',
  'init-one-argument': ({ what }: { what: string }) => `"init ${what}" takes no second argument`,
} as const satisfies Catalogue
