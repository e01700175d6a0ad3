import { AskAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { formOf } from '#pages/form-data.ts'
import { DangerCalls, IsOut, OutForm, Standing, sayWord } from '#pages/lone-visit/out-form.tsx'
import { wayOut, withWayOut } from '#pages/lone-visit/way-out.tsx'
import type { FormState } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { type MyLoneVisit, readMyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'

type Visit = NonNullable<MyLoneVisit['visit']>

/** Where she is, and the three buttons that she needs there. It looks the same whichever word was said. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, newKey } = request
  const { visit, hasWords, onCallPhone } = await readMyLoneVisit(context, actor, {})
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : form, problem }
  const answer = page(
    t('lone.title'),
    <>
      <Heading level={1}>{t('lone.title')}</Heading>
      {visit === null ? (
        <Empty title={t('lone.none')}>
          <Text>{t('lone.none-hint')}</Text>
        </Empty>
      ) : visit.standing === 'out' ? (
        <AfterIt t={t} visit={visit} submissionKey={newKey()} />
      ) : (
        <>
          <Standing t={t} visit={visit} mailReady={context.mailReady ?? false} />
          <OutForm state={state} visit={visit} hasWords={hasWords} submissionKey={form.key ?? newKey()} />
        </>
      )}
      <DangerCalls t={t} onCallPhone={onCallPhone} />
      <p class="naast-actions">
        <Link href={paths.contact.mine()}>{t('lone.to-mine')}</Link>{' '}
        <Link href={paths.loneVisit.words()}>{t('lone.to-words')}</Link>{' '}
        <Link href={paths.loneVisit.card()}>{t('lone.to-card')}</Link>
      </p>
    </>,
    { place: paths.contact.mine() },
  )
  return withWayOut(request, answer)
}

const AfterIt = ({ t, visit, submissionKey }: { t: T; visit: Visit; submissionKey: string }) => (
  <>
    <IsOut t={t} visit={visit} />
    {visit.contactId && (
      <p class="naast-actions">
        <ButtonLink href={paths.contact.log(visit.contactId)}>{t('lone.log')}</ButtonLink>
      </p>
    )}
    <AskAftercare t={t} contactId={visit.contactId} submissionKey={submissionKey} />
  </>
)

async function say({ context, actor, form }: StaffRequest) {
  const said = await sayWord(context, actor, form, form.text('id'))
  return seeOther(paths.loneVisit.mine(), `lone.said.${said}`)
}

export const myLoneVisitRoutes: readonly Route[] = [
  staffRoute({
    path: paths.loneVisit.mine(),
    who: ['worker'],
    signedOut: wayOut,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => say(request),
        (problem) => show(request, problem),
      ),
  }),
]
