import type { RegionLevel } from '#domain/region/boundary-file.ts'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, type FormState, PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Summary, Text } from '#pages/look/parts.tsx'
import { type Answer, type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { Invalid } from '#usecases/failure.ts'
import { loadBoundaries } from '#usecases/region/load-boundaries.ts'

interface BoundarySet {
  readonly level: RegionLevel
  readonly source: string
  readonly year: number
  readonly regions: number
  readonly left_out: number
}

/** What maps are drawn from: a file of municipalities, and one of districts. */
export const BoundaryFiles = ({
  request: { t, newKey },
  state,
  sets,
}: {
  request: StaffRequest
  state: FormState
  sets: readonly BoundarySet[]
}) => (
  <>
    <Heading>{t('organisation.boundaries')}</Heading>
    {sets.length === 0 ? (
      <Text>{t('organisation.boundaries-none')}</Text>
    ) : (
      <Summary
        rows={sets.map(({ level, source, year, regions, left_out }) => [
          t(`organisation.boundaries-of.${level}`),
          [
            t('organisation.boundaries-known', { count: regions, year, source }),
            ...(left_out > 0 ? [t('organisation.boundaries-left-out', { count: left_out })] : []),
          ].join(' '),
        ])}
      />
    )}
    <PostForm state={state} submissionKey={newKey()} action={paths.organisation.boundaries()} multipart>
      <FileField
        state={state}
        name="boundaries"
        label={t('organisation.boundaries-file')}
        hint={t('organisation.boundaries-hint')}
        accept=".geojson,.json"
      />
      <TextField
        state={state}
        name="source"
        label={t('organisation.boundaries-source')}
        hint={t('organisation.boundaries-source-hint')}
      />
      <TextField
        state={state}
        name="year"
        label={t('organisation.boundaries-year')}
        width={4}
        inputMode="numeric"
      />
      <Buttons>
        <SubmitButton kind="secondary">{t('organisation.postcodes-read')}</SubmitButton>
      </Buttons>
    </PostForm>
  </>
)

export async function takeBoundaries({ context, actor, form }: StaffRequest): Promise<Answer> {
  const file = form.file('boundaries')
  if (!file) throw new Invalid({ boundaries: 'required' })
  await loadBoundaries(
    context,
    actor,
    { text: await file.text(), source: form.text('source'), year: Number(form.text('year')) },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.organisation.settings(), 'organisation.said.boundaries')
}
