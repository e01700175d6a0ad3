import type { Actor } from '#domain/member/actor.ts'
import { formOf } from '#pages/form-data.ts'
import { type Answer, type PageRequest, page, publicRoute, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { move, type Place, placeIn } from '#pages/referral/own-form-steps.ts'
import { OwnFormDone, OwnFormPage } from '#pages/referral/own-form-view.tsx'
import { inFormTerms, submissionIn } from '#pages/referral/public-answers.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'

type Request = PageRequest<Actor>

/**
 * A woman's own form. It keeps nothing on her phone: no cookie, no storage, nothing in the address. What she typed
 * travels in the form from step to step and is judged again at each, so there is nothing to forge or to find.
 */
const show = (request: Request, place: Place, problem: Problem = noProblem): Answer =>
  page(
    request.t('own-form.title'),
    <OwnFormPage
      state={{ t: request.t, form: request.form, problem }}
      place={place}
      today={request.today}
      organisation={request.host.name}
      submissionKey={request.form.key ?? request.newKey()}
      saysPressed={request.pressed || request.form.checked('pressed')}
    />,
    { frame: 'participant', ...(problem === noProblem ? {} : { status: 422 }) },
  )

/** The empty form, whatever was sent. */
const begin = (request: Request): Answer =>
  show({ ...request, form: formOf(null) }, { step: 'name', returning: false })

/**
 * The same form again that nobody pressed a button for: somebody went back in the browser's history, or reloaded,
 * perhaps not she. Her answers are not shown again. Only known of a browser that said before when it was pressed.
 */
const isReplayed = ({ form, pressed }: Request): boolean => form.checked('pressed') && !pressed

async function take(request: Request): Promise<Answer> {
  if (isReplayed(request)) return begin(request)
  const { form, today } = request
  const next = move(placeIn(form), form.text('go'), form, today)
  if (Object.keys(next.problems).length > 0)
    return show(request, next, { fields: next.problems, refused: null })
  return next.send ? send(request) : show(request, next)
}

const send = (request: Request): Promise<Answer> =>
  attempt(
    async () => {
      const { context, actor, form, today, t } = request
      const submission = { ...submissionIn(form, today), referrer: { kind: 'self' as const } }
      const { reference, contactBy, dropped } = await submitReferral(
        context,
        actor,
        { channel: 'own_form', submission },
        form.key ? { key: form.key } : undefined,
      ).catch((error: unknown) => {
        throw inFormTerms(error)
      })
      return page(
        t('own-form.title'),
        <OwnFormDone
          t={t}
          today={today}
          organisation={request.host.name}
          reference={reference}
          by={Temporal.PlainDate.from(contactBy)}
          dropped={dropped}
          form={form}
        />,
        { frame: 'participant' },
      )
    },
    async (problem) => show(request, { step: 'check', returning: false }, problem),
  )

export const ownFormRoutes: readonly Route[] = [
  publicRoute({
    path: paths.referOwn(':org'),
    who: 'public',
    door: 'self',
    get: async (request) => begin(request),
    post: take,
  }),
]
