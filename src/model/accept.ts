import { isMap } from './value.ts'

/** The part of JSON Schema (2020-12) that the schemas of files on the short way are made of. */
export interface Shape {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Shape | false
  readonly propertyNames?: Shape
  /** Only on a property at the top (`defaultsOf`). */
  readonly default?: unknown
}

type Accepts = (value: unknown) => boolean
type Compile = (shape: Shape) => Accepts

/** Says of values whether they have the shape, and not why not. Throws where the shape asks for what it does not know. */
export function acceptor(shape: Shape): Accepts {
  const named = new Map<string, Accepts>()
  const compile: Compile = (node) => {
    const { $ref } = node
    if ($ref === undefined) return allOf(rulesOf(node, compile))
    return (value) => {
      const known = named.get($ref) ?? compile(definition(shape, $ref))
      named.set($ref, known)
      return known(value)
    }
  }
  return compile(shape)
}

/** What the keys at the top stand for where they are missing. */
export function defaultsOf(shape: Shape): Readonly<Record<string, unknown>> {
  const entries = Object.entries(shape.properties ?? {})
  return Object.fromEntries(
    entries.flatMap(([key, property]) =>
      'default' in property ? [[key, property.default] as const] : [],
    ),
  )
}

function definition({ $defs }: Shape, ref: string): Shape {
  const found = $defs?.[ref.replace('#/$defs/', '')]
  if (found === undefined) throw new Error(`The schema has no "${ref}"`)
  return found
}

function allOf(rules: readonly Accepts[]): Accepts {
  const [only] = rules
  if (only !== undefined && rules.length === 1) return only
  return (value) => rules.every((rule) => rule(value))
}

function rulesOf(node: Shape, compile: Compile): readonly Accepts[] {
  const words = Object.keys(node).filter((word) => !annotations.has(word))
  const rules = words
    .filter((word) => !mapWords.has(word))
    .map((word) => {
      const rule = keywords[word]
      if (rule === undefined) throw new Error(`"${word}" in a schema is not known here`)
      return rule(node, compile)
    })
  return words.some((word) => mapWords.has(word)) ? [...rules, mapRule(node, compile)] : rules
}

/** What says nothing about a value: `format` comes with a `pattern` that says the same. */
const annotations = new Set(['$schema', '$defs', 'title', 'default', 'format'])

/** These look at the same keys, so one rule does. */
const mapWords = new Set(['properties', 'required', 'additionalProperties', 'propertyNames'])

const keywords: Readonly<Record<string, (node: Shape, compile: Compile) => Accepts>> = {
  type: ({ type }) => {
    const types = [type].flat().map(typeTest)
    return (value) => types.some((is) => is(value))
  },
  const: (node) => (value) => value === node.const,
  enum: (node) => (value) => node.enum?.includes(value) === true,
  anyOf: ({ anyOf = [] }, compile) => {
    const branches = anyOf.map(compile)
    return (value) => branches.some((branch) => branch(value))
  },
  allOf: (node, compile) => allOf((node.allOf ?? []).map(compile)),
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

function typeTest(name: string | undefined): Accepts {
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
      throw new Error(`The type "${name}" in a schema is not known here`)
  }
}

/** A key whose value is undefined is as good as missing. */
function mapRule(node: Shape, compile: Compile): Accepts {
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
