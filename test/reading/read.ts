import type { SourceDocument } from '../../src/reading/open-document.ts'
import { readYaml } from '../../src/reading/yaml.ts'

export function read(text: string | Uint8Array): SourceDocument {
  return readYaml(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'file.yaml')
}

/** Each finding as `line:column id`. */
export function told(text: string | Uint8Array): readonly string[] {
  return read(text).findings.map(({ line, column, id }) => `${line}:${column} ${id}`)
}

/** As plain objects, for comparing. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : structuredClone(value)
}
