import { ImageRun, Paragraph } from 'docx'
import type { PageLogo } from '../html/look.ts'

/** Pictures that Word shows. It shows SVG only beside another picture, and WebP not at all. */
const pictureTypes = new Map<string, 'png' | 'jpg' | 'gif'>([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
])

/** Of a logo over the title, in pixels of a screen. */
const maxSize = { width: 260, height: 64 }

/** Whether a Word file can show it. */
export function canShowLogo({ source }: PageLogo): boolean {
  return readPicture(source) !== null
}

/** The logo, as large as it is and no larger than the place for it; nothing where Word cannot show it. */
export function buildLogo({ source, alternative }: PageLogo): readonly Paragraph[] {
  const picture = readPicture(source)
  if (picture === null) return []
  const { type, data, width, height } = picture
  const share = Math.min(1, maxSize.width / width, maxSize.height / height)
  const transformation = {
    width: Math.max(1, Math.round(width * share)),
    height: Math.max(1, Math.round(height * share)),
  }
  const altText = { id: '1', name: alternative, description: alternative, title: alternative }
  return [new Paragraph({ children: [new ImageRun({ type, data, transformation, altText })] })]
}

interface Picture {
  readonly type: 'png' | 'jpg' | 'gif'
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

function readPicture(source: string): Picture | null {
  const [, mime = '', base64 = ''] = /^data:([^;]*);base64,(.*)$/s.exec(source) ?? []
  const type = pictureTypes.get(mime)
  if (type === undefined) return null
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const size = measurePicture(type, new DataView(data.buffer))
  return size === null || size.width === 0 || size.height === 0 ? null : { type, data, ...size }
}

/** Null where the file ends before it says how large it is. */
function measurePicture(
  type: Picture['type'],
  view: DataView,
): Pick<Picture, 'width' | 'height'> | null {
  try {
    if (type === 'png') return { width: view.getUint32(16), height: view.getUint32(20) }
    if (type === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    return measureJpeg(view)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first frame has the size; the segments before it say how long they are. */
function measureJpeg(view: DataView): Pick<Picture, 'width' | 'height'> {
  let at = 2
  for (;;) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
}
