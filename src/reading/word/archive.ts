import { crc32, inflateRawSync } from 'node:zlib'
import { refuseWord, WordRefusal } from './refusal.ts'

/** Of the directory, and of all that is unpacked. Three hundred pages of Word take about 8 MB. */
const limits = { entries: 5_000, unpacked: 16 * 1024 * 1024 }

interface Entry {
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly sum: number
  readonly at: number
}

/**
 * A ZIP file by its directory. A part is unpacked when it is asked for, and no further than the size that the directory
 * declares: libraries go on to the end, and take nine seconds for a gigabyte that is declared as a kilobyte. Node's own does
 * it in a tenth of the time that one written in JavaScript takes to start.
 */
export class Archive {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #entries = new Map<string, Entry>()
  #unpacked = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    refuseErrors(() => this.#readDirectory())
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /** The text of a part; null where there is none. */
  read(name: string): string | null {
    const bytes = this.readBytes(name)
    return bytes === null ? null : refuseErrors(() => utf8.decode(bytes))
  }

  readBytes(name: string): Uint8Array | null {
    const entry = this.#entries.get(name)
    return entry === undefined ? null : refuseErrors(() => this.#unpack(entry))
  }

  #readDirectory(): void {
    const end = this.#findEnd()
    const count = this.#view.getUint16(end + 10, true)
    if (count > limits.entries) throw refuseWord('large')
    let at = this.#view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) at = this.#readEntry(at)
  }

  #findEnd(): number {
    const last = this.#bytes.length - 22
    for (let at = last; at >= Math.max(last - 0xffff, 0); at--) {
      if (this.#view.getUint32(at, true) === 0x06054b50) return at
    }
    throw refuseWord('damaged')
  }

  /** Returns where the next one begins. */
  #readEntry(at: number): number {
    this.#expect(at, 0x02014b50)
    if ((this.#view.getUint16(at + 8, true) & 1) === 1) throw refuseWord('encrypted')
    const end = at + 46 + this.#view.getUint16(at + 28, true)
    const name = utf8.decode(this.#bytes.subarray(at + 46, end))
    if (this.#entries.has(name)) throw refuseWord('damaged')
    this.#entries.set(name, {
      method: this.#view.getUint16(at + 10, true),
      sum: this.#view.getUint32(at + 16, true),
      packed: this.#view.getUint32(at + 20, true),
      size: this.#view.getUint32(at + 24, true),
      at: this.#view.getUint32(at + 42, true),
    })
    return end + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true)
  }

  #unpack({ method, packed, size, sum, at }: Entry): Uint8Array {
    this.#unpacked += size
    if (this.#unpacked > limits.unpacked) throw refuseWord('large')
    this.#expect(at, 0x04034b50)
    const from = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true)
    const data = this.#bytes.subarray(from, from + packed)
    if (method !== 0 && method !== 8) throw refuseWord('damaged')
    const part = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size || 1 })
    if (part.length !== size || crc32(part) !== sum) throw refuseWord('damaged')
    return part
  }

  #expect(at: number, signature: number): void {
    if (this.#view.getUint32(at, true) !== signature) throw refuseWord('damaged')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Whatever goes wrong with broken bytes: an offset beyond the end, more than fits, no UTF-8. */
function refuseErrors<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof WordRefusal ? error : refuseWord('damaged')
  }
}
