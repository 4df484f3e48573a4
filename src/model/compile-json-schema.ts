import { isMap } from './value.ts'

/** The part of JSON Schema (2020-12) that the fast path uses. */
export interface JsonSchema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | false
  readonly propertyNames?: JsonSchema
  /** Only on a property at the top. */
  readonly default?: unknown
}

type Validator = (value: unknown) => boolean
type SchemaCompiler = (shape: JsonSchema) => Validator

/** A test of whether values fit the schema; it does not say why not. Throws where the schema has a keyword it does not know. */
export function compileJsonSchema(shape: JsonSchema): Validator {
  const named = new Map<string, Validator>()
  const compile: SchemaCompiler = (node) => {
    const { $ref } = node
    if ($ref === undefined) return combineRules(compileRules(node, compile))
    return (value) => {
      const known = named.get($ref) ?? compile(resolveDefinition(shape, $ref))
      named.set($ref, known)
      return known(value)
    }
  }
  return compile(shape)
}

function resolveDefinition({ $defs }: JsonSchema, ref: string): JsonSchema {
  const found = $defs?.[ref.replace('#/$defs/', '')]
  if (found === undefined) throw new Error(`Unknown $ref "${ref}"`)
  return found
}

function combineRules(rules: readonly Validator[]): Validator {
  const [only] = rules
  if (only !== undefined && rules.length === 1) return only
  return (value) => rules.every((rule) => rule(value))
}

function compileRules(node: JsonSchema, compile: SchemaCompiler): readonly Validator[] {
  const words = Object.keys(node).filter((word) => !annotationKeywords.has(word))
  const rules = words
    .filter((word) => !objectKeywords.has(word))
    .map((word) => {
      const rule = keywordCompilers[word]
      if (rule === undefined) throw new Error(`Unknown keyword "${word}"`)
      return rule(node, compile)
    })
  return words.some((word) => objectKeywords.has(word))
    ? [...rules, compileObjectRule(node, compile)]
    : rules
}

/** What says nothing about a value: `format` comes with a `pattern` that says the same. */
const annotationKeywords = new Set(['$schema', '$defs', 'title', 'default', 'format'])

/** These look at the same keys, so one rule does. */
const objectKeywords = new Set(['properties', 'required', 'additionalProperties', 'propertyNames'])

const keywordCompilers: Readonly<
  Record<string, (node: JsonSchema, compile: SchemaCompiler) => Validator>
> = {
  type: ({ type }) => {
    const types = [type].flat().map(compileTypeRule)
    return (value) => types.some((is) => is(value))
  },
  const: (node) => (value) => value === node.const,
  enum: (node) => (value) => node.enum?.includes(value) === true,
  anyOf: ({ anyOf = [] }, compile) => {
    const branches = anyOf.map(compile)
    return (value) => branches.some((branch) => branch(value))
  },
  allOf: (node, compile) => combineRules((node.allOf ?? []).map(compile)),
  pattern: ({ pattern = '' }) => {
    const regex = new RegExp(pattern)
    return (value) => typeof value !== 'string' || regex.test(value)
  },
  maxLength:
    ({ maxLength = 0 }) =>
    (value) =>
      typeof value !== 'string' || value.length <= maxLength,
  minimum:
    ({ minimum = 0 }) =>
    (value) =>
      typeof value !== 'number' || value >= minimum,
  maximum:
    ({ maximum = 0 }) =>
    (value) =>
      typeof value !== 'number' || value <= maximum,
  items: ({ items = {} }, compile) => {
    const item = compile(items)
    return (value) => !Array.isArray(value) || value.every(item)
  },
}

function compileTypeRule(name: string | undefined): Validator {
  switch (name) {
    case 'null':
      return (value) => value === null
    case 'array':
      return Array.isArray
    case 'object':
      return isMap
    case 'number':
      return Number.isFinite
    case 'integer':
      return Number.isSafeInteger
    case 'string':
    case 'boolean':
      return (value) => typeof value === name
    default:
      throw new Error(`Unknown type "${name}"`)
  }
}

/** A key whose value is undefined is as good as missing. */
function compileObjectRule(node: JsonSchema, compile: SchemaCompiler): Validator {
  const { required = [], additionalProperties: others = {} } = node
  const known = new Map(
    Object.entries(node.properties ?? {}).map(([key, shape]) => [key, compile(shape)]),
  )
  const other = others === false ? () => false : compile(others)
  const named = compile(node.propertyNames ?? {})
  return (value) => {
    if (!isMap(value)) return true
    const fits = Object.entries(value).every(([key, item]) => {
      const property = known.get(key)
      if (property === undefined) return named(key) && other(item)
      return item === undefined || property(item)
    })
    return fits && required.every((key) => Object.hasOwn(value, key) && value[key] !== undefined)
  }
}
