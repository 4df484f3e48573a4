import type { AdviceId, GeneralFindingId } from '../words/message.ts'

/** What `check` finds besides the checks of a questionnaire. */
export const generalFindingIds = [
  'yaml.syntax',
  'yaml.duplicate-key',
  'yaml.tag',
  'yaml.merge-key',
  'yaml.documents',
  'yaml.directive',
  'yaml.key',
  'yaml.alias',
  'yaml.encoding',
  'yaml.limit',
  'schema.unknown-key',
  'schema.type',
  'schema.value',
  'schema.missing',
  'reference.unknown',
  'answer.not-asked',
  'stage.differs',
  'waiver.expired',
  'waiver.unused',
  'waiver.unknown',
  'baseline.stale',
  'expression.error',
] as const satisfies readonly GeneralFindingId[]

/** What `check` looks for in a questionnaire that can be used. */
export const adviceIds = [
  'question.two-ideas',
  'question.leading',
  'question.double-negative',
  'question.jargon',
  'question.reading-grade',
  'question.anchors',
  'question.choices',
  'question.repeated',
  'question.placeholder',
  'question.words',
  'question.mirror',
  'practice.effort',
  'condition.never',
  'level.all-musts',
  'weight.drowns',
  'check.no-example',
  'check.example',
] as const satisfies readonly AdviceId[]
