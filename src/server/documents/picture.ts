import sharp, { type Metadata } from 'sharp'
import { documentLimits } from '#domain/document/document-limits.ts'
import { mostPixels, type PictureHead, tooMuchPicture } from '#domain/document/picture-room.ts'
import { RefusedFile } from './refused-file.ts'

// The library can open forty kinds of files; only these are taken, and whatever calls itself one is opened as that.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

/** A page of A4 at 350 dots an inch: whatever is legible on paper is legible here. */
const longestSide = 4_096
const kinds = ['jpeg', 'png', 'webp'] as const
const bytesPerSample: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 }

const headOf = ({ width, height, channels, depth, isProgressive, pages }: Metadata): PictureHead => ({
  width,
  height,
  channels,
  bytesPerSample: bytesPerSample[depth ?? ''] ?? 8,
  inRounds: isProgressive ?? false,
  frames: pages ?? 1,
})

/**
 * Draws a picture anew: what it shows stays, all else goes, such as where and when it was taken, by which phone, a small
 * picture of what it was before it was cut, or another file behind its end. Turned as the phone said it was held.
 */
export async function redrawn(bytes: Buffer): Promise<{ type: 'image/jpeg' | 'image/png'; body: Buffer }> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    const head = await picture.metadata()
    if (!kinds.some((kind) => kind === head.format)) throw new RefusedFile('document-kind-not-taken')
    const refused = tooMuchPicture(headOf(head))
    if (refused) throw new RefusedFile(refused)
    const drawn = picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    const asPng = head.format === 'png' ? await drawn.clone().png().toBuffer() : null
    if (asPng && asPng.length <= documentLimits.bytes) return { type: 'image/png', body: asPng }
    return {
      type: 'image/jpeg',
      body: await drawn.flatten({ background: 'white' }).jpeg({ quality: 85 }).toBuffer(),
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error
    throw new RefusedFile(
      /pixel limit|exceeds/i.test(String(error)) ? 'document-too-many-pixels' : 'document-damaged',
    )
  }
}
