type Schema = Readonly<Record<string, unknown>>

/** Where a value is not what a JSON Schema asks, by path: the few keywords of 2020-12 that our schemas are made of. */
export function misses(schema: unknown, value: unknown, path = '$'): readonly string[] {
  const node = schema as Schema
  const unknown = Object.keys(node).filter((word) => !known.has(word))
  if (unknown.length > 0) throw new Error(`This check knows no ${unknown.join(', ')}`)
  const here = (holds: boolean, what: string) => (holds ? [] : [`${path}: ${what}`])
  return [
    ...here(node.type === undefined || [node.type].flat().some((type) => is(value, type)), 'type'),
    ...here(!('const' in node) || node.const === value, 'const'),
    ...here(node.enum === undefined || (node.enum as readonly unknown[]).includes(value), 'enum'),
    ...here(fitsAny(node.anyOf, value) && fitsAny(node.oneOf, value), 'anyOf'),
    ...((node.allOf as readonly Schema[]) ?? []).flatMap((part) => misses(part, value, path)),
    ...(typeof value === 'string' ? here(fitsText(node, value), 'text') : []),
    ...(typeof value === 'number' ? here(fitsNumber(node, value), 'range') : []),
    ...(Array.isArray(value) ? missesInList(node, value, path) : []),
    ...(is(value, 'object') ? missesInMap(node, value as Schema, path) : []),
  ]
}

const known = new Set(
  '$schema title description default format type const enum anyOf oneOf allOf pattern minLength maxLength minimum maximum exclusiveMinimum items minItems maxItems properties required additionalProperties patternProperties propertyNames'.split(
    ' ',
  ),
)

function is(value: unknown, type: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function fitsAny(parts: unknown, value: unknown): boolean {
  return parts === undefined || (parts as Schema[]).some((part) => misses(part, value).length === 0)
}

function fitsText({ pattern, minLength = 0, maxLength = 1e9 }: Schema, value: string): boolean {
  if (value.length < Number(minLength) || value.length > Number(maxLength)) return false
  return pattern === undefined || new RegExp(String(pattern), 'u').test(value)
}

function fitsNumber(
  { minimum = -1e18, maximum = 1e18, exclusiveMinimum = -1e18 }: Schema,
  value: number,
): boolean {
  return value >= Number(minimum) && value <= Number(maximum) && value > Number(exclusiveMinimum)
}

function missesInList(
  { items = {}, minItems = 0, maxItems = 1e9 }: Schema,
  value: readonly unknown[],
  path: string,
): readonly string[] {
  const fits = value.length >= Number(minItems) && value.length <= Number(maxItems)
  const inside = value.flatMap((item, index) => misses(items, item, `${path}.${index}`))
  return fits ? inside : [`${path}: length`, ...inside]
}

function missesInMap(node: Schema, value: Schema, path: string): readonly string[] {
  const properties = (node.properties ?? {}) as Schema
  const patterns = Object.entries((node.patternProperties ?? {}) as Schema)
  const required = (node.required ?? []) as readonly string[]
  const missing = required.filter((key) => !Object.hasOwn(value, key))
  return [
    ...missing.map((key) => `${path}.${key}: required`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const inside = `${path}.${key}`
      const named = node.propertyNames === undefined ? [] : misses(node.propertyNames, key, inside)
      const matched = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(key))
      const schemas = [
        ...(Object.hasOwn(properties, key) ? [properties[key]] : []),
        ...matched.map(([, schema]) => schema),
      ]
      const { additionalProperties: others = {} } = node
      if (schemas.length === 0 && others === false) return [`${inside}: unknown`]
      if (schemas.length === 0) schemas.push(others)
      return [...named, ...schemas.flatMap((schema) => misses(schema, item, inside))]
    }),
  ]
}
