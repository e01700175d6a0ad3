import { peopleOfAll } from '#domain/programme/people.ts'
import { formOf } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { Beside, ButtonLink, Heading, Notice } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { DecisionForms } from '#pages/referral/decision-forms.tsx'
import { Fits } from '#pages/referral/fit-view.tsx'
import { FollowUps } from '#pages/referral/follow-ups.tsx'
import { AboutHer, Clock, Duplicates, TheirWords } from '#pages/referral/referral-parts.tsx'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const versionOf = (request: StaffRequest) => Number(request.form.text('version'))
const submissionOf = (request: StaffRequest) => (request.form.key ? { key: request.form.key } : undefined)

/** One referral: on the left what came in, on the right what is decided about it. */
async function showReferral(asked: StaffRequest, problem: Problem = noProblem) {
  const { context, actor } = asked
  const referral = await readReferral(context, actor, { id: idOf(asked) })
  // Which programme it will be isn't known yet.
  const request = { ...asked, t: asked.t.of(peopleOfAll(referral.fits.map(({ programme }) => programme))) }
  const { t } = request
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const open = referral.abilities.accept
  return page(
    t('desk.title'),
    <>
      <Heading level={1}>
        {[referral.person.name.given, referral.person.name.family].filter(Boolean).join(' ')}
      </Heading>
      <Clock t={t} referral={referral} today={request.today} />
      <Beside>
        <div>
          <TheirWords t={t} referral={referral} />
          <AboutHer t={t} referral={referral} />
        </div>
        <div>
          <Duplicates request={request} referral={referral} />
          {open && (
            <>
              <Heading>{t('desk.fits')}</Heading>
              <Fits t={t} fits={referral.fits} receivedOn={referral.receivedOn} />
            </>
          )}
          {open ? (
            <DecisionForms request={request} referral={referral} state={state} />
          ) : (
            <Notice title={t('desk.decided-as')}>
              <p class="utrecht-paragraph">{t(`referral.state.${referral.state}`)}</p>
              {referral.trajectoryId && (
                <ButtonLink href={paths.trajectory.one(referral.trajectoryId)}>
                  {t('desk.go-trajectory')}
                </ButtonLink>
              )}
            </Notice>
          )}
          <FollowUps t={t} today={request.today} referral={referral} />
        </div>
      </Beside>
    </>,
    { place: paths.desk.list() },
  )
}

/** Decisions that need no more than a button. */
async function decideSimply(request: StaffRequest) {
  const { context, actor, form } = request
  const chosen = form.text('decision')
  const decision =
    chosen === 'mark-duplicate'
      ? { decision: chosen, duplicateOf: form.text('duplicateOf') }
      : { decision: chosen === 'note-information' ? chosen : ('ask-for-information' as const) }
  await decideReferral(
    context,
    actor,
    { id: idOf(request), version: versionOf(request), note: null, decision: decision as never },
    submissionOf(request),
  )
  return seeOther(paths.desk.one(idOf(request)), 'desk.said.decided')
}

export const oneReferralRoutes: readonly Route[] = [
  staffRoute({
    path: paths.desk.one(':id'),
    who: ['coordinator'],
    get: (request) => showReferral(request),
    post: (request) =>
      attempt(
        () => decideSimply(request),
        (problem) => showReferral(request, problem),
      ),
  }),
  staffRoute({
    path: paths.desk.accept(':id'),
    who: ['coordinator'],
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { trajectoryId } = await acceptReferral(
            context,
            actor,
            {
              id: idOf(request),
              version: versionOf(request),
              programmeId: form.text('programmeId'),
              teamId: form.optional('teamId'),
            },
            submissionOf(request),
          )
          return seeOther(paths.trajectory.one(trajectoryId), 'desk.said.accepted')
        },
        (problem) => showReferral(request, problem),
      ),
  }),
]
