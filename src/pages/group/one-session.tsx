import { attendanceStates, cancelReasons, themeOutcomes } from '#domain/group/session.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { AskAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { filledForm } from '#pages/form-data.ts'
import { SessionTag, sessionMoment } from '#pages/group/group-state.tsx'
import { LeadersAway } from '#pages/group/leaders-away.tsx'
import { Cancel, Held, Move, NotYet } from '#pages/group/session-forms.tsx'
import { ErrorSummary, type FormState } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { cancelSession } from '#usecases/group/cancel-session.ts'
import { recordSession } from '#usecases/group/hold-session.ts'
import { moveSession } from '#usecases/group/move-session.ts'
import { readSession, type SessionPage } from '#usecases/group/read-session.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** One session, made for a phone in a hand: who was there, how long it took, and nothing else first. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const session = await readSession(context, actor, { id: idOf(request) })
  const sent = problem === noProblem ? '' : request.form.text('what')
  const stateOf = (what: string, known: Parameters<typeof filledForm>[0]): FormState =>
    sent === what ? { t, form: request.form, problem } : { t, form: filledForm(known), problem: noProblem }
  const submissionKey = request.form.key ?? request.newKey()
  const forms = { request, session, submissionKey, stateOf }
  return page(
    t('group.session'),
    <>
      <Heading level={1}>{t('group.session-nth', { number: session.number })}</Heading>
      {sent === '' && <ErrorSummary state={{ t, form: request.form, problem }} />}
      <Summary
        rows={[
          [t('group.one'), <Link href={paths.group.one(session.groupId)}>{session.group}</Link>],
          [t('group.session-column.when'), sessionMoment(t, today, session)],
          [t('group.theme'), session.theme?.[t.language] ?? t('group.theme-none')],
          [t('group.session-column.state'), <SessionTag t={t} state={session.state} />],
          session.cancelCode ? [t('group.cancel-reason'), t(`group.cancel.${session.cancelCode}`)] : null,
        ]}
      />
      {session.hasSheet && (
        <p>
          <Link href={paths.conversationSheet.session(session.id)}>{t('sheet.for-session')}</Link>
        </p>
      )}
      {session.leadersAway && (
        <LeadersAway
          t={t}
          today={today}
          groupId={session.groupId}
          sessions={[session.leadersAway]}
          mayChange={session.mayCancel}
        />
      )}
      {session.mayHold ? <Held {...forms} /> : session.state === 'planned' && <NotYet {...forms} />}
      <Worry t={t} session={session} />
      {actor.workerId && <AskAftercare t={t} submissionKey={request.newKey()} />}
      <Asked t={t} session={session} />
      {session.mayMove && <Move {...forms} />}
      {session.mayCancel && <Cancel {...forms} />}
      <Link href={paths.group.one(session.groupId)}>{t('group.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

/** Whoever is worried about one of them says so from here; first whom to call. */
const Worry = ({ t, session }: { t: T; session: SessionPage }) =>
  session.women.length === 0 ? null : (
    <section>
      <Heading>{t('concern.ask')}</Heading>
      <Text>
        {t('concern.ask-text')} <Link href="tel:112">{t('concern.call-112')}</Link>.
      </Text>
      <ul class="naast-list">
        {session.women.map(({ placeId, given, worryAbout }) => (
          <li key={placeId}>
            <Link href={paths.concern.raise(worryAbout)}>{t('concern.ask-about', { name: given })}</Link>
          </li>
        ))}
      </ul>
    </section>
  )

/** What is measured at this session; who answered is for the coordinator alone. */
const Asked = ({ t, session }: { t: T; session: SessionPage }) => (
  <>
    {session.asked.map(({ moment, label, instruments, women }) => (
      <section key={moment}>
        <Heading>{t('group.asked')}</Heading>
        <Text>
          {label[t.language]}: {instruments.map((one) => one[t.language]).join(', ')}
        </Text>
        <Text quiet>{t('group.asked-lead')}</Text>
        {women.length > 0 && (
          <ul class="naast-list">
            {women.map(({ placeId, trajectoryId, due }) => (
              <li key={placeId}>
                <Link href={paths.measure.list(trajectoryId)}>
                  {session.women.find((one) => one.placeId === placeId)?.given ?? '—'}
                </Link>{' '}
                {due ? (
                  <Tag tone="attention">{t('group.asked-due')}</Tag>
                ) : (
                  <Tag tone="done">{t('group.asked-done')}</Tag>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </>
)

async function act(request: StaffRequest) {
  const { context, actor, form, today } = request
  const here = { id: idOf(request), version: Number(form.text('version')) }
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'move') {
    const on = readTypedDay(form.text('on'), { today }) ?? form.text('on')
    const at = readTypedTime(form.text('at')) ?? form.text('at')
    const { groupId } = await moveSession(context, actor, { ...here, on, at }, submission)
    return seeOther(paths.group.one(groupId), 'group.said.moved')
  }
  if (form.text('what') === 'cancel') {
    const reason = cancelReasons.find((one) => one === form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    const { groupId } = await cancelSession(context, actor, { ...here, reason }, submission)
    return seeOther(paths.group.one(groupId), 'group.said.cancelled')
  }
  const theme = themeOutcomes.find((one) => one === form.text('theme'))
  if (!theme) throw new Invalid({ theme: 'choose-one' })
  const attendance = Object.fromEntries(
    form.entries().flatMap(([name, value]) => {
      const state = attendanceStates.find((one) => one === value)
      const [, placeId] = /^attendance\.(.+)$/.exec(name) ?? []
      return placeId && state ? [[placeId, state] as const] : []
    }),
  )
  const { groupId } = await recordSession(
    context,
    actor,
    {
      ...here,
      minutes: Number(form.text('minutes') || Number.NaN),
      theme,
      facilitatorIds: [...form.all('facilitatorIds')],
      attendance,
      allTheSame: form.text('allTheSame') === 'yes',
    },
    submission,
  )
  return seeOther(paths.group.one(groupId), 'group.said.held')
}

export const oneSessionRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.session(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
