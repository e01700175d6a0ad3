import { buffer } from 'node:stream/consumers'
import { examineFile } from './examine-file.ts'
import { RefusedFile } from './refused-file.ts'

/** A process for one file: its bytes come in, a line that says what it is goes out, and behind it what may be kept. */
const answer = await examineFile(await buffer(process.stdin)).then(
  ({ type, body }) => ({ line: { type }, body }),
  (error: unknown) => ({
    line: { refused: error instanceof RefusedFile ? error.code : 'document-damaged' },
    body: Buffer.alloc(0),
  }),
)
const out = Buffer.concat([Buffer.from(`${JSON.stringify(answer.line)}\n`), answer.body])
process.stdout.write(out, () => process.exit(0))
