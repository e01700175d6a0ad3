import { erasureRefusals } from '#domain/erasure/erasure.ts'
import { fileNumber } from '#pages/erasure/erasure-list.tsx'
import { Buttons, Checkboxes, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { decideErasure } from '#usecases/erasure/decide-erasure.ts'
import { type ErasurePage, readErasure } from '#usecases/erasure/read-erasure.ts'
import { withdrawErasure } from '#usecases/erasure/withdraw-erasure.ts'
import { Invalid } from '#usecases/failure.ts'

/** What was asked, what goes and what stays, and the decision. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const erasure = await readErasure(context, actor, { id: request.params.id ?? '' })
  const by = (name: string | null, day: Temporal.PlainDate | null) =>
    name && day ? `${name}, ${t.day(day, today)}` : null
  return page(
    t('erasure.title'),
    <>
      <Heading level={1}>
        {t('erasure.person', { number: fileNumber(erasure.personId) })}{' '}
        <Tag tone={erasure.state === 'asked' ? 'attention' : 'neutral'}>
          {t(`erasure.state.${erasure.state}`)}
        </Tag>
      </Heading>
      <Summary
        rows={[
          [t('erasure.who'), erasure.name ?? t('erasure.gone')],
          [t('erasure.reason'), t(`erasure.reason.${erasure.reason}`)],
          [t('erasure.ground'), t(`erasure.ground.${erasure.ground}`)],
          [t('erasure.asked-by'), by(erasure.askedBy, erasure.askedOn)],
          [t('erasure.answered-by'), by(erasure.answeredBy, erasure.answeredOn)],
          [t('erasure.refusal'), refusalWords(t, erasure.answerCode)],
        ]}
      />
      {erasure.goes && <WhatGoes t={t} goes={erasure.goes} />}
      <WhatStays t={t} leftovers={erasure.goes?.leftovers ?? 0} />
      {erasure.inTheWay && (
        <Notice title={t('erasure.in-the-way')}>
          <Text>{t(`refusal.${erasure.inTheWay}`)}</Text>
        </Notice>
      )}
      <Decide
        erasure={erasure}
        stateOf={(what) => ({
          t,
          form,
          problem: form.text('what') === what ? problem : noProblem,
        })}
        submissionKey={form.key ?? request.newKey()}
      />
      <Link href={paths.erasure.list()}>{t('erasure.back')}</Link>
    </>,
    { place: paths.erasure.list() },
  )
}

function refusalWords(t: T, code: string | null): string | null {
  const known = erasureRefusals.find((one) => one === code)
  return known ? t(`erasure.refusal.${known}`) : null
}

const counted = [
  'children',
  'trajectories',
  'referrals',
  'visits',
  'answers',
  'messages',
  'documents',
] as const

const WhatGoes = ({ t, goes }: { t: T; goes: NonNullable<ErasurePage['goes']> }) => (
  <section>
    <Heading>{t('erasure.goes')}</Heading>
    <Text>{t('erasure.goes-text')}</Text>
    <ul class="utrecht-unordered-list">
      {counted
        .filter((what) => goes[what] > 0)
        .map((what) => (
          <li key={what}>{t(`erasure.goes.${what}`, { count: goes[what] })}</li>
        ))}
    </ul>
  </section>
)

const WhatStays = ({ t, leftovers }: { t: T; leftovers: number }) => (
  <section>
    <Heading>{t('erasure.stays')}</Heading>
    <ul class="utrecht-unordered-list">
      {(['counts', 'log', 'backup', 'outside'] as const).map((what) => (
        <li key={what}>{t(`erasure.stays.${what}`)}</li>
      ))}
      {leftovers > 0 && <li>{t('erasure.stays.leftovers', { count: leftovers })}</li>}
    </ul>
  </section>
)

interface DecideProps {
  readonly erasure: ErasurePage
  readonly stateOf: (what: string) => FormState
  readonly submissionKey: string
}

const Decide = ({ erasure, stateOf, submissionKey }: DecideProps) => {
  const { t } = stateOf('')
  const hidden = (what: string) => (
    <>
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="version" value={erasure.version} />
    </>
  )
  return (
    <>
      {erasure.mayErase && (
        <section>
          <Heading>{t('erasure.decide.erase')}</Heading>
          <PostForm state={stateOf('erase')} submissionKey={submissionKey}>
            {hidden('erase')}
            <Checkboxes
              state={stateOf('erase')}
              name="sure"
              label={t('erasure.sure-label')}
              options={[{ value: 'yes', label: t('erasure.sure') }]}
            />
            <Buttons>
              <SubmitButton>{t('erasure.do-erase')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      {erasure.mayRefuse && (
        <section>
          <Heading>{t('erasure.decide.refuse')}</Heading>
          <PostForm state={stateOf('refuse')} submissionKey={submissionKey}>
            {hidden('refuse')}
            <Radios
              state={stateOf('refuse')}
              name="code"
              label={t('erasure.refusal')}
              options={erasureRefusals.map((value) => ({ value, label: t(`erasure.refusal.${value}`) }))}
            />
            <Buttons>
              <SubmitButton kind="secondary">{t('erasure.do-refuse')}</SubmitButton>
            </Buttons>
          </PostForm>
        </section>
      )}
      {erasure.mayWithdraw && (
        <PostForm state={stateOf('withdraw')} submissionKey={submissionKey}>
          {hidden('withdraw')}
          <Buttons>
            <SubmitButton kind="secondary">{t('erasure.do-withdraw')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </>
  )
}

async function act({ context, actor, form, params }: StaffRequest) {
  const here = { id: params.id ?? '', version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'withdraw') {
    await withdrawErasure(context, actor, here, submission)
    return seeOther(paths.erasure.one(here.id), 'erasure.said.withdrawn')
  }
  if (form.text('what') === 'refuse') {
    const code = erasureRefusals.find((one) => one === form.text('code'))
    if (!code) throw new Invalid({ code: 'choose-one' })
    await decideErasure(context, actor, { ...here, answer: { kind: 'refuse', code } }, submission)
    return seeOther(paths.erasure.one(here.id), 'erasure.said.refused')
  }
  if (form.text('sure') !== 'yes') throw new Invalid({ sure: 'erasure-sure' })
  await decideErasure(context, actor, { ...here, answer: { kind: 'erase' } }, submission)
  return seeOther(paths.erasure.one(here.id), 'erasure.said.erased')
}

export const oneErasureRoutes: readonly Route[] = [
  staffRoute({
    path: paths.erasure.one(':id'),
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
