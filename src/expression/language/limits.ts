/** How large an expression may be: characters of text, nested levels, parts, macros inside one another. */
export const expressionLimits = { length: 2_000, depth: 40, nodes: 500, macros: 2 } as const
