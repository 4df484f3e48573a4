/** What `accordant form` writes. */
export const formFormats = ['html', 'xlsform'] as const
