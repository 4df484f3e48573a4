/** The stems of the words in the topics of built-in checks; the build puts them here. */
export const storedStems: ReadonlyMap<string, string> = new Map()
