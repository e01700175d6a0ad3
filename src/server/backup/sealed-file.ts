import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'

export interface FileMark {
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** Counts and hashes what goes through. */
function marking() {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { through, mark: (): FileMark => ({ bytes, sha256: hash.digest('hex') }) }
}

/** Writes lines to a file that only the recipient's own key opens, packed; never whole in memory. */
export async function writeSealed(
  file: string,
  recipient: string,
  lines: AsyncIterable<string>,
): Promise<FileMark> {
  const age = new Encrypter()
  age.addRecipient(recipient)
  const [source, packed] = [Readable.from(lines), createGzip()]
  source.on('error', (error) => packed.destroy(error))
  source.pipe(packed)
  const sealed = await age.encrypt(Readable.toWeb(packed) as unknown as ReadableStream<Uint8Array>)
  const { through, mark } = marking()
  await pipeline(
    Readable.fromWeb(sealed as unknown as WebStream),
    through,
    createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }),
  )
  return mark()
}

/** Throws unless the file is what its mark says. */
export async function checkMark(file: string, expected: FileMark): Promise<void> {
  const { through, mark } = marking()
  await pipeline(createReadStream(file), through, async (source) => {
    for await (const _ of source);
  })
  const { bytes, sha256 } = mark()
  if (bytes !== expected.bytes || sha256 !== expected.sha256)
    throw new Error('A file of this backup is not as it was made: changed, or cut off.')
}

/** The lines of a sealed file. Throws at the first piece that was changed, cut off, or is for another key. */
export async function* readSealed(file: string, identity: string): AsyncGenerator<string> {
  const age = new Decrypter()
  age.addIdentity(identity)
  const sealed = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>
  const opened = Readable.fromWeb((await age.decrypt(sealed)) as unknown as WebStream)
  const unpacked = createGunzip()
  opened.on('error', (error) => unpacked.destroy(error))
  let rest = ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of opened.pipe(unpacked)) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') throw new Error('The backup was cut off.')
}
