/** Builds a value when it is first needed: schemas take time, and most runs need two of them. */
export function once<T>(build: () => T): () => T {
  let held: { readonly value: T } | null = null
  return () => {
    held ??= { value: build() }
    return held.value
  }
}
