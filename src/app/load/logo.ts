import { readInput } from '../../files/read-input.ts'
import { Fault } from '../../model/fault.ts'
import { findPictureType } from '../../reading/foreign-file.ts'

const maxLogoBytes = 500 * 1024

/** A picture that a page can hold, with its type, like `image/png`; a file that is none, or a large one, is a Fault. */
export function readLogo(file: string): { readonly bytes: Uint8Array; readonly type: string } {
  const bytes = readInput(file)
  const type = findPictureType(bytes)
  if (type === null) {
    throw new Fault({ say: 'logo-not-a-picture', file }, { say: 'logo-not-a-picture-hint' })
  }
  if (bytes.length > maxLogoBytes) {
    const size = Math.ceil(bytes.length / 1024)
    throw new Fault({ say: 'logo-too-large', file, size })
  }
  return { bytes, type }
}
