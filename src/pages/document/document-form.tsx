import { documentLimits } from '#domain/document/document-limits.ts'
import { FileField } from '#pages/look/file-field.tsx'
import { type FormState, TextField } from '#pages/look/form.tsx'
import { Notice, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { hasProblem } from '#pages/problem.ts'
import type { Context } from '#usecases/context.ts'
import type { SafeFile } from '#usecases/document/safe-file.ts'
import { takeInFile } from '#usecases/document/take-in-file.ts'
import { Invalid } from '#usecases/failure.ts'

/** Room for the form around the file itself. */
export const documentBody = documentLimits.bytes + 64 * 1024

/** Without HEIC, so that a phone that makes those gives a JPEG by itself. */
const pictures = 'image/jpeg,image/png,image/webp'

/**
 * What it is called, and the file: from the camera or chosen. The file stands last, so that of a form that is too large
 * what was typed is there before it.
 */
export const DocumentFields = ({ state, withName = true }: { state: FormState; withName?: boolean }) => {
  const { t } = state
  return (
    <>
      {withName && (
        <TextField
          state={state}
          name="name"
          label={t('document.name')}
          hint={t('document.name-hint')}
          optional
        />
      )}
      <Notice tone="attention" title={t('document.no-identity-title')}>
        <Text>{t('document.no-identity')}</Text>
      </Notice>
      <FileFields state={state} />
    </>
  )
}

/** The file alone: a photo, or a file that is there already. */
export const FileFields = ({ state }: { state: FormState }) => {
  const { t } = state
  return (
    <>
      {hasProblem(state.problem) && <Text>{t('document.choose-again')}</Text>}
      <FileField
        state={state}
        name="photo"
        label={t('document.photo')}
        hint={t('document.photo-hint')}
        accept={pictures}
        camera
      />
      <FileField
        state={state}
        name="file"
        label={t('document.file')}
        hint={t('document.file-hint')}
        accept={`${pictures},application/pdf`}
      />
      <Text quiet>{t('document.what-happens')}</Text>
    </>
  )
}

/** The one file of the form, looked at. */
export async function fileOf(context: Context, { form }: StaffRequest): Promise<SafeFile> {
  const [photo, file] = [form.file('photo'), form.file('file')]
  if (photo && file) throw new Invalid({ file: 'document-one-file' })
  const sent = photo ?? file
  return takeInFile(context, sent && new Uint8Array(await sent.arrayBuffer()))
}

/** As it was called where it came from, unless somebody said what it is. */
export const nameOf = ({ form }: StaffRequest): string | null =>
  form.optional('name') ?? form.file('file')?.name ?? null
