import type { Catalogue } from '../say.ts'

/** Notes on standard error, and what a run comes to. */
export const cliMessages = {
  'report-file-not-ours': ({ file }: { file: string }) =>
    `accordant did not write ${file}, so it leaves that file as it is. To write the report elsewhere: accordant report --format markdown=FILE`,
  'report-file-written': ({ file }: { file: string }) => `The report is in ${file}`,
} as const satisfies Catalogue
