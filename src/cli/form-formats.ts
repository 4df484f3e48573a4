/** What `accordant form` writes. */
export const formFormats = ['html'] as const
