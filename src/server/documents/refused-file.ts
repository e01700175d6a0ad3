import type { FileRefusal } from '#usecases/document/safe-file.ts'

/** The file can't be taken; `code` has words that say what to do instead. */
export class RefusedFile extends Error {
  override readonly name = 'RefusedFile'
  readonly code: FileRefusal
  constructor(code: FileRefusal) {
    super(code)
    this.code = code
  }
}
