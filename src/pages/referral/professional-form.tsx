import type { Actor } from '#domain/member/actor.ts'
import { peopleOfAll } from '#domain/programme/people.ts'
import { formOf } from '#pages/form-data.ts'
import { type Answer, type PageRequest, page, publicRoute, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { professionalProblems, referrerIn } from '#pages/referral/professional-answers.ts'
import { ProfessionalFormDone, ProfessionalFormView } from '#pages/referral/professional-form-view.tsx'
import { inFormTerms, submissionIn } from '#pages/referral/public-answers.ts'
import { Invalid } from '#usecases/failure.ts'
import { listProgrammes } from '#usecases/programme/list-programmes.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'

type Request = PageRequest<Actor>

/** Somebody who refers and has an account stays among her own pages: what she sends is hers to follow. */
const frameFor = ({ actor }: Request) =>
  actor.kind === 'member'
    ? ({ frame: 'staff', place: paths.ownReferrals() } as const)
    : ({ frame: 'public' } as const)

/** Said of anybody where somebody may come for a programme that is for anybody. */
async function forWhom(request: Request): Promise<Request> {
  const offered = await listProgrammes(request.context, request.actor, {})
  return { ...request, t: request.t.of(peopleOfAll(offered)) }
}

const show = (request: Request, problem: Problem = noProblem): Answer =>
  page(
    request.t('professional-form.title'),
    <ProfessionalFormView
      state={{ t: request.t, form: request.form, problem }}
      organisation={request.host.name}
      submissionKey={request.form.key ?? request.newKey()}
    />,
    frameFor(request),
  )

const take = async (asked: Request): Promise<Answer> => {
  const request = await forWhom(asked)
  return attempt(
    async () => {
      const { context, actor, form, today, t, host } = request
      const problems = professionalProblems(form, today)
      if (Object.keys(problems).length > 0) throw new Invalid(problems)
      const submission = { ...submissionIn(form, today), referrer: referrerIn(form) }
      const { reference, contactBy, dropped } = await submitReferral(
        context,
        actor,
        { channel: 'professional_form', submission },
        form.key ? { key: form.key } : undefined,
      ).catch((error: unknown) => {
        throw inFormTerms(error)
      })
      return page(
        t('professional-form.done.title'),
        <ProfessionalFormDone
          t={t}
          today={today}
          host={host}
          reference={reference}
          by={Temporal.PlainDate.from(contactBy)}
          dropped={dropped}
          form={form}
          again={actor.kind === 'member' ? paths.referSignedIn() : paths.referProfessional(host.slug)}
        />,
        frameFor(request),
      )
    },
    async (problem) => show(request, problem),
  )
}

/** One page for a professional with two minutes. Anyone may open it; what it sends, only the desk reads. */
export const professionalFormRoutes: readonly Route[] = [
  publicRoute({
    path: paths.referProfessional(':org'),
    who: 'public',
    door: 'professional',
    get: async (request) => show({ ...(await forWhom(request)), form: formOf(null) }),
    post: take,
  }),
  staffRoute({
    path: paths.referSignedIn(),
    who: ['referrer'],
    get: async (request) => show({ ...(await forWhom(request)), form: formOf(null) }),
    post: take,
  }),
]
