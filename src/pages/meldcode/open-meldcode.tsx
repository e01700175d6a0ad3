import { meldcodeSubjects } from '#domain/meldcode/meldcode.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { openMeldcode } from '#usecases/meldcode/open-meldcode.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''

/** Begins it: in whose file, and what is known in a few words. Whom to call stands first. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, query } = request
  const { name, trajectoryId } = await readSafety(context, actor, { trajectoryId: idOf(request) })
  const form = problem === noProblem ? filledForm({ about: 'mother' }) : request.form
  const state = { t, form, problem }
  const from = (key: string) => (problem === noProblem ? query.get(key) : form.text(key)) ?? ''
  return page(
    t('meldcode.title'),
    <>
      <Emergency t={t} />
      <Heading level={1}>{t('meldcode.open-about', { name })}</Heading>
      <Text>{t('meldcode.open-text')}</Text>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.meldcode.open(trajectoryId)}
      >
        <input type="hidden" name="concern" value={from('concern')} />
        <input type="hidden" name="kindcheck" value={from('kindcheck')} />
        <Radios
          state={state}
          name="about"
          label={t('meldcode.about')}
          hint={t('meldcode.about-hint')}
          options={meldcodeSubjects.map((value) => ({ value, label: t(`meldcode.about.${value}`) }))}
        />
        <TextArea state={state} name="words" label={t('meldcode.open-words')} rows={4} optional />
        <Buttons>
          <SubmitButton>{t('meldcode.do.open')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.safety.one(trajectoryId)}>{t('safety.to')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

async function open(request: StaffRequest) {
  const { context, actor, form } = request
  const about = meldcodeSubjects.find((one) => one === form.text('about'))
  if (!about) throw new Invalid({ about: 'choose-one' })
  const { meldcodeId } = await openMeldcode(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      about,
      concernId: form.optional('concern'),
      fromKindcheck: form.text('kindcheck') === 'yes',
      words: form.optional('words'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return meldcodeId
    ? seeOther(paths.meldcode.one(meldcodeId), 'meldcode.said.opened')
    : seeOther(paths.safety.one(idOf(request)), 'meldcode.said.joined')
}

export const openMeldcodeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.meldcode.open(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => open(request),
        (problem) => show(request, problem),
      ),
  }),
]
