import { RelianceLine } from '#pages/circle/reliance-line.tsx'
import { filledForm, formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  type FormState,
  PostForm,
  Select,
  SubmitButton,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { Circle } from '#usecases/circle/read-circle.ts'

/** Her own number over time, and to ask it. */
export const Reliances = ({
  request,
  t,
  circle,
  problem,
}: {
  request: StaffRequest
  t: T
  circle: Circle
  problem: Problem
}) => {
  const { asksNow, reliance } = circle
  const again = problem !== noProblem
  const state: FormState = {
    t,
    form: again ? request.form : asksNow[0] ? filledForm({ moment: asksNow[0].moment }) : formOf(null),
    problem,
  }
  const called = asksNow.map(({ moment, label }) => label?.[t.language] ?? moment)
  return (
    <section id="number">
      <Heading>{t('circle.rely-title')}</Heading>
      <Text>{t('circle.rely-lead')}</Text>
      {reliance.length === 0 && <Text quiet>{t('circle.rely-none')}</Text>}
      <RelianceLine t={t} said={reliance} />
      {(circle.mayWrite || again) && (
        <>
          {called.length > 0 && (
            <Notice>
              <Text>{t('circle.rely-asks', { moments: called.join(', ') })}</Text>
            </Notice>
          )}
          <PostForm
            state={state}
            submissionKey={request.form.key ?? request.newKey()}
            action={paths.circle.reliance(circle.trajectoryId)}
          >
            <TextField
              state={state}
              name="count"
              label={t('circle.rely-question')}
              hint={t('circle.rely-hint')}
              inputMode="numeric"
              width={4}
            />
            <Checkboxes
              state={state}
              name="ratherNot"
              label={t('circle.rely-or')}
              options={[{ value: 'yes', label: t('circle.rely-not') }]}
              optional
            />
            {asksNow.length > 0 && (
              <Select
                state={state}
                name="moment"
                label={t('circle.rely-moment')}
                empty={t('circle.rely-free')}
                options={asksNow.map(({ moment }, at) => ({ value: moment, label: called[at] ?? moment }))}
              />
            )}
            <Buttons>
              <SubmitButton>{t('circle.rely-save')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
    </section>
  )
}
