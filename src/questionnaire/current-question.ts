/** Entries under a question's own id before those under a former one: of two answers the newer counts. */
export function sortCurrentFirst<T>(
  raw: Readonly<Record<string, T>>,
  questions: ReadonlyMap<string, unknown>,
): readonly (readonly [string, T])[] {
  const entries = Object.entries(raw)
  return [
    ...entries.filter(([key]) => questions.has(key)),
    ...entries.filter(([key]) => !questions.has(key)),
  ]
}

/** By its id, or by an id it had before. */
export function findQuestionByAnyId<
  Q extends { readonly id: string; readonly formerly: readonly string[] },
>(questions: ReadonlyMap<string, Q>, id: string): Q | null {
  const found = questions.get(id)
  if (found !== undefined) return found
  for (const question of questions.values()) if (question.formerly.includes(id)) return question
  return null
}
