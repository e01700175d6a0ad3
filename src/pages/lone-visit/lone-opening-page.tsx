import { glassOutcomes } from '#domain/break-glass/break-glass.ts'
import { momentWords, personNumber } from '#pages/audit/access-table.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { readLoneOpening } from '#usecases/lone-visit/read-lone-opening.ts'
import { reviewLoneOpening } from '#usecases/lone-visit/review-lone-opening.ts'

/** That somebody on call looked where a colleague was: who, when and why, for the privacy officer to judge. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, params, newKey } = request
  const opening = await readLoneOpening(context, actor, { id: params.id ?? '' })
  const state: FormState = { t, form, problem }
  return page(
    t('lone.opening'),
    <>
      <Heading level={1}>{t('lone.opening')}</Heading>
      <Text lead>{t('lone.opening-lead')}</Text>
      <Summary
        rows={[
          [
            t('glass.whose'),
            <Link key="whose" href={paths.audit.ofPerson(opening.personId)}>
              {personNumber(opening.personId)}
            </Link>,
          ],
          [t('lone.how'), t(`lone.state.${opening.state}`)],
          opening.review ? [t('glass.judged'), t(`glass.outcome.${opening.review}`)] : null,
        ]}
      />
      <Heading>{t('lone.opening-by')}</Heading>
      <ul class="naast-list">
        {opening.openings.map(({ by, at, code }) => (
          <li key={at.toString()}>
            {t('lone.opening-line', {
              name: by,
              when: momentWords(t, { at }, today),
              what: reasonWords(t, code),
            })}
          </li>
        ))}
      </ul>
      {opening.reviewedBy && <Text>{t('lone.opening-judged', { name: opening.reviewedBy })}</Text>}
      {opening.own && <Notice>{t('lone.opening-own')}</Notice>}
      {!opening.review && !opening.own && (
        <PostForm state={state} submissionKey={form.key ?? newKey()}>
          <Radios
            state={state}
            name="outcome"
            label={t('glass.outcome')}
            options={glassOutcomes.map((value) => ({ value, label: t(`glass.outcome.${value}`) }))}
          />
          <Buttons>
            <SubmitButton>{t('lone.do-judge')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </>,
    { place: paths.today() },
  )
}

function reasonWords(t: T, code: string | null): string {
  const key = `lone.open-because.${code}`
  return t.has(key) ? t(key) : ''
}

export const loneOpeningRoutes: readonly Route[] = [
  staffRoute({
    path: paths.loneVisit.opening(':id'),
    who: ['privacy_officer'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          const outcome = glassOutcomes.find((one) => one === form.text('outcome'))
          if (!outcome) throw new Invalid({ outcome: 'choose-one' })
          const id = params.id ?? ''
          await reviewLoneOpening(context, actor, { id, outcome }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.loneVisit.opening(id), 'lone.said.judged')
        },
        (problem) => show(request, problem),
      ),
  }),
]
