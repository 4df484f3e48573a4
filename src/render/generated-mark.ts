/** Marks a file as written by us, so that it may be replaced by the next run. An invisible comment, the first line. */
export const generatedMark = '<!-- written by accordant -->'
