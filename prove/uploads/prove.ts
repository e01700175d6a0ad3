import { documentTypes } from '#domain/document/document.ts'
import { examineFile } from '#server/documents/examine-file.ts'
import { RefusedFile } from '#server/documents/refused-file.ts'
import { type HostileFile, hostileFiles, payload } from '#testing/hostile-files.ts'

type Examine = typeof examineFile

export interface Proof {
  readonly tried: number
  readonly taken: number
  /** Taken though nothing of it may be, taken with what was hidden in it, refused though it is ordinary, or an error. */
  readonly wrong: readonly string[]
}

/** So many of each round are broken by chance; the others are the corpus as it always is. */
const broken = 500

/** Hands in the corpus again and again, each time with others that are broken by chance. `examine` replaces ours. */
export async function proveUploads(
  count: number,
  seed: number,
  { examine = examineFile }: { examine?: Examine } = {},
): Promise<Proof> {
  const wrong: string[] = []
  let [tried, taken] = [0, 0]
  for (let round = 0; tried < count; round += 1)
    for (const one of await hostileFiles({ seed: seed + round, mutations: broken })) {
      if (tried >= count) break
      tried += 1
      const { flaw, kept } = await tryOne(one, examine)
      if (kept) taken += 1
      if (flaw) wrong.push(`seed ${seed + round}, ${one.label}: ${flaw}`)
    }
  return { tried, taken, wrong }
}

const metadata = [/Exif\0\0/, /http:\/\/ns\.adobe\.com\/xap/, /ICC_PROFILE/, /eXIf/, /iTXt|tEXt|zTXt|iCCP/]

async function tryOne({ bytes, must }: HostileFile, examine: Examine) {
  try {
    const { type, body } = await examine(bytes)
    const flaw =
      must === 'refused'
        ? `taken as ${type}`
        : !documentTypes.some((one) => one === type)
          ? `kept as ${type}`
          : type !== 'application/pdf' && hides(body)
            ? 'has in it what was hidden'
            : null
    return { flaw, kept: true }
  } catch (error) {
    if (!(error instanceof RefusedFile)) return { flaw: `an error: ${error}`, kept: false }
    const flaw = must === 'kept' || must === 'cleaned' ? `refused as ${error.code}` : null
    return { flaw, kept: false }
  }
}

const hides = (body: Buffer): boolean => {
  const head = body.subarray(0, 4_096).toString('latin1')
  return body.includes(payload) || metadata.some((one) => one.test(head))
}
