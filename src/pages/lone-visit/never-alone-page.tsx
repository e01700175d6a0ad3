import { type NeverAloneReason, neverAloneReasons } from '#domain/lone-visit/never-alone.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { endNeverAlone } from '#usecases/lone-visit/end-never-alone.ts'
import { readNeverAlone } from '#usecases/lone-visit/read-never-alone.ts'
import { setNeverAlone } from '#usecases/lone-visit/set-never-alone.ts'

/** Whether somebody may go to her home alone. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, params, newKey } = request
  const trajectoryId = params.id ?? ''
  const { name, rule } = await readNeverAlone(context, actor, { trajectoryId })
  const state: FormState = { t, form, problem }
  const key = form.key ?? newKey()
  return page(
    t('lone.never-alone'),
    <>
      <Heading level={1}>{t('lone.never-alone-of', { name })}</Heading>
      <Text lead>{t('lone.never-alone-lead')}</Text>
      <Notice
        tone={rule ? 'attention' : 'info'}
        title={t(rule ? 'lone.never-alone-on' : 'lone.never-alone-none')}
      >
        {rule && (
          <Text>
            {t('lone.never-alone-since', {
              day: t.day(rule.since, today),
              name: rule.by,
              why: whyWords(t, rule.code),
            })}
          </Text>
        )}
      </Notice>
      <PostForm state={state} submissionKey={key}>
        {rule ? (
          <input type="hidden" name="what" value="end" />
        ) : (
          <Radios
            state={state}
            name="code"
            label={t('lone.never-alone-why')}
            options={neverAloneReasons.map((value) => ({ value, label: whyWords(t, value) }))}
          />
        )}
        <Buttons>
          <SubmitButton kind={rule ? 'secondary' : 'primary'}>
            {t(rule ? 'lone.do-alone-again' : 'lone.do-never-alone')}
          </SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.trajectory.one(trajectoryId)}>{t('contact.to-trajectory')}</Link>
    </>,
  )
}

/** To her volunteer, 'other' says who knows; to who chooses it, what it is. */
const whyWords = (t: T, code: NeverAloneReason): string =>
  t(code === 'other' ? 'lone.never-alone-other' : `lone.two-why.${code}`)

async function act({ context, actor, form, params }: StaffRequest) {
  const trajectoryId = params.id ?? ''
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'end') {
    await endNeverAlone(context, actor, { trajectoryId }, submission)
    return seeOther(paths.loneVisit.neverAlone(trajectoryId), 'lone.said.alone-again')
  }
  const code = neverAloneReasons.find((one) => one === form.text('code'))
  if (!code) throw new Invalid({ code: 'choose-one' })
  await setNeverAlone(context, actor, { trajectoryId, code }, submission)
  return seeOther(paths.loneVisit.neverAlone(trajectoryId), 'lone.said.never-alone')
}

export const neverAloneRoutes: readonly Route[] = [
  staffRoute({
    path: paths.loneVisit.neverAlone(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
