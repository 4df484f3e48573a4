import { exists } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import { toResponseFile } from '../../questionnaire/to-response-file.ts'
import { writeYaml } from '../../reading/edit.ts'
import { editResponse } from '../../reading/edit-response.ts'
import { readSource } from '../load/source.ts'
import type { OpenedResponse } from './open-response.ts'

interface ResponseStore {
  /** Returns when the response is on the disk; a failure is a Fault, and the file is as it was. */
  readonly save: (response: Response) => void
}

/** Keeps one response file up to date; its lock must be held. What was changed since it was read is a Fault.
 * What a person wrote in it beside the answers stays.
 */
export function createResponseStore(opened: OpenedResponse): ResponseStore {
  const { path, loaded, setAside } = opened
  refuseChanged(opened)
  let before: Readonly<Record<string, unknown>> | null = null
  return {
    save: (response) => {
      const aside = Object.keys(setAside).length === 0 ? {} : { 'x-set-aside': setAside }
      const file = { ...toResponseFile(loaded.questionnaire, response), ...aside }
      const text = readCurrentText(path)
      writeWhole(path, text === null ? writeYaml(file) : editResponse(text, file, before))
      before = file
    },
  }
}

/** Between reading a file and locking it, another run may have written it. */
function refuseChanged({ path, text }: OpenedResponse): void {
  const now = exists(path) ? readSource(path).document.text : null
  if (now === text) return
  throw new Fault(
    { say: 'response-changed-by-run', file: path },
    { hint: { say: 'response-changed-by-run-hint' } },
  )
}

/** What the file says now, for a person may have edited it since; null where there is none. */
function readCurrentText(path: string): string | null {
  if (!exists(path)) return null
  const { readable, text } = readSource(path).document
  if (readable) return text
  throw new Fault({ say: 'response-changed-by-hand', file: path })
}
