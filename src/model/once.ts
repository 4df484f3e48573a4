/** Builds a value the first time it is asked for: schemas cost time, and most runs need two of them. */
export function once<T>(build: () => T): () => T {
  let held: { readonly value: T } | null = null
  return () => {
    held ??= { value: build() }
    return held.value
  }
}
