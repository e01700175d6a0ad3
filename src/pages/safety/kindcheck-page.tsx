import { kindcheckOutcomes } from '#domain/safety/kindcheck.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { readSafety } from '#usecases/safety/read-safety.ts'
import { recordKindcheck } from '#usecases/safety/record-kindcheck.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
const asks = ['who', 'share', 'partner', 'pregnant', 'notice', 'enough', 'support'] as const

/** What to ask, and how it came out. The questions are a help for the talk; what is kept is the outcome. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { name, file, trajectoryId } = await readSafety(context, actor, { trajectoryId: idOf(request) })
  if (!file?.kindcheck) throw new NotFound()
  const state = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('safety.kindcheck'),
    <>
      <Heading level={1}>{t('safety.kindcheck-of', { name })}</Heading>
      <Text lead>{t('safety.kindcheck-lead')}</Text>
      <ul class="naast-list">
        {asks.map((ask) => (
          <li key={ask}>{t(`safety.kindcheck-ask.${ask}`)}</li>
        ))}
      </ul>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.safety.kindcheck(trajectoryId)}
      >
        <Radios
          state={state}
          name="outcome"
          label={t('safety.kindcheck-outcome')}
          options={kindcheckOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`safety.kindcheck.${outcome}`),
          }))}
        />
        <TextArea
          state={state}
          name="words"
          label={t('safety.kindcheck-words')}
          hint={t('safety.kindcheck-words-hint')}
          rows={4}
          optional
        />
        <Buttons>
          <SubmitButton>{t('safety.kindcheck-save')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.safety.one(trajectoryId)}>{t('safety.to')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

export const kindcheckRoutes: readonly Route[] = [
  staffRoute({
    path: paths.safety.kindcheck(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const outcome = kindcheckOutcomes.find((one) => one === form.text('outcome'))
          if (!outcome) throw new Invalid({ outcome: 'choose-one' })
          await recordKindcheck(
            context,
            actor,
            { trajectoryId: idOf(request), outcome, words: form.optional('words') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.safety.one(idOf(request)), 'safety.said.kindcheck')
        },
        (problem) => show(request, problem),
      ),
  }),
]
