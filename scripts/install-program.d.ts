export function installProgram(folder: string): string
