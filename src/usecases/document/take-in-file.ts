import type { Context } from '#usecases/context.ts'
import { ExaminerBusy, SafeFile } from '#usecases/document/safe-file.ts'
import { Invalid } from '#usecases/failure.ts'

/**
 * Has a file looked at, outside any transaction: that takes a second. Throws `Invalid({ file: code })` where nothing of
 * it may be kept, or where nobody could look at it now.
 */
export async function takeInFile(
  { files }: Pick<Context, 'files'>,
  bytes: Uint8Array | null,
): Promise<SafeFile> {
  if (bytes === null) throw new Invalid({ file: 'document-no-file' })
  try {
    const looked = await files.examine(bytes)
    if (looked instanceof SafeFile) return looked
    throw new Invalid({ file: looked.refused })
  } catch (error) {
    if (error instanceof ExaminerBusy) throw new Invalid({ file: 'document-nobody-looks' })
    throw error
  }
}
