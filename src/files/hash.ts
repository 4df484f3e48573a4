import { createHash } from 'node:crypto'

/** `sha256:` and the hexadecimal digest of the text's UTF-8 bytes. */
export function hashSha256(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

/** The digest of the text's UTF-8 bytes as Base64, as a content security policy wants it. */
export function hashSha256Base64(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
