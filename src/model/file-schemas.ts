import type * as z from 'zod'
import { configFileSchema } from './config.ts'
import { baselineFileSchema, findingsFileSchema } from './findings-file.ts'
import type { Kind } from './kind-names.ts'
import { planFileSchema } from './plan.ts'
import {
  type DimensionChanges,
  dimensionChangesSchema,
  dimensionFileSchema,
  type QuestionnaireChanges,
  questionnaireChangesSchema,
  questionnaireFileSchema,
} from './questionnaire-file.ts'
import { responseFileSchema } from './response-file.ts'
import { resultFileSchema } from './result.ts'
import { mapFileSchema } from './table-map.ts'

/** Every kind of file, with the one schema that decodes it and becomes its JSON Schema. */
export const fileSchemas = {
  questionnaire: questionnaireFileSchema,
  dimension: dimensionFileSchema,
  response: responseFileSchema,
  plan: planFileSchema,
  config: configFileSchema,
  result: resultFileSchema,
  findings: findingsFileSchema,
  map: mapFileSchema,
  baseline: baselineFileSchema,
} as const satisfies Record<Kind, () => z.ZodType>

export type DecodedFile<K extends Kind> = z.infer<ReturnType<(typeof fileSchemas)[K]>>

/** Kinds of files that may say how they differ from others (`extends`), with the schema of that. */
export const changeSchemas = {
  questionnaire: questionnaireChangesSchema,
  dimension: dimensionChangesSchema,
} as const

export interface ChangesByKind {
  readonly questionnaire: QuestionnaireChanges
  readonly dimension: DimensionChanges
}
