import { glassCategories } from '#domain/break-glass/break-glass.ts'
import { roles } from '#domain/member/role.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import {
  Buttons,
  DayField,
  type FormState,
  Pair,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { breakGlass } from '#usecases/break-glass/break-glass.ts'

/** Who otherwise may not see her file; the use case says the same. */
export const glassRoles = roles.filter((role) => role !== 'referrer' && role !== 'privacy_officer')

const consequences = ['reads', 'told', 'judged', 'shown'] as const

/** Whom to call first; then what it means to open a file; then who she is and why. */
function openPage({ t, form, newKey }: StaffRequest, problem: Problem) {
  const state: FormState = { t, form, problem }
  return page(
    t('glass.title'),
    <>
      <Heading level={1}>{t('glass.title')}</Heading>
      <Text lead>{t('glass.lead')}</Text>
      <Emergency t={t} />
      <Heading>{t('glass.what')}</Heading>
      <ul class="naast-list">
        {consequences.map((what) => (
          <li key={what}>{t(`glass.what.${what}`)}</li>
        ))}
      </ul>
      <PostForm state={state} submissionKey={form.key ?? newKey()}>
        <TextField state={state} name="name" label={t('glass.name')} hint={t('glass.name-hint')} />
        <Pair>
          <DayField state={state} name="birthDay" label={t('glass.birth-day')} hint={t('glass.either')} />
          <TextField
            state={state}
            name="phone"
            label={t('glass.phone')}
            hint={t('glass.either')}
            type="tel"
            inputMode="tel"
            width={20}
          />
        </Pair>
        <Radios
          state={state}
          name="category"
          label={t('glass.category')}
          options={glassCategories.map((category) => ({
            value: category,
            label: t(`glass.category.${category}`),
          }))}
        />
        <TextArea state={state} name="words" label={t('glass.words')} hint={t('glass.words-hint')} />
        <Buttons>
          <SubmitButton>{t('glass.submit')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
  )
}

async function open({ context, actor, form, today, signIn }: StaffRequest) {
  const typed = form.optional('birthDay')
  const { id } = await breakGlass(
    context,
    actor,
    {
      name: form.text('name'),
      birthDay: typed && (readTypedDay(typed, { today }) ?? typed),
      phone: form.optional('phone'),
      // What was not chosen is for the schema to say.
      category: (form.optional('category') ?? '') as 'other',
      words: form.text('words'),
    },
    form.key ? { key: form.key } : undefined,
  )
  signIn.memberChanged(actor.orgId, actor.memberId)
  return seeOther(paths.breakGlass.file(id))
}

export const openGlassRoutes: readonly Route[] = [
  staffRoute({
    path: paths.breakGlass.open(),
    who: glassRoles,
    get: async (request) => openPage(request, noProblem),
    post: (request) =>
      attempt(
        () => open(request),
        async (problem) => openPage(request, problem),
      ),
  }),
]
