import { AskAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { usedSheetWords } from '#pages/conversation-sheet/used-sheet-words.ts'
import { filledForm } from '#pages/form-data.ts'
import { SessionTag, sessionMoment } from '#pages/group/group-state.tsx'
import { LeadersAway } from '#pages/group/leaders-away.tsx'
import { AroundSession, CatchUp, Note, Plan } from '#pages/group/session-around.tsx'
import { actOnSession } from '#pages/group/session-deeds.ts'
import { Cancel, Held, Move, NotYet } from '#pages/group/session-forms.tsx'
import { Marks } from '#pages/group/session-marks.tsx'
import { ErrorSummary, type FormState } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
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
          [t('sheet.used'), session.usedSheet && usedSheetWords(t, session.usedSheet)],
        ]}
      />
      {session.sheets.length > 0 && (
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
      {session.mayHold ? (
        <>
          <Marks {...forms} />
          <Held {...forms} />
        </>
      ) : (
        session.state === 'planned' && <NotYet {...forms} />
      )}
      <CatchUp {...forms} />
      <Worry t={t} session={session} />
      {actor.workerId && <AskAftercare t={t} submissionKey={request.newKey()} />}
      <Asked t={t} session={session} />
      <Plan {...forms} />
      <AroundSession {...forms} />
      <Note {...forms} />
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

export const oneSessionRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.session(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => actOnSession(request, idOf(request)),
        (problem) => show(request, problem),
      ),
  }),
]
