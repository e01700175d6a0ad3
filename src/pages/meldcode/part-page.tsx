import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link } from '#pages/look/parts.tsx'
import { type MeldcodePart, partAt } from '#pages/meldcode/meldcode-parts.ts'
import { partFields } from '#pages/meldcode/part-fields.tsx'
import { sendPart } from '#pages/meldcode/send-part.ts'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { NotFound } from '#usecases/failure.ts'
import { type MeldcodePage, readMeldcode } from '#usecases/meldcode/read-meldcode.ts'

const abilityOf = (part: MeldcodePart, { abilities }: MeldcodePage): boolean => {
  switch (part) {
    case 'report-decision':
    case 'help-decision':
      return abilities.decide
    case 'reported':
      return abilities.report
    case 'heard':
      return abilities.hear
    case 'give':
    case 'name':
      return abilities.give
    case 'close':
      return abilities.close.length > 0
    default:
      return abilities.record
  }
}

/** One thing to write down, and nothing else on the page. */
async function show(request: StaffRequest, part: MeldcodePart, problem: Problem = noProblem) {
  const { context, actor, t, today, params } = request
  const meldcode = await readMeldcode(context, actor, { id: params.id ?? '' })
  if (!abilityOf(part, meldcode)) throw new NotFound()
  const form = problem === noProblem ? filledForm({ on: t.longDay(today) }) : request.form
  const state = { t, form, problem }
  const Fields = partFields[part]
  return page(
    t('meldcode.title'),
    <>
      <Heading level={1}>{t(`meldcode.do.${part}`)}</Heading>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.meldcode.part(meldcode.id, params.part ?? '')}
      >
        <input
          type="hidden"
          name="version"
          value={problem === noProblem ? meldcode.version : request.form.text('version')}
        />
        <Fields state={state} meldcode={meldcode} />
        <Buttons>
          <SubmitButton>{t('meldcode.keep')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.meldcode.one(meldcode.id)}>{t('meldcode.back')}</Link>
    </>,
    { place: paths.today() },
  )
}

const partOf = ({ params }: StaffRequest): MeldcodePart => {
  const part = partAt(params.part ?? '')
  if (!part) throw new NotFound()
  return part
}

export const meldcodePartRoutes: readonly Route[] = [
  staffRoute({
    path: paths.meldcode.part(':id', ':part'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request, partOf(request)),
    post: (request) => {
      const part = partOf(request)
      return attempt(
        async () => {
          await sendPart(request, part)
          // Given away: she may not see it any more.
          return part === 'give'
            ? seeOther(paths.today(), 'meldcode.said.given')
            : seeOther(paths.meldcode.one(request.params.id ?? ''), 'meldcode.said.kept')
        },
        (problem) => show(request, part, problem),
      )
    },
  }),
]
