import {
  handingWays,
  identityWays,
  refusalGrounds,
  settlements,
} from '#domain/person-request/person-request.ts'
import { chosen } from '#pages/course/course-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
} from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import {
  forwardSteps,
  type OnePersonRequest,
  Reach,
  readOne,
} from '#pages/person-request/one-person-request.tsx'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { lookFirst } from '#pages/sharing/look-first.ts'
import { type FoundTrace, LookThrough } from '#pages/sharing/look-through-view.tsx'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { approvePersonRequest } from '#usecases/person-request/approve-person-request.ts'
import { deliverPersonCopy } from '#usecases/person-request/deliver-person-copy.ts'
import { endPersonRequest } from '#usecases/person-request/end-person-request.ts'
import { extendPersonRequest } from '#usecases/person-request/extend-person-request.ts'
import { findPersonAsked } from '#usecases/person-request/find-person-asked.ts'
import { identifyPerson } from '#usecases/person-request/identify-person.ts'
import { lookThroughPersonCopy } from '#usecases/person-request/look-through-person-copy.ts'
import { preparePersonCopy } from '#usecases/person-request/prepare-person-copy.ts'

const steps = [...forwardSteps, 'end', 'extend'] as const
type Step = (typeof steps)[number]

/** What was written about her, a line each, as a beginning; a human looks through it and takes out what isn't hers. */
const beginning = (t: T, { words, gathered }: OnePersonRequest): string =>
  words ??
  gathered
    .map(
      ({ kind, number, text }) => `${t(`person-request.word.${kind}`)}${number ? ` ${number}` : ''}: ${text}`,
    )
    .join('\n')

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
  const form = first ? filledForm({ text: step === 'prepare' ? beginning(t, one) : '' }) : request.form
  const state: FormState = { t, form, problem }
  return page(
    t(`person-request.${step}`),
    <>
      <Heading level={1}>{t(traces ? 'sharing.look-title' : `person-request.${step}`)}</Heading>
      {!traces && <Text lead>{t(`person-request.${step}-lead`)}</Text>}
      {step === 'deliver' && one.contact && <Reach t={t} contact={one.contact} />}
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
          <SubmitButton>
            {t(
              traces || (step !== 'prepare' && step !== 'approve')
                ? 'person-request.save'
                : step === 'prepare'
                  ? 'person-request.look'
                  : 'person-request.approve-do',
            )}
          </SubmitButton>
          {traces && (
            <SubmitButton name="back" value="yes" kind="secondary">
              {t('sharing.change-text')}
            </SubmitButton>
          )}
          <Link href={paths.personRequest.one(one.id)}>{t('person-request.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.personRequest.list() },
  )
}

const Looked = ({ state, traces }: { state: FormState; traces: readonly FoundTrace[] }) => (
  <>
    <input type="hidden" name="looked" value="yes" />
    <input type="hidden" name="text" value={state.form.text('text')} />
    <LookThrough state={state} text={state.form.text('text')} traces={traces} strict />
  </>
)

const endings = (may: OnePersonRequest['may']): readonly string[] => [
  ...(may.includes('answer') ? ['answer'] : []),
  ...refusalGrounds,
  'withdraw',
]

const Fields = ({ state, step, one }: { state: FormState; step: Step; one: OnePersonRequest }) => {
  const { t } = state
  switch (step) {
    case 'identify':
      return (
        <Radios
          state={state}
          name="way"
          label={t('person-request.identity')}
          options={identityWays.map((value) => ({ value, label: t(`person-request.identity.${value}`) }))}
        />
      )
    case 'find':
      return one.files.length === 0 ? (
        <Text>{t('person-request.no-file')}</Text>
      ) : (
        <Radios
          state={state}
          name="fileId"
          label={t('person-request.file')}
          hint={t('person-request.file-hint')}
          options={one.files.map(({ id, name, hidden }) => ({
            value: id,
            label: hidden ? t('person-request.file-hidden', { name }) : name,
          }))}
        />
      )
    case 'prepare':
      return <TextArea state={state} name="text" label={t('person-request.text')} rows={20} />
    case 'approve':
      return (
        <p class="naast-actions">
          <ButtonLink href={paths.personRequest.copy(one.id)} kind="secondary">
            {t('person-request.copy')}
          </ButtonLink>
        </p>
      )
    case 'deliver':
      return (
        <>
          <p class="naast-actions">
            <ButtonLink href={paths.personRequest.copy(one.id)} kind="secondary">
              {t('person-request.copy')}
            </ButtonLink>
            <ButtonLink href={paths.personRequest.file(one.id)} kind="secondary">
              {t('person-request.json')}
            </ButtonLink>
          </p>
          <Radios
            state={state}
            name="way"
            label={t('person-request.way')}
            options={handingWays.map((value) => ({ value, label: t(`person-request.way.${value}`) }))}
          />
          <Checkboxes
            state={state}
            name="pickedByHer"
            label={t('person-request.picked')}
            options={[{ value: 'yes', label: t('person-request.picked-yes') }]}
          />
        </>
      )
    case 'hand_on':
      return <Text>{t('person-request.hand_on-text')}</Text>
    case 'settle':
      return (
        <>
          <Radios
            state={state}
            name="code"
            label={t('person-request.settled')}
            options={settlements.map((value) => ({ value, label: t(`person-request.settled.${value}`) }))}
          />
          <TextArea state={state} name="words" label={t('person-request.words')} rows={3} optional />
        </>
      )
    case 'end':
      return (
        <>
          <Radios
            state={state}
            name="code"
            label={t('person-request.ground')}
            options={endings(one.may).map((value) => ({
              value,
              label: t(`person-request.ground.${value as 'answer'}`),
            }))}
          />
          <TextArea state={state} name="words" label={t('person-request.words')} rows={3} optional />
          <Checkboxes
            state={state}
            name="told"
            label={t('person-request.told')}
            options={[{ value: 'yes', label: t('person-request.told-yes') }]}
          />
        </>
      )
    case 'extend':
      return <TextArea state={state} name="words" label={t('person-request.extend-why')} rows={3} />
  }
}

async function take(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, params } = request
  const which = { id: params.id ?? '', version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  const step = steps.find((name) => name === params.step)
  switch (step) {
    case 'identify':
      await identifyPerson(context, actor, { ...which, way: chosen(form, 'way', identityWays) }, submission)
      break
    case 'find': {
      const { files } = await readOne(request)
      const ids = files.map((one) => one.id)
      await findPersonAsked(context, actor, { ...which, fileId: chosen(form, 'fileId', ids) }, submission)
      break
    }
    case 'prepare':
      return prepare(request, which)
    case 'approve':
      await approvePersonRequest(context, actor, which, submission)
      break
    case 'deliver': {
      const way = chosen(form, 'way', handingWays)
      const pickedByHer = form.checked('pickedByHer') as true
      await deliverPersonCopy(context, actor, { ...which, way, pickedByHer }, submission)
      break
    }
    case 'hand_on':
      await endPersonRequest(context, actor, { ...which, ending: { step } }, submission)
      break
    case 'settle': {
      const code = chosen(form, 'code', settlements)
      const words = form.optional('words')
      await endPersonRequest(context, actor, { ...which, ending: { step, code, words } }, submission)
      break
    }
    case 'end':
      await end(request, which)
      break
    case 'extend':
      await extendPersonRequest(context, actor, { ...which, words: form.text('words') }, submission)
      break
    case undefined:
      throw new NotFound()
  }
  return saved(which.id)
}
const saved = (id: string) => seeOther(paths.personRequest.one(id), 'person-request.said.saved')

async function end({ context, actor, form }: StaffRequest, which: { id: string; version: number }) {
  const code = chosen(form, 'code', ['answer', 'withdraw', ...refusalGrounds])
  const told = form.checked('told') as true
  const submission = form.key ? { key: form.key } : undefined
  if (code === 'answer' || code === 'withdraw')
    return endPersonRequest(context, actor, { ...which, ending: { step: code } }, submission)
  const words = form.optional('words')
  return endPersonRequest(
    context,
    actor,
    { ...which, ending: { step: 'refuse', code, words, told } },
    submission,
  )
}

function prepare(request: StaffRequest, which: { id: string; version: number }): Promise<Answer> {
  const { context, actor, form } = request
  return lookFirst(request, {
    look: (text) => lookThroughPersonCopy(context, actor, { id: which.id, text }),
    keep: async (text, looked) => {
      const submission = form.key ? { key: form.key } : undefined
      await preparePersonCopy(context, actor, { ...which, text, looked }, submission)
      return saved(which.id)
    },
    show: (problem, traces) => show(request, problem, traces),
  })
}

export const personRequestStepRoutes: readonly Route[] = [
  staffRoute({
    path: paths.personRequest.step(':id', ':step'),
    who: ['privacy_officer', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => take(request),
        (problem) => show(request, problem),
      ),
  }),
]
