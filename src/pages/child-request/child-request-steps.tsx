import {
  authorityProofs,
  deliveryWays,
  identityWays,
  motherHears,
  refusalReasons,
} from '#domain/child-request/child-request.ts'
import { forwardSteps, type OneRequest, readOne } from '#pages/child-request/one-child-request.tsx'
import { chosen } from '#pages/course/course-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { lookFirst } from '#pages/sharing/look-first.ts'
import { type FoundTrace, LookThrough } from '#pages/sharing/look-through-view.tsx'
import type { T } from '#pages/words/words.ts'
import { approveChildRequest } from '#usecases/child-request/approve-child-request.ts'
import { authoriseRequester } from '#usecases/child-request/authorise-requester.ts'
import { deliverChildCopy } from '#usecases/child-request/deliver-child-copy.ts'
import { endChildRequest } from '#usecases/child-request/end-child-request.ts'
import { extendChildRequest } from '#usecases/child-request/extend-child-request.ts'
import { identifyRequester } from '#usecases/child-request/identify-requester.ts'
import { judgeChildRequest } from '#usecases/child-request/judge-child-request.ts'
import { lookThroughChildCopy } from '#usecases/child-request/look-through-child-copy.ts'
import { prepareChildCopy } from '#usecases/child-request/prepare-child-copy.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'

const steps = [...forwardSteps, 'end', 'extend'] as const
type Step = (typeof steps)[number]

/** One step and nothing else on the page. One that can't be taken now, or not by her, is not there. */
async function show(
  request: StaffRequest,
  problem: Problem = noProblem,
  traces?: readonly FoundTrace[],
): Promise<Answer> {
  const { t } = request
  const one = await readOne(request)
  const step = steps.find((name) => name === request.params.step)
  const open =
    step === 'end'
      ? one.may.includes('refuse')
      : step === 'extend'
        ? one.mayExtend
        : one.may.some((able) => able === step)
  if (!step || (!open && problem === noProblem)) throw new NotFound()
  const first = problem === noProblem && !request.form.key
  const form = first ? filledForm({ text: one.words }) : request.form
  const state: FormState = { t, form, problem }
  return page(
    t(`child-request.${step}`),
    <>
      <Heading level={1}>{t(traces ? 'sharing.look-title' : `child-request.${step}`)}</Heading>
      {!traces && <Text lead>{t(`child-request.${step}-lead`)}</Text>}
      <PostForm
        state={state}
        submissionKey={
          problem.refused?.code === 'changed-meanwhile'
            ? request.newKey()
            : (request.form.key ?? request.newKey())
        }
      >
        <input type="hidden" name="version" value={one.version} />
        {traces ? <Looked state={state} traces={traces} /> : <Fields state={state} step={step} one={one} />}
        <Buttons>
          <SubmitButton>{t(traces ? 'child-request.save' : buttonOf(step))}</SubmitButton>
          {traces && (
            <SubmitButton name="back" value="yes" kind="secondary">
              {t('sharing.change-text')}
            </SubmitButton>
          )}
          <Link href={paths.childRequest.one(one.id)}>{t('child-request.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.childRequest.list() },
  )
}

const buttonOf = (step: Step) =>
  step === 'prepare'
    ? 'child-request.look'
    : step === 'approve'
      ? 'child-request.approve-do'
      : 'child-request.save'

const Looked = ({ state, traces }: { state: FormState; traces: readonly FoundTrace[] }) => (
  <>
    <input type="hidden" name="looked" value="yes" />
    <input type="hidden" name="text" value={state.form.text('text')} />
    <LookThrough state={state} text={state.form.text('text')} traces={traces} strict />
  </>
)

const Fields = ({ state, step, one }: { state: FormState; step: Step; one: OneRequest }) => {
  const { t } = state
  const choice = (
    name: string,
    label: Parameters<T>[0],
    values: readonly { value: string; label: string }[],
  ) => <Radios state={state} name={name} label={t(label)} options={values} />
  switch (step) {
    case 'identify':
      return choice(
        'way',
        'child-request.identity',
        identityWays.map((value) => ({ value, label: t(`child-request.identity.${value}`) })),
      )
    case 'authorise':
      return one.children.length === 0 ? (
        <Text>{t('child-request.no-child')}</Text>
      ) : (
        <>
          {choice(
            'proof',
            'child-request.proof',
            authorityProofs.map((value) => ({ value, label: t(`child-request.proof.${value}`) })),
          )}
          <Radios
            state={state}
            name="childId"
            label={t('child-request.child')}
            hint={t('child-request.child-hint')}
            options={one.children.map(({ childId, name }) => ({ value: childId, label: name }))}
          />
        </>
      )
    case 'find_safe':
      return (
        <>
          <TextArea state={state} name="words" label={t('child-request.safety-words')} rows={5} />
          {choice(
            'hears',
            'child-request.hears',
            motherHears.map((value) => ({ value, label: t(`child-request.hears.${value}`) })),
          )}
        </>
      )
    case 'prepare':
      return <TextArea state={state} name="text" label={t('child-request.text')} rows={10} />
    case 'approve':
      return (
        <>
          <Text>{t('child-request.written')}</Text>
          <div class="naast-quote">{one.words}</div>
        </>
      )
    case 'deliver':
      return (
        <>
          <p class="naast-actions">
            <ButtonLink href={paths.childRequest.copy(one.id)} kind="secondary">
              {t('child-request.copy')}
            </ButtonLink>
          </p>
          {choice(
            'way',
            'child-request.way',
            deliveryWays.map((value) => ({ value, label: t(`child-request.way.${value}`) })),
          )}
        </>
      )
    case 'end':
      return (
        <>
          {choice('reason', 'child-request.reason', [
            ...refusalReasons.map((value) => ({ value, label: t(`child-request.reason.${value}`) })),
            { value: 'withdrawn', label: t('child-request.reason.withdrawn') },
          ])}
          <TextArea state={state} name="words" label={t('child-request.words')} rows={3} optional />
        </>
      )
    case 'extend':
      return <TextArea state={state} name="words" label={t('child-request.reason')} rows={3} />
  }
}

async function take(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, params } = request
  const which = { id: params.id ?? '', version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  switch (steps.find((name) => name === params.step)) {
    case 'identify':
      await identifyRequester(
        context,
        actor,
        { ...which, way: chosen(form, 'way', identityWays) },
        submission,
      )
      break
    case 'authorise': {
      const proof = chosen(form, 'proof', authorityProofs)
      const { children } = await readOne(request)
      const childId = chosen(
        form,
        'childId',
        children.map((child) => child.childId),
      )
      await authoriseRequester(context, actor, { ...which, proof, childId }, submission)
      break
    }
    case 'find_safe': {
      const hears = chosen(form, 'hears', motherHears)
      await judgeChildRequest(context, actor, { ...which, hears, words: form.text('words') }, submission)
      break
    }
    case 'prepare':
      return prepare(request, which)
    case 'approve':
      await approveChildRequest(context, actor, which, submission)
      break
    case 'deliver':
      await deliverChildCopy(context, actor, { ...which, way: chosen(form, 'way', deliveryWays) }, submission)
      break
    case 'end': {
      const reason = chosen(form, 'reason', [...refusalReasons, 'withdrawn'])
      await endChildRequest(
        context,
        actor,
        { ...which, reason: reason === 'withdrawn' ? null : reason, words: form.optional('words') },
        submission,
      )
      break
    }
    case 'extend':
      await extendChildRequest(context, actor, { ...which, words: form.text('words') }, submission)
      break
    case undefined:
      throw new NotFound()
  }
  return saved(which.id)
}
const saved = (id: string) => seeOther(paths.childRequest.one(id), 'child-request.said.saved')

function prepare(request: StaffRequest, which: { id: string; version: number }): Promise<Answer> {
  const { context, actor, form } = request
  return lookFirst(request, {
    look: (text) => {
      if (text === '') throw new Invalid({ text: 'required' })
      return lookThroughChildCopy(context, actor, { id: which.id, text })
    },
    keep: async (text, looked) => {
      const submission = form.key ? { key: form.key } : undefined
      await prepareChildCopy(context, actor, { ...which, text, looked }, submission)
      return saved(which.id)
    },
    show: (problem, traces) => show(request, problem, traces),
  })
}

export const childRequestStepRoutes: readonly Route[] = [
  staffRoute({
    path: paths.childRequest.step(':id', ':step'),
    who: ['privacy_officer', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => take(request),
        (problem) => show(request, problem),
      ),
  }),
]
