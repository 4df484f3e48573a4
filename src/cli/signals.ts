const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const

/** Runs work that an outside signal ends in good order: the terminal gets a chance to put itself back. */
export async function runUntilSignal<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  for (const signal of signals) process.on(signal, abort)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.off(signal, abort)
  }
}
