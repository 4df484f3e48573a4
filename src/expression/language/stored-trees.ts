/**
 * The trees of the expressions in built-in questionnaires, by their text, so that no run reads them again. The build puts
 * them here with the parser it builds in; there are none before.
 */
export const storedTrees: ReadonlyMap<string, string> = new Map()
