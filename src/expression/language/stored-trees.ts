/** The trees of the expressions in built-in questionnaires, by their text; the build puts them here. */
export const storedTrees: ReadonlyMap<string, string> = new Map()
