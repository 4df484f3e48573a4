import { draftTexts } from './en/plan-draft.ts'
import type { DraftText } from './message.ts'
import { createSayer } from './say.ts'

export const sayDraft: (text: DraftText) => string = createSayer(draftTexts)
