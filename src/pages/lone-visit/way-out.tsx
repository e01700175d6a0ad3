import type { MemberActor } from '#domain/member/actor.ts'
import { formOf } from '#pages/form-data.ts'
import { DangerCalls, IsOut, OutForm, Standing, sayWord } from '#pages/lone-visit/out-form.tsx'
import type { FormState } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import {
  type Answer,
  type AnyoneRequest,
  type PageAnswer,
  page,
  type RedirectAnswer,
  type StaffRequest,
  seeOther,
  withCookies,
} from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { openWayOut } from '#usecases/lone-visit/open-way-out.ts'
import { readMyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'
import { readWayOut } from '#usecases/lone-visit/read-way-out.ts'

/**
 * Her session ended while she was inside: with what her phone was given at the door she says that she is out, and nothing
 * else opens (decision 31). Whatever stands in the way, the answer is as if she had nothing.
 */
export const wayOut = {
  get: (request: AnyoneRequest) => asHer(request, (hers) => show(request, hers)),
  post: (request: AnyoneRequest) =>
    asHer(request, (hers) =>
      attempt(
        async () => (await say(request, hers)) ?? seeOther(paths.signIn()),
        async (problem) => (await show(request, hers, problem)) ?? seeOther(paths.signIn()),
      ),
    ),
}

/** Her phone is given what it needs at the door, if it doesn't have it yet. */
export async function withWayOut<A extends PageAnswer | RedirectAnswer>(
  { context, actor, signIn, caller }: StaffRequest,
  answer: A,
): Promise<A> {
  const { secret } = await readWayOut(context, actor, {})
  if (!secret || signIn.wayOut.take(caller)?.secret === secret) return answer
  return withCookies(answer, [signIn.wayOut.give(actor.orgId, secret)])
}

interface Hers {
  readonly actor: MemberActor
  readonly visitId: string
}

async function asHer(
  { context, signIn, caller }: AnyoneRequest,
  then: (hers: Hers) => Promise<Answer | null>,
): Promise<Answer | null> {
  const held = signIn.wayOut.take(caller)
  if (!held) return null
  const { orgId, secret } = held
  try {
    const found = await openWayOut(context, { kind: 'visitor', orgId, door: 'way_out' }, { secret })
    if (!found) return null
    const { visitId, memberId, workerId } = found
    // No role is claimed: each use case reads what she may at that moment.
    return await then({ actor: { kind: 'member', orgId, memberId, roles: [], workerId }, visitId })
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return null
    throw error
  }
}

async function show(
  { context, t, form, newKey }: AnyoneRequest,
  { actor, visitId }: Hers,
  problem: Problem = noProblem,
): Promise<Answer | null> {
  const { visit, hasWords, onCallPhone } = await readMyLoneVisit(context, actor, {})
  if (visit?.id !== visitId || visit.standing === 'out') return null
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : form, problem }
  return page(
    t('lone.title'),
    <>
      <Heading level={1}>{t('lone.title')}</Heading>
      <Standing t={t} visit={visit} mailReady={context.mailReady ?? false} />
      <OutForm state={state} visit={visit} hasWords={hasWords} submissionKey={form.key ?? newKey()} />
      <Text quiet>{t('lone.way-out')}</Text>
      <DangerCalls t={t} onCallPhone={onCallPhone} />
    </>,
    { frame: 'public' },
  )
}

/** She hears here that she is out, and not on a next page: what opened this one is good for nothing any more. */
async function say(request: AnyoneRequest, { actor, visitId }: Hers): Promise<Answer | null> {
  const { context, form, t, signIn } = request
  const said = await sayWord(context, actor, form, visitId)
  if (said !== 'out') return seeOther(paths.loneVisit.mine(), `lone.said.${said}`)
  const { visit, onCallPhone } = await readMyLoneVisit(context, actor, {})
  if (!visit) return null
  const answer = page(
    t('lone.title'),
    <>
      <Heading level={1}>{t('lone.title')}</Heading>
      <IsOut t={t} visit={visit} />
      <p class="naast-actions">
        <Link href={paths.signIn()}>{t('frame.held-sign-in')}</Link>
      </p>
      <DangerCalls t={t} onCallPhone={onCallPhone} />
    </>,
    { frame: 'public' },
  )
  return withCookies(answer, [signIn.wayOut.drop()])
}
