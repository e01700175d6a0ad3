import { type FundShare, readTypedShare, splitStandings } from '#domain/funding/funding-split.ts'
import { writtenMonth } from '#domain/month.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, Pair, PostForm, Radios, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { programmeIn } from '#pages/programme/programme-in-path.ts'
import { Invalid } from '#usecases/failure.ts'
import { readFundingSplit } from '#usecases/funding/read-funding-split.ts'
import { setFundingSplit } from '#usecases/funding/set-funding-split.ts'

const yearsBack = 3
const kinds = ['places', 'hours'] as const
const plainShare = (hundredths: number): string => String(hundredths / 100).replace('.', ',')

/** Which fund pays which part from a month on, filled with what holds now. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, today, form } = request
  const { programme, version, now } = await readFundingSplit(context, actor, {
    programmeId: programmeIn(request),
  })
  const known: Record<string, string> = { from: `${today.year}-01` }
  for (const share of now?.shares ?? [])
    for (const kind of kinds) known[`${kind}.${share.funder}`] = plainShare(share[kind])
  const state = { t, form: problem === noProblem ? filledForm(known) : form, problem }
  const first = today.with({ year: today.year + 1, month: 12, day: 1 })
  const months = Array.from({ length: (yearsBack + 2) * 12 }, (_, back) => first.subtract({ months: back }))
  const title = t('funding.do-split')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{programme.label[t.language]}</Text>
      <Text>{t('funding.split-lead')}</Text>
      <PostForm state={state} submissionKey={state.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={version} />
        <Select
          state={state}
          name="from"
          label={t('funding.from')}
          options={months.map((month) => ({ value: writtenMonth(month), label: t.month(month) }))}
        />
        {programme.funders.map(({ id, label }) => (
          <fieldset key={id} class="utrecht-form-fieldset naast-choices">
            <legend class="utrecht-form-label">{label[t.language]}</legend>
            <Pair>
              {kinds.map((kind) => (
                <TextField
                  key={kind}
                  state={state}
                  name={`${kind}.${id}`}
                  label={t(`funding.share-of.${kind}`)}
                  width={10}
                />
              ))}
            </Pair>
          </fieldset>
        ))}
        <Radios
          state={state}
          name="standing"
          label={t('funding.standing')}
          options={splitStandings.map((value) => ({ value, label: t(`funding.standing-choice.${value}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('funding.save-split')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.subsidy.statement()}>{t('funding.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

async function set(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const programmeId = programmeIn(request)
  const { programme } = await readFundingSplit(context, actor, { programmeId })
  const wrong: Record<string, string> = {}
  const typed = (name: string): number => {
    const share = readTypedShare(form.text(name))
    if (share === null) wrong[name] = 'not-a-share'
    return share ?? 0
  }
  const shares: FundShare[] = programme.funders.map(({ id }) => ({
    funder: id,
    places: typed(`places.${id}`),
    hours: typed(`hours.${id}`),
  }))
  const standing = splitStandings.find((one) => one === form.text('standing'))
  if (!standing) wrong.standing = 'choose-one'
  if (!standing || Object.keys(wrong).length > 0) throw new Invalid(wrong)
  await setFundingSplit(
    context,
    actor,
    { programmeId, version: Number(form.text('version')), from: form.text('from'), standing, shares },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(
    `${paths.subsidy.statement()}?programme=${encodeURIComponent(programmeId)}`,
    'funding.said.split',
  )
}

export const fundingSplitRoutes: readonly Route[] = [
  staffRoute({
    path: paths.subsidy.split(':programme'),
    who: ['programme_manager'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => set(request),
        (problem) => show(request, problem),
      ),
  }),
]
