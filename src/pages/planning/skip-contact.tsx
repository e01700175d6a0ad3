import { skipReasons } from '#domain/contact/contact.ts'
import { Buttons, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { Invalid } from '#usecases/failure.ts'
import { bringBackContact } from '#usecases/planning/bring-back-contact.ts'
import { confirmContact } from '#usecases/planning/confirm-contact.ts'
import { skipContact } from '#usecases/planning/skip-contact.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const submission = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** What a form on the page of a visit does, and the page it comes back to if it can't. */
const step = (
  path: string,
  said: 'planning.said.back' | 'planning.said.confirmed',
  run: typeof bringBackContact | typeof confirmContact,
): Route =>
  staffRoute({
    path,
    who: ['coordinator', 'worker'],
    async post(request) {
      const { context, actor, form } = request
      const id = idOf(request)
      await run(context, actor, { id, version: Number(form.text('version')) }, submission(request))
      return seeOther(paths.contact.one(id), said)
    },
  })

/** Leaving a visit of the plan out, with the reason; asking for it after all; and that she said yes to its day. */
export const skipContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.contact.skip(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const reason = skipReasons.find((one) => one === form.text('reason'))
          if (!reason) throw new Invalid({ reason: 'choose-one' })
          const version = Number(form.text('version'))
          const id = idOf(request)
          await skipContact(context, actor, { id, version, reason }, submission(request))
          return seeOther(paths.contact.one(id), 'planning.said.skipped')
        },
        (problem) => show(request, problem),
      ),
  }),
  step(paths.contact.bringBack(':id'), 'planning.said.back', bringBackContact),
  step(paths.contact.confirm(':id'), 'planning.said.confirmed', confirmContact),
]

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, today, form } = request
  const contact = await readContact(context, actor, { id: idOf(request) })
  const t = request.t.of(contact.people)
  const title = t('planning.skip-title', { name: contact.givenName })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {t('contact.plan-lead', {
          from: t.day(contact.dueFrom, today),
          until: t.day(contact.dueUntil, today),
        })}
      </Text>
      <Text>{t('planning.skip-hint')}</Text>
      <PostForm
        state={{ t, form, problem }}
        submissionKey={form.key ?? request.newKey()}
        action={paths.contact.skip(contact.id)}
      >
        <input type="hidden" name="version" value={contact.version} />
        <Radios
          state={{ t, form, problem }}
          name="reason"
          label={t('planning.skip-why')}
          options={skipReasons.map((reason) => ({ value: reason, label: t(`planning.skip.${reason}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('planning.skip-it')}</SubmitButton>
          <Link href={paths.contact.one(contact.id)}>{t('contact.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
  )
}
