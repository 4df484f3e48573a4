import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import Draft4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import type { FindingsFormat } from '../../../src/cli/check-formats.ts'
import type { CheckRun } from '../../../src/model/check-run.ts'
import { decode } from '../../../src/model/decode.ts'
import { renderGithubAnnotations } from '../../../src/render/findings/github.ts'
import { renderGitlabReport } from '../../../src/render/findings/gitlab.ts'
import { renderFindingsJson } from '../../../src/render/findings/json.ts'
import { renderJunit } from '../../../src/render/findings/junit.ts'
import { renderFindingsMarkdown } from '../../../src/render/findings/markdown.ts'
import { renderSarif } from '../../../src/render/findings/sarif.ts'
import { renderFindingsText } from '../../../src/render/findings/text.ts'

/** Every format, as `check` writes it at its usual fail level. */
export const formats = {
  text: renderFindingsText,
  json: renderFindingsJson,
  sarif: (run) => renderSarif(run, { version: '1.2.3' }),
  junit: (run) => renderJunit(run, { fails: ({ severity }) => severity === 'error' }),
  github: renderGithubAnnotations,
  gitlab: renderGitlabReport,
  markdown: renderFindingsMarkdown,
} as const satisfies Record<FindingsFormat, (run: CheckRun) => string>

function schema(name: string): string {
  return readFileSync(join(import.meta.dirname, 'schemas', name), 'utf8')
}

/** What is wrong with a SARIF file by the committee's schema; empty where nothing is. */
export function sarifMisses(output: string): readonly unknown[] {
  return misses(sarifSchema, output)
}

/** What is wrong with a Code Quality report by GitLab's documentation. */
export function gitlabMisses(output: string): readonly unknown[] {
  const problems = misses(gitlabSchema, output)
  const fingerprints = JSON.parse(output).map((item: { fingerprint: string }) => item.fingerprint)
  const doubled = fingerprints.length - new Set(fingerprints).size
  return doubled === 0 ? problems : [...problems, `${doubled} fingerprints are not unique`]
}

/** What is wrong with a `findings/1` file by our own schema. */
export function findingsMisses(output: string): readonly unknown[] {
  return decode('findings', JSON.parse(output)).findings
}

/** What is wrong with JUnit files by Jenkins' schema; libxml2 judges whether they are XML at all. */
export async function junitMisses(...outputs: readonly string[]): Promise<readonly unknown[]> {
  const { errors } = await validateXML({
    xml: outputs.map((contents, index) => ({ fileName: `junit-${index}.xml`, contents })),
    schema: junitSchema,
    initialMemoryPages: 2_000,
    maxMemoryPages: 20_000,
  })
  return errors.map(({ message }) => message)
}

const junitSchema = schema('junit.xsd')

function draft4() {
  const ajv = new Draft4.default({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(JSON.parse(schema('sarif-2.1.0.json')))
}

const sarifSchema = draft4()

const gitlabSchema = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
})

function misses(validate: typeof gitlabSchema, output: string): readonly unknown[] {
  return validate(JSON.parse(output)) ? [] : (validate.errors ?? [])
}
