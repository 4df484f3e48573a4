import type { Catalogue } from '../say.ts'

/** Why a Word document is not read, and the next step. */
const reasons = {
  damaged: [
    'This Word document is damaged; nothing of it can be read',
    'Open it in Word or LibreOffice, which may repair it, save it again as .docx, and name that file',
  ],
  encrypted: [
    'This document is protected with a password or by a policy, so accordant cannot open it',
    'Open it, save it without the protection as a Word document (.docx), and name that file',
  ],
  macros: [
    'This document contains macros; accordant reads only documents without any',
    'Open it, save it as a Word document without macros (.docx), and name that file',
  ],
  old: [
    'This document is in the format of Word before 2007 (.doc), which accordant cannot read',
    'Open it, save it as a Word document (.docx), and name that file',
  ],
  heavy: [
    'This document is larger than the limit of 5 MB',
    'Delete its pictures, or make them smaller, save it as a Word document (.docx), and name that file',
  ],
  large: [
    'This Word document has more words, paragraphs, tables or parts than accordant reads',
    'Name a document of fewer than about 200 pages: split it, or delete what is no part of the plan',
  ],
  deep: [
    'Tables, text boxes or fields in this Word document are nested deeper than accordant reads',
    'Copy the text into a new document without tables inside tables, and name that file',
  ],
} as const

type WordReason = keyof typeof reasons

export const wordMessages = {
  'word-refused': ({ reason }: { reason: WordReason }) => reasons[reason][0],
  'word-refused-fix': ({ reason }: { reason: WordReason }) => reasons[reason][1],
  'word-other': ({ name }: { name: string }) => `This is ${name}, not a Word document`,
  'word-other-fix':
    'Open it, save it as a Word document (.docx), and name that file; or name the right file',
} as const satisfies Catalogue
