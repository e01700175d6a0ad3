import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { changeGroupOffer } from '#usecases/group-composition/change-group-offer.ts'
import { readGroupOffer } from '#usecases/group-composition/read-group-offer.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const nths = { languages: [0, 1], interpreters: [0, 1, 2] } as const

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const offer = await readGroupOffer(context, actor, { id: idOf(request) })
  const known = Object.fromEntries(
    (['languages', 'interpreters'] as const).flatMap((name) =>
      nths[name].map((at) => [`${name}.${at}`, offer[name][at] ?? '']),
    ),
  )
  const form =
    problem === noProblem
      ? filledForm({ ...known, seats: offer.seats === null ? '' : String(offer.seats) })
      : request.form
  const state: FormState = { t, form, problem }
  const fields = (name: 'languages' | 'interpreters') =>
    nths[name].map((at) => (
      <Select
        key={at}
        state={state}
        name={`${name}.${at}`}
        label={t('worker.language-nth', { count: at + 1 })}
        optional
        empty=""
        options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
      />
    ))
  return page(
    t('composition.offer'),
    <>
      <Heading level={1}>{t('composition.offer')}</Heading>
      <Text lead>{offer.title}</Text>
      <Text>{t('composition.offer-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={request.form.text('version') || offer.version} />
        <Heading>{t('composition.offer-languages')}</Heading>
        <Text quiet>{t('composition.offer-languages-hint')}</Text>
        {fields('languages')}
        <Heading>{t('composition.offer-interpreters')}</Heading>
        {fields('interpreters')}
        <TextField
          state={state}
          name="seats"
          label={t('composition.offer-seats')}
          hint={t('composition.offer-seats-hint', { min: offer.min, max: offer.max })}
          inputMode="numeric"
          width={4}
          optional
        />
        <Buttons>
          <SubmitButton>{t('composition.offer-save')}</SubmitButton>
          <Link href={paths.group.one(idOf(request))}>{t('group.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.group.list() },
  )
}

async function change(request: StaffRequest) {
  const { context, actor, form } = request
  const listOf = (name: 'languages' | 'interpreters') =>
    nths[name].flatMap((at) => form.optional(`${name}.${at}`) ?? [])
  const seats = form.optional('seats')
  await changeGroupOffer(
    context,
    actor,
    {
      id: idOf(request),
      version: /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : 0,
      languages: listOf('languages'),
      interpreters: listOf('interpreters'),
      seats: seats === null ? null : /^\d{1,4}$/.test(seats) ? Number(seats) : Number.NaN,
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.group.one(idOf(request)), 'composition.said.offer')
}

export const groupOfferRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.offer(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => change(request),
        (problem) => show(request, problem),
      ),
  }),
]
