/** What the head of a picture says, before any of it is drawn. */
export interface PictureHead {
  readonly width: number
  readonly height: number
  readonly channels: number
  /** Of one sample of one channel. */
  readonly bytesPerSample: number
  /** Drawn in rounds (progressive, interlaced): then it is in memory whole. */
  readonly inRounds: boolean
  readonly frames: number
}

/** More than any phone makes: 50 megapixels is the most that one takes by itself. */
export const mostPixels = 64_000_000
/** What one picture may fill while it is drawn; the process that draws it has little more. */
const mostMemory = 256_000_000
/** Narrower than this, in the one direction, is no photograph of a paper. */
const longestSide = 30_000

/** Why this picture is not drawn; `null` if it may be. */
export function tooMuchPicture({
  width,
  height,
  channels,
  bytesPerSample,
  inRounds,
  frames,
}: PictureHead): 'document-moving-picture' | 'document-too-many-pixels' | null {
  if (frames > 1) return 'document-moving-picture'
  if (!(width > 0 && height > 0) || width > longestSide || height > longestSide)
    return 'document-too-many-pixels'
  const pixels = width * height
  if (pixels > mostPixels) return 'document-too-many-pixels'
  // A progressive JPEG keeps two bytes for each value until its last round.
  const memory = pixels * channels * (inRounds ? Math.max(2, bytesPerSample) : bytesPerSample)
  return memory > mostMemory ? 'document-too-many-pixels' : null
}
