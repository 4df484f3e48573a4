import { findKind } from '../../model/decode.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import type { SourceDocument } from '../../reading/open-document.ts'

/**
 * The document without an excerpt of any line on which a response has a private note: findings are shown on other people's
 * screens, in the logs of CI and on pull requests. Where nothing could be parsed, no line is shown.
 */
export function hidePrivateLines(document: SourceDocument): SourceDocument {
  const mentions = /\bprivate["']?\s*:/.test(document.text)
  if (!mentions && !isBrokenFormText(document)) return document
  const isPrivate = createLineTest(document)
  const hide = (finding: PlacedFinding): PlacedFinding =>
    isPrivate(finding.line) ? { ...finding, excerpt: '' } : finding
  return {
    ...document,
    findings: document.findings.map(hide),
    place: (finding) => hide(document.place(finding)),
  }
}

/** In what a form wrote the mark of a private note is behind the note, so it may be missing where the text was cut off. */
function isBrokenFormText({ value, text }: SourceDocument): boolean {
  return value === undefined && /^\s*\{\s*"accordant"/.test(text)
}

function createLineTest(document: SourceDocument): (line: number) => boolean {
  const { value, text } = document
  if (value === undefined) return () => /\bresponse\/\d/.test(text)
  if (findKind(value) !== 'response' || !isMap(value)) return () => false
  const spans = sections.flatMap((section) => {
    const entries = value[section]
    if (!isMap(entries)) return []
    return Object.entries(entries).flatMap(([id, entry]) =>
      isMap(entry) && (entry.private ?? false) !== false
        ? [document.span([section, id, 'note'], 'value')]
        : [],
    )
  })
  return (line) => spans.some((span) => span.line <= line && line <= span.endLine)
}

const sections = ['answers', 'inactive', 'x-set-aside']
