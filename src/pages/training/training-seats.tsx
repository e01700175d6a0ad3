import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Table, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { TrainingView } from '#usecases/training/read-training.ts'

interface Props {
  request: StaffRequest
  training: TrainingView
}

/** Who waits for a seat, the first on top. */
export const WaitingList = ({ request, training }: Props) => {
  const { t, today } = request
  if (training.waiting.length === 0) return null
  return (
    <section>
      <Table
        caption={t('training.waiting-list')}
        rows={training.waiting}
        empty={t('training.nobody')}
        columns={[
          { heading: t('worker.column.name'), cell: ({ name }) => name },
          { heading: t('training.waiting-since'), cell: ({ since }) => t.day(since, today) },
          {
            heading: t('training.sign-off'),
            cell: ({ workerId }) => (
              <form method="post" action={paths.training.leave(training.trainingId)}>
                <input type="hidden" name="key" value={request.newKey()} />
                <input type="hidden" name="workerId" value={workerId} />
                <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                  {t('training.take-off-list')}
                </button>
              </form>
            ),
          },
        ]}
      />
      <Text quiet>{t('training.waiting-hint')}</Text>
    </section>
  )
}

/** More seats, or fewer, while it is still to be given. */
export const Seats = ({ request, training, problem }: Props & { problem: Problem }) => {
  const { t, form } = request
  const wrong = problem.fields?.seats !== undefined
  const state: FormState = {
    t,
    form: wrong ? form : filledForm({ seats: String(training.seats ?? '') }),
    problem: wrong ? problem : noProblem,
  }
  return (
    <details class="naast-more" open={wrong}>
      <summary>{t('training.seats-change')}</summary>
      <PostForm
        state={state}
        submissionKey={request.newKey()}
        action={paths.training.seats(training.trainingId)}
      >
        <input type="hidden" name="version" value={training.version} />
        <TextField
          state={state}
          name="seats"
          label={t('training.seats')}
          hint={t('training.seats-hint')}
          inputMode="numeric"
          width={4}
          optional
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('training.seats-save')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

export const Enrol = ({ request, training }: Props) => {
  const { t } = request
  const state: FormState = { t, form: filledForm({}), problem: noProblem }
  return (
    <PostForm
      state={state}
      submissionKey={request.newKey()}
      action={paths.training.enrol(training.trainingId)}
    >
      <Select
        state={state}
        name="workerId"
        label={t('training.enrol')}
        empty=""
        options={training.others.map(({ workerId, name }) => ({ value: workerId, label: name }))}
      />
      <Buttons>
        <SubmitButton kind="secondary">{t('training.enrol-save')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}
