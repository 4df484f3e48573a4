import type * as z from 'zod'
import { configFile } from './config.ts'
import { baselineFile, findingsFile } from './findings-file.ts'
import type { Kind } from './kind-names.ts'
import { planFile } from './plan.ts'
import {
  type DimensionChanges,
  dimensionChanges,
  dimensionFile,
  type QuestionnaireChanges,
  questionnaireChanges,
  questionnaireFile,
} from './questionnaire-file.ts'
import { responseFile } from './response-file.ts'
import { resultFile } from './result.ts'
import { mapFile } from './table-map.ts'

/** Every kind of file, with the one schema that decodes it and becomes its JSON Schema. */
export const schemas = {
  questionnaire: questionnaireFile,
  dimension: dimensionFile,
  response: responseFile,
  plan: planFile,
  config: configFile,
  result: resultFile,
  findings: findingsFile,
  map: mapFile,
  baseline: baselineFile,
} as const satisfies Record<Kind, () => z.ZodType>

export type FileOf<K extends Kind> = z.infer<ReturnType<(typeof schemas)[K]>>

/** Kinds of files that may say how they differ from others (`extends`), with the schema of that. */
export const changeSchemas = {
  questionnaire: questionnaireChanges,
  dimension: dimensionChanges,
} as const

export interface ChangesOf {
  readonly questionnaire: QuestionnaireChanges
  readonly dimension: DimensionChanges
}
