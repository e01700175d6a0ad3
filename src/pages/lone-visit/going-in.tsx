import { stayMinutes } from '#domain/lone-visit/lone-visit.ts'
import { companions } from '#domain/lone-visit/never-alone.ts'
import { filledForm } from '#pages/form-data.ts'
import { withWayOut } from '#pages/lone-visit/way-out.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextField } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { beginLoneVisit } from '#usecases/lone-visit/begin-lone-visit.ts'
import { readGoingIn } from '#usecases/lone-visit/read-going-in.ts'

/** "I'm going in": until when, and where two go, with whom. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form, params, newKey } = request
  const going = await readGoingIn(context, actor, { contactId: params.id ?? '' })
  const state: FormState = {
    t,
    form:
      problem === noProblem
        ? filledForm({ minutes: '90', place: going.home ? 'home' : 'elsewhere', beside: 'none' })
        : form,
    problem,
  }
  const title = t('lone.go-in-to', { name: going.givenName })
  return page(
    t('lone.title'),
    <>
      <Heading level={1}>{title}</Heading>
      {going.running && (
        <Notice tone="attention" title={t('refusal.lone-visit-running')}>
          <p class="naast-actions">
            <ButtonLink href={paths.loneVisit.mine()}>{t('lone.do-out')}</ButtonLink>
          </p>
        </Notice>
      )}
      {going.asked === 'required' && (
        <Notice tone="info" title={t('lone.required')}>
          <Text>{t('lone.required-text')}</Text>
        </Notice>
      )}
      {going.neverAlone && (
        <Notice tone="attention" title={t('lone.two')}>
          <Text>{t(`lone.two-why.${going.neverAlone}`)}</Text>
        </Notice>
      )}
      {going.open ? (
        <>
          <Text lead>{t('lone.go-in-lead')}</Text>
          <PostForm state={state} submissionKey={form.key ?? newKey()}>
            <Radios
              state={state}
              name="minutes"
              label={t('lone.minutes')}
              row
              options={stayMinutes.map((count) => ({
                value: String(count),
                label: t('lone.minutes-of', { count }),
              }))}
            />
            <Radios
              state={state}
              name="place"
              label={t('lone.place')}
              options={(['home', 'elsewhere'] as const).map((value) => ({
                value,
                label: t(`lone.place.${value}`),
              }))}
            />
            <TextField
              state={state}
              name="where"
              label={t('lone.where')}
              hint={t('lone.where-hint')}
              optional
            />
            <Radios
              state={state}
              name="beside"
              label={t('lone.beside')}
              options={(['none', ...companions] as const).map((value) => ({
                value,
                label: t(`lone.beside.${value}`),
              }))}
            />
            <Buttons>
              <SubmitButton>{t('lone.do-go-in')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      ) : (
        <Text>{t('lone.go-in-closed')}</Text>
      )}
      {!going.hasWords && (
        <p class="naast-actions">
          <ButtonLink href={paths.loneVisit.words()} kind="secondary">
            {t('lone.to-words')}
          </ButtonLink>
        </p>
      )}
    </>,
    { place: paths.contact.mine() },
  )
}

async function go(request: StaffRequest) {
  const { context, actor, form, params } = request
  const minutes = stayMinutes.find((one) => String(one) === form.text('minutes'))
  const place = (['home', 'elsewhere'] as const).find((one) => one === form.text('place'))
  if (!minutes) throw new Invalid({ minutes: 'choose-one' })
  if (!place) throw new Invalid({ place: 'choose-one' })
  const beside = companions.find((one) => one === form.text('beside')) ?? null
  await beginLoneVisit(
    context,
    actor,
    { contactId: params.id ?? '', minutes, place, where: form.optional('where'), beside },
    form.key ? { key: form.key } : undefined,
  )
  return withWayOut(request, seeOther(paths.loneVisit.mine(), 'lone.said.in'))
}

export const goingInRoutes: readonly Route[] = [
  staffRoute({
    path: paths.loneVisit.goingIn(':id'),
    who: ['worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => go(request),
        (problem) => show(request, problem),
      ),
  }),
]
