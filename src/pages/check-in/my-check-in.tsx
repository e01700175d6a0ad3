import { CheckInQuestions, CheckInSaid, readCheckInAnswers } from '#pages/check-in/check-in-questions.tsx'
import { checkInMoment } from '#pages/check-in/moment-words.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { listMyCheckIns, type MyCheckIns } from '#usecases/check-in/list-my-check-ins.ts'
import { takeCheckIn } from '#usecases/check-in/take-check-in.ts'
import { NotFound } from '#usecases/failure.ts'

async function mine({ context, actor, params }: StaffRequest): Promise<MyCheckIns> {
  const found = (await listMyCheckIns(context, actor, {})).find(({ matchId }) => matchId === params.id)
  if (!found) throw new NotFound()
  return found
}

/** A worker says how it goes, in her own words and on her own time. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const one = await mine(request)
  const t = request.t.of(one.people)
  const title = t('check-in.mine-title', { name: one.givenName })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {one.asked ? (
        <Asked request={request} t={t} one={one} asked={one.asked} problem={problem} />
      ) : (
        <Empty title={t('check-in.mine-none')}>
          <Text>{t('check-in.mine-none-hint')}</Text>
        </Empty>
      )}
      {one.said.length > 0 && (
        <section>
          <Heading>{t('check-in.mine-said')}</Heading>
          {one.said.map((said) => (
            <section key={said.on.toString()}>
              <Heading level={3}>{checkInMoment(t, said.week)}</Heading>
              <CheckInSaid t={t} said={said} />
            </section>
          ))}
        </section>
      )}
      <Link href={paths.contact.mine()}>{t('check-in.mine-back')}</Link>
    </>,
    { place: paths.contact.mine() },
  )
}

interface AskedProps {
  readonly request: StaffRequest
  readonly t: T
  readonly one: MyCheckIns
  readonly asked: NonNullable<MyCheckIns['asked']>
  readonly problem: Problem
}

const Asked = ({ request, t, one, asked, problem }: AskedProps) => {
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return (
    <>
      <Text lead>{t('check-in.mine-lead', { moment: checkInMoment(t, asked.week) })}</Text>
      <Text>{t('check-in.mine-who', { name: one.givenName })}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="moment" value={asked.moment} />
        <CheckInQuestions state={state} />
        <TextArea state={state} name="note" label={t('check-in.mine-note')} optional />
        <Buttons>
          <SubmitButton>{t('check-in.mine-save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Notice>
        <Text>
          {t('check-in.mine-worry')}{' '}
          <Link href={paths.concern.raise(one.trajectoryId)}>{t('check-in.mine-worry-link')}</Link>
        </Text>
      </Notice>
    </>
  )
}

async function take(request: StaffRequest) {
  const { context, actor, form, today } = request
  const { matchId } = await mine(request)
  await takeCheckIn(
    context,
    actor,
    {
      matchId,
      side: 'worker',
      moment: form.text('moment'),
      on: today,
      way: 'herself',
      answers: readCheckInAnswers(form),
      note: form.text('note'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.checkIn.mine(matchId), 'check-in.said.thanks')
}

/** On her own page: of whom she is asked how it goes. */
export const AskedOfMe = ({ t: words, all }: { t: T; all: readonly MyCheckIns[] }) => (
  <>
    {all
      .filter(({ asked }) => asked !== null)
      .map(({ matchId, givenName, people }) => {
        const t = words.of(people)
        return (
          <Card
            key={matchId}
            title={t('check-in.mine-asked')}
            tone="info"
            action={
              <ButtonLink href={paths.checkIn.mine(matchId)} kind="secondary">
                {t('check-in.mine-tell')}
              </ButtonLink>
            }
          >
            <Text>{t('check-in.mine-asked-hint', { name: givenName })}</Text>
          </Card>
        )
      })}
  </>
)

export const myCheckInRoutes: readonly Route[] = [
  staffRoute({
    path: paths.checkIn.mine(':id'),
    who: ['worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => take(request),
        (problem) => show(request, problem),
      ),
  }),
]
