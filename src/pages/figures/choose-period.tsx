import { type Period, periodsFor } from '#domain/figures/period.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { periodWords } from '#pages/figures/figure-words.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, type FormState, Pair, Select, SubmitButton } from '#pages/look/form.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { noProblem } from '#pages/problem.ts'

interface Props {
  readonly request: Pick<StaffRequest, 't' | 'today'>
  /** What is shown now; offered too where it isn't among those that are. */
  readonly period: Period
  readonly years?: 'only'
  readonly programmes?: readonly { readonly id: string; readonly label: Words }[]
  readonly programme?: string
  /** Every figure is of one programme: all together are not offered. */
  readonly one?: boolean
}

/** Of which period figures are, and of which programme where that can be chosen; never on paper. */
export const ChoosePeriod = ({ request: { t, today }, period, years, programmes, programme, one }: Props) => {
  const form = filledForm({ period: period.code, programme: programme ?? '' })
  const state: FormState = { t, form, problem: noProblem }
  const known = periodsFor(today).filter(({ code }) => years !== 'only' || !code.includes('Q'))
  const offered = known.some(({ code }) => code === period.code) ? known : [...known, period]
  return (
    <form method="get" class="naast-form naast-no-print">
      <Pair>
        <Select
          state={state}
          name="period"
          label={t('figures.period')}
          options={offered.map((each) => ({ value: each.code, label: periodWords(t, each) }))}
        />
        {programmes && (
          <Select
            state={state}
            name="programme"
            label={t('figures.programme')}
            {...(one ? {} : { empty: t('figures.all-programmes') })}
            options={programmes.map(({ id, label }) => ({ value: id, label: label[t.language] }))}
          />
        )}
      </Pair>
      <Buttons>
        <SubmitButton kind="secondary">{t('figures.show')}</SubmitButton>
      </Buttons>
    </form>
  )
}
