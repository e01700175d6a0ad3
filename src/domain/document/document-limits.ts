/**
 * How much may be put in a file. For every organisation alike, since the day that is named; from the security design,
 * 3.7. Who changes one adds a dated line, so that an old refusal can be explained.
 */
export interface DocumentLimits {
  readonly since: string
  readonly source: string
  /** Of one document, as it was sent and as it is kept. */
  readonly bytes: number
  /** Of all documents in one person's file that are there now. */
  readonly bytesInFile: number
  /** Added by one member on one day, those that were taken out again too. */
  readonly perDay: number
}

const megabyte = 1024 * 1024

export const datedDocumentLimits: readonly DocumentLimits[] = [
  {
    since: '2026-11-22',
    source: 'security design 3.7',
    bytes: 10 * megabyte,
    bytesInFile: 200 * megabyte,
    perDay: 20,
  },
]

export const [documentLimits = missing()] = datedDocumentLimits.toReversed()

function missing(): never {
  throw new Error('no limits of documents')
}

/** Where this stands against the limits, before one more of this size is kept. */
export interface DocumentRoom {
  readonly bytesInFile: number
  readonly addedToday: number
}

/** Why one more of so many bytes can't be kept; `null` if it can. */
export function noRoomFor(
  bytes: number,
  { bytesInFile, addedToday }: DocumentRoom,
  limits: DocumentLimits = documentLimits,
): 'document-day-full' | 'document-too-large' | 'document-file-full' | null {
  if (addedToday >= limits.perDay) return 'document-day-full'
  if (bytes > limits.bytes) return 'document-too-large'
  if (bytesInFile + bytes > limits.bytesInFile) return 'document-file-full'
  return null
}
