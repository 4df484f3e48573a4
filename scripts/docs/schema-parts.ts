import { isMap } from '../../src/model/value.ts'

/** A part of a JSON Schema. */
export type Part = Readonly<Record<string, unknown>>

/** The keys of a map, in the order of the schema. */
export function keysOf(part: Part): readonly (readonly [string, Part])[] {
  return Object.entries(isMap(part.properties) ? part.properties : {}).filter(
    (entry): entry is [string, Part] => isMap(entry[1]),
  )
}

/** The forms that a part may have; the part itself if it has only one. */
export function formsOf(part: Part): readonly Part[] {
  const forms = part.oneOf ?? part.anyOf
  return Array.isArray(forms) ? forms.filter(isMap) : [part]
}

export function itemsOf(part: Part): Part {
  return isMap(part.items) ? part.items : {}
}

/** A table of keys: the values they take, what happens if they are left out, and what they are for. */
export function keyTable(part: Part, keys: readonly string[] | null = null): string {
  const required: readonly unknown[] = Array.isArray(part.required) ? part.required : []
  const rows = keysOf(part)
    .filter(([key]) => keys === null || keys.includes(key))
    .map(([key, own]) => {
      const without = required.includes(key) ? 'required' : defaultOf(own)
      return `| \`${key}\` | ${kindOf(own)} | ${without} | ${own.description ?? ''} |`
    })
  return `| Key | Value | If left out | Meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function defaultOf(part: Part): string {
  if (part.default === undefined || isEmpty(part.default)) return ''
  return `\`${JSON.stringify(part.default).replaceAll('"', '')}\``
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** The values that a key takes, in words. */
function kindOf(part: Part): string {
  const forms = formsOf(part)
  if (forms.length > 1) return [...new Set(forms.map(kindOf))].join(' or ')
  if (Array.isArray(part.enum)) return part.enum.map((word) => `\`${word}\``).join(', ')
  if (part.const !== undefined) return `\`${part.const}\``
  if (Array.isArray(part.type)) return part.type.map((type) => kindOf({ type })).join(' or ')
  switch (part.type) {
    case 'array':
      return `list of ${plural(itemKind(part))}${sizeOf(part)}`
    case 'object':
      return isMap(part.properties) ? 'map' : `map of ${plural(kindOf(valuesOf(part)))}`
    case 'integer':
      return `whole number${rangeOf(part)}`
    case 'number':
      return part.exclusiveMinimum === 0 ? 'number over 0' : `number${rangeOf(part)}`
    case 'boolean':
      return '`true` or `false`'
    case 'string':
      return part.allOf === undefined ? 'text' : 'id'
    default:
      return 'map'
  }
}

function itemKind(part: Part): string {
  const kind = kindOf(itemsOf(part))
  return Array.isArray(itemsOf(part).type) ? 'these' : kind
}

function valuesOf({ additionalProperties }: Part): Part {
  return isMap(additionalProperties) ? additionalProperties : {}
}

function plural(kind: string): string {
  return kind.replace(/\b(text|id|map|list|number)\b/g, '$1s')
}

function sizeOf({ minItems, maxItems }: Part): string {
  if (maxItems !== undefined) return `, ${minItems} to ${maxItems}`
  return minItems === undefined ? '' : `, at least ${minItems}`
}

/** Leaves out the bounds of safe integers, which nobody wrote. */
function rangeOf({ minimum, maximum }: Part): string {
  const isBound = (bound: unknown) =>
    typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  if (isBound(minimum) && isBound(maximum)) return ` from ${minimum} to ${maximum}`
  return isBound(minimum) ? ` from ${minimum}` : ''
}
