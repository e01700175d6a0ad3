import { themes } from '#domain/organisation/organisation-settings.ts'
import { readPostcodeRows } from '#domain/postcode-file.ts'
import { isRefusal } from '#domain/refusal.ts'
import { filledForm } from '#pages/form-data.ts'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { BoundaryFiles, takeBoundaries } from '#pages/organisation/boundary-files.tsx'
import { TravelTimes, takeTravelTimes } from '#pages/organisation/travel-times.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { isLanguage, languages } from '#pages/words/language.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { readWorkbook } from '#usecases/import/read-workbook.ts'
import { changeOrganisation } from '#usecases/organisation/change-organisation.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { largestBoundaryFile } from '#usecases/region/load-boundaries.ts'

/** The forms of this page: what is wrong with one is said there, and what stands in the others stays. */
type About = 'settings' | 'postcodes' | 'travel' | 'boundaries'

async function show(
  request: StaffRequest,
  problem: Problem = noProblem,
  about: About = 'settings',
): Promise<Answer> {
  const { context, actor, t } = request
  const now = await readOrganisation(context, actor, {})
  const known = { name: now.name, language: now.language, theme: now.theme, exitUrl: now.exitUrl }
  const stateOf = (form: About): FormState =>
    form === about && problem !== noProblem
      ? { t, form: request.form, problem }
      : { t, form: filledForm(form === 'settings' ? known : {}), problem: noProblem }
  const state = stateOf('settings')
  return page(
    t('organisation.title'),
    <>
      <Heading level={1}>{t('organisation.title')}</Heading>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.organisation.settings()}
      >
        <TextField state={state} name="name" label={t('organisation.name')} />
        <Radios
          state={state}
          name="language"
          row
          label={t('organisation.language')}
          options={languages.map((language) => ({
            value: language,
            label: t(`organisation.language.${language}`),
          }))}
        />
        <Radios
          state={state}
          name="theme"
          label={t('organisation.theme')}
          options={themes.map((theme) => ({ value: theme, label: t(`organisation.theme.${theme}`) }))}
        />
        <TextField
          state={state}
          name="exitUrl"
          optional
          label={t('organisation.exit')}
          hint={t('organisation.exit-hint')}
        />
        <Buttons>
          <SubmitButton>{t('organisation.save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Text>
        <Link href={paths.organisation.passkeys()}>{t('organisation.passkeys')}</Link>
      </Text>
      <Text>
        <Link href={paths.organisation.calendars()}>{t('calendar.rule-title')}</Link>
      </Text>
      <Text>
        <Link href={paths.organisation.offline()}>{t('organisation.offline')}</Link>
      </Text>
      <Text>
        <Link href={paths.organisation.ownDevice()}>{t('own-device.rule-title')}</Link>
      </Text>
      <Text>
        <Link href={paths.installation()}>{t('installation.title')}</Link>
      </Text>
      <Heading>{t('organisation.addresses')}</Heading>
      <Summary
        rows={[
          [
            t('organisation.address-professional'),
            <Link href={paths.referProfessional(now.slug)}>{paths.referProfessional(now.slug)}</Link>,
          ],
          [
            t('organisation.address-own'),
            <Link href={paths.referOwn(now.slug)}>{paths.referOwn(now.slug)}</Link>,
          ],
          [
            t('organisation.address-apply'),
            <Link href={paths.apply(now.slug)}>{paths.apply(now.slug)}</Link>,
          ],
        ]}
      />
      <Text quiet>{t('organisation.address-own-hint')}</Text>
      <Heading>{t('organisation.postcodes')}</Heading>
      <Text>
        {now.areas > 0
          ? t('organisation.postcodes-known', { count: now.areas })
          : t('organisation.postcodes-none')}
      </Text>
      {now.codeYears.length > 0 && (
        <Text>{t('organisation.codes-of', { years: now.codeYears.join(', ') })}</Text>
      )}
      <Postcodes request={request} state={stateOf('postcodes')} />
      <TravelTimes request={request} state={stateOf('travel')} ways={now.ways} />
      <BoundaryFiles request={request} state={stateOf('boundaries')} sets={now.boundaries} />
    </>,
    { place: paths.organisation.settings() },
  )
}

const Postcodes = ({ request: { t, newKey }, state }: { request: StaffRequest; state: FormState }) => (
  <PostForm state={state} submissionKey={newKey()} action={paths.organisation.postcodes()} multipart>
    <FileField
      state={state}
      name="file"
      label={t('organisation.postcodes-file')}
      hint={t('organisation.postcodes-hint')}
      accept=".csv,.xlsx"
    />
    <TextField
      state={state}
      name="codesYear"
      label={t('organisation.codes-year')}
      hint={t('organisation.codes-year-hint')}
      width={4}
      inputMode="numeric"
      optional
    />
    <Buttons>
      <SubmitButton kind="secondary">{t('organisation.postcodes-read')}</SubmitButton>
    </Buttons>
  </PostForm>
)

async function save({ context, actor, form }: StaffRequest): Promise<Answer> {
  const [language, theme] = [form.text('language'), themes.find((one) => one === form.text('theme'))]
  if (!isLanguage(language)) throw new Invalid({ language: 'choose-one' })
  if (!theme) throw new Invalid({ theme: 'choose-one' })
  await changeOrganisation(
    context,
    actor,
    { name: form.text('name'), language, theme, exitUrl: form.optional('exitUrl') },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.organisation.settings(), 'organisation.said.saved')
}

async function readPostcodes({ context, actor, form }: StaffRequest): Promise<Answer> {
  const file = form.file('file')
  if (!file) throw new Invalid({ file: 'required' })
  const { rows } = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
  const read = readPostcodeRows(rows)
  if (isRefusal(read)) throw new Refused(read.refused)
  const year = form.optional('codesYear')
  await importPostcodes(context, actor, { rows: read.areas, codesYear: year === null ? null : Number(year) })
  return seeOther(paths.organisation.settings(), 'organisation.said.postcodes')
}

/** For the administrator: the organisation's own settings, the addresses to share, and where postcodes lie. */
export const organisationRoutes: readonly Route[] = [
  staffRoute({
    path: paths.organisation.settings(),
    who: ['administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => save(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.organisation.postcodes(),
    who: ['administrator'],
    bodyLimit: 4 * 1024 * 1024,
    post: (request) =>
      attempt(
        () => readPostcodes(request),
        (problem) => show(request, problem, 'postcodes'),
      ),
  }),
  staffRoute({
    path: paths.organisation.travel(),
    who: ['administrator'],
    bodyLimit: 4 * 1024 * 1024,
    post: (request) =>
      attempt(
        () => takeTravelTimes(request),
        (problem) => show(request, problem, 'travel'),
      ),
  }),
  staffRoute({
    path: paths.organisation.boundaries(),
    who: ['administrator'],
    bodyLimit: largestBoundaryFile + 64 * 1024,
    post: (request) =>
      attempt(
        () => takeBoundaries(request),
        (problem) => show(request, problem, 'boundaries'),
      ),
  }),
]
