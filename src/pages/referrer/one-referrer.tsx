import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm, formOf } from '#pages/form-data.ts'
import { Buttons, DayField, type FormState, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { trainingName } from '#pages/referrer/training-name.ts'
import { NotFound } from '#usecases/failure.ts'
import { listNetworkOrganisations } from '#usecases/network/list-network-organisations.ts'
import { linkReferrer } from '#usecases/referrer/link-referrer.ts'
import { listReferrers } from '#usecases/referrer/list-referrers.ts'
import { recordTraining } from '#usecases/referrer/record-training.ts'

const who = ['coordinator', 'administrator'] as const
const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, which: 'link' | 'training' | null, problem: Problem = noProblem) {
  const { context, actor, t, today, form } = request
  const { referrers, asked } = await listReferrers(context, actor, {})
  const referrer = referrers.find(({ memberId }) => memberId === idOf(request))
  if (!referrer) throw new NotFound()
  const organisations = await listNetworkOrganisations(context, actor, {})
  const link: FormState = {
    t,
    form: which === 'link' ? form : filledForm({ organisation: referrer.organisation?.id }),
    problem: which === 'link' ? problem : noProblem,
  }
  const training: FormState = {
    t,
    form: which === 'training' ? form : formOf(null),
    problem: which === 'training' ? problem : noProblem,
  }
  return page(
    referrer.name,
    <>
      <Heading level={1}>{referrer.name}</Heading>
      <Summary
        rows={[
          [t('referrer.organisation'), referrer.organisation?.name ?? t('network.not-known')],
          [
            t('referrer.trainings'),
            referrer.trainings
              .map(({ code, on }) => `${trainingName(t, asked, code)} (${t.day(on, today)})`)
              .join(', ') || '—',
          ],
        ]}
      />
      <Heading>{t('referrer.link-title')}</Heading>
      <PostForm state={link} submissionKey={request.newKey()} action={paths.referrer.one(referrer.memberId)}>
        <Select
          state={link}
          name="organisation"
          label={t('referrer.organisation')}
          empty={t('referrer.none')}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Buttons>
          <SubmitButton>{t('referrer.link')}</SubmitButton>
        </Buttons>
      </PostForm>
      {asked.length > 0 && (
        <>
          <Heading>{t('referrer.training-title')}</Heading>
          <Text>{t('referrer.training-text')}</Text>
          <PostForm
            state={training}
            submissionKey={request.newKey()}
            action={paths.referrer.training(referrer.memberId)}
          >
            <Select
              state={training}
              name="training"
              label={t('referrer.training')}
              empty=""
              options={asked.map(({ code }) => ({ value: code, label: trainingName(t, asked, code) }))}
            />
            <DayField state={training} name="trainedOn" label={t('referrer.trained-on')} />
            <Buttons>
              <SubmitButton kind="secondary">{t('referrer.record-training')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
      <Link href={paths.referrer.list()}>{t('referrer.title')}</Link>
    </>,
    { place: paths.network.list() },
  )
}

export const oneReferrerRoutes: readonly Route[] = [
  staffRoute({
    path: paths.referrer.one(':id'),
    who,
    get: (request) => show(request, null),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await linkReferrer(
            context,
            actor,
            { memberId: idOf(request), networkOrganisationId: form.optional('organisation') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.referrer.one(idOf(request)), 'referrer.said.linked')
        },
        (problem) => show(request, 'link', problem),
      ),
  }),
  staffRoute({
    path: paths.referrer.training(':id'),
    who,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, today } = request
          const typed = form.text('trainedOn')
          await recordTraining(
            context,
            actor,
            {
              memberId: idOf(request),
              training: form.text('training'),
              trainedOn: readTypedDay(typed, { today }) ?? typed,
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.referrer.one(idOf(request)), 'referrer.said.trained')
        },
        (problem) => show(request, 'training', problem),
      ),
  }),
]
