import type { DocumentType } from '#domain/document/document.ts'

/** Why a file can't be taken; each has words that say what to do instead. */
export const fileRefusals = [
  'document-empty',
  'document-too-large',
  'document-kind-not-taken',
  'document-heic',
  'document-moving-picture',
  'document-too-many-pixels',
  'document-damaged',
  'document-locked',
  'document-does-something',
  'document-unreadable-pdf',
  'document-virus',
  'document-too-heavy',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

/**
 * A file that was looked at, and drawn anew if it is a picture: only an examiner makes one, so nothing else can be kept.
 * As input of a command it is told apart by its fingerprint; its bytes stay out of that.
 */
export class SafeFile {
  readonly type: DocumentType
  readonly body: Buffer
  readonly #print: string
  constructor({ type, body, print }: { type: DocumentType; body: Buffer; print: string }) {
    this.type = type
    this.body = body
    this.#print = print
  }
  toJSON(): { type: DocumentType; print: string } {
    return { type: this.type, print: this.#print }
  }
}

/** Where files are looked at, apart from the process that answers people. */
export interface FileExaminer {
  /** What may be kept of it, or why nothing of it may. Throws `ExaminerBusy` if too many wait, or it can't be looked at. */
  examine(bytes: Uint8Array): Promise<SafeFile | { readonly refused: FileRefusal }>
}

/** Nobody could look at it now; it may be tried again. */
export class ExaminerBusy extends Error {
  override readonly name = 'ExaminerBusy'
}
