import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { documentTypes } from '#domain/document/document.ts'
import { type HostileFile, hostileFiles, payload, photograph } from '#testing/hostile-files.ts'
import { examineFile } from './examine-file.ts'
import { RefusedFile } from './refused-file.ts'

let corpus: HostileFile[]
beforeAll(async () => {
  corpus = await hostileFiles()
}, 120_000)

const looked = async ({ bytes }: HostileFile) => {
  try {
    return await examineFile(bytes)
  } catch (error) {
    if (error instanceof RefusedFile) return error.code
    throw error
  }
}

/** What is wrong with what is kept of a file, if anything. */
async function flawIn({ type, body }: { type: string; body: Buffer }): Promise<string | null> {
  if (!documentTypes.some((one) => one === type)) return `kept as ${type}`
  if (type === 'application/pdf') return null
  if (body.includes(payload)) return 'has the payload in it'
  const { exif, xmp, iptc, icc, orientation, comments } = await sharp(body).metadata()
  return exif || xmp || iptc || icc || orientation || comments ? 'says more than it shows' : null
}

describe('T25, in this process: what is no bomb', () => {
  test('nothing is taken that may not be, and of the rest what was hidden is gone', async () => {
    const wrong: string[] = []
    let accepted = 0
    for (const one of corpus) {
      const answer = await looked(one)
      if (typeof answer === 'string') {
        if (one.must === 'kept' || one.must === 'cleaned') wrong.push(`${one.label}: refused as ${answer}`)
        continue
      }
      accepted += 1
      if (one.must === 'refused') wrong.push(`${one.label}: taken as ${answer.type}`)
      const flaw = await flawIn(answer)
      if (flaw) wrong.push(`${one.label}: ${flaw}`)
    }
    console.log(`T25: ${corpus.length} files, ${accepted} taken, ${wrong.length} wrong`)
    expect(wrong).toEqual([])
    expect(corpus.length).toBeGreaterThan(200)
  }, 120_000)
})

test('a photograph is turned as it was held, and says nothing of where', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const bytes = await photograph(format)
    expect((await sharp(bytes).metadata()).exif?.includes(Buffer.from(payload))).toBe(true)
    const { body } = await examineFile(bytes)
    const { width, height, exif } = await sharp(body).metadata()
    expect([width, height, exif]).toEqual([200, 300, undefined])
  }
})
test('a large one is made no larger than is legible', async () => {
  const bytes = await sharp({ create: { width: 6_000, height: 3_000, channels: 3, background: 'tan' } })
    .jpeg()
    .toBuffer()
  const { width, height } = await sharp((await examineFile(bytes)).body).metadata()
  expect([width, height]).toEqual([4_096, 2_048])
})
