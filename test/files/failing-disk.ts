import fs from 'node:fs'
import type { Disk } from '../../src/files/disk.ts'

const names = [
  'closeSync',
  'fchmodSync',
  'fchownSync',
  'fstatSync',
  'fsyncSync',
  'linkSync',
  'lstatSync',
  'openSync',
  'readdirSync',
  'realpathSync',
  'renameSync',
  'statSync',
  'unlinkSync',
  'writeSync',
] as const satisfies readonly (keyof Disk)[]

export type DiskCall = (typeof names)[number]
type Call = (...args: readonly unknown[]) => unknown

/** What the k-th call does instead: an error by its code, or a write of fewer bytes than asked for. */
export type Failure = string | { readonly writes: number }

/** A disk that writes down its calls, of which those that `failure` names fail. */
export function failingDisk(failure: (index: number, name: DiskCall) => Failure | null) {
  const calls: DiskCall[] = []
  const wrap = (name: DiskCall): Call => {
    const real = fs[name] as unknown as Call
    return (...args) => {
      calls.push(name)
      const wrong = failure(calls.length, name)
      if (wrong === null) return real(...args)
      if (typeof wrong === 'object')
        return name === 'writeSync' ? shortWrite(real, args, wrong.writes) : real(...args)
      if (name === 'closeSync') real(...args)
      throw Object.assign(new Error(`${wrong}: ${name}`), { code: wrong })
    }
  }
  const disk = Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as Disk
  return { disk, calls }
}

function shortWrite(real: Call, args: readonly unknown[], most: number): unknown {
  const [file, bytes, offset, length] = args
  return most === 0 ? 0 : real(file, bytes, offset, Math.min(Number(length), most))
}
