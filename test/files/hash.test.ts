import { expect, it } from 'vitest'
import { hashSha256 } from '../../src/files/hash.ts'

it('hashSha256 gives the SHA-256 of the UTF-8 bytes, after its name', () => {
  expect(hashSha256('')).toBe(
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  expect(hashSha256('abc')).toBe(
    'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(hashSha256('é')).toBe(
    'sha256:4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
  )
})
