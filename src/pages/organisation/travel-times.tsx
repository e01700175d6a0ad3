import { isRefusal } from '#domain/refusal.ts'
import { readTravelRows } from '#domain/travel-file.ts'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { type Answer, type StaffRequest, seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { readWorkbook } from '#usecases/import/read-workbook.ts'
import { importTravelTimes } from '#usecases/postcode/import-travel-times.ts'

/** How long people are on the way, by a list of the organisation's own. */
export const TravelTimes = ({
  request: { t, newKey },
  state,
  ways,
}: {
  request: StaffRequest
  state: FormState
  ways: number
}) => (
  <>
    <Heading>{t('organisation.travel')}</Heading>
    <Text>{ways > 0 ? t('organisation.travel-known', { count: ways }) : t('organisation.travel-none')}</Text>
    <PostForm state={state} submissionKey={newKey()} action={paths.organisation.travel()} multipart>
      <FileField
        state={state}
        name="travel"
        label={t('organisation.travel-file')}
        hint={t('organisation.travel-hint')}
        accept=".csv,.xlsx"
      />
      <Buttons>
        <SubmitButton kind="secondary">{t('organisation.postcodes-read')}</SubmitButton>
      </Buttons>
    </PostForm>
  </>
)

export async function takeTravelTimes({ context, actor, form }: StaffRequest): Promise<Answer> {
  const file = form.file('travel')
  if (!file) throw new Invalid({ travel: 'required' })
  const { rows } = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
  const read = readTravelRows(rows)
  if (isRefusal(read)) throw new Refused(read.refused)
  await importTravelTimes(context, actor, { rows: read.ways })
  return seeOther(paths.organisation.settings(), 'organisation.said.travel')
}
