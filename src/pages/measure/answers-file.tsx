import { largestTextsFile } from '#domain/instrument/instrument-texts.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
import { FhirFileProblems } from '#pages/instrument/fhir-file-problems.tsx'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, type FormState, SubmitButton } from '#pages/look/form.tsx'
import { Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import type { Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { takeMeasureFile } from '#usecases/measure/take-measure-file.ts'

/** Her answers from a file, in the same form as where they are typed: whatever was typed already goes along and stays. */
export const AnswersFile = ({
  state,
  problem,
  asked,
}: {
  state: FormState
  problem: Problem
  asked: readonly Instrument[]
}) => {
  const { t } = state
  return (
    <details class="naast-source" open={'file' in state.problem.fields}>
      <summary>{t('measure.file-title')}</summary>
      <Text>{t('measure.file-lead')}</Text>
      <FhirFileProblems t={t} problem={problem} items={asked.flatMap(({ items }) => items)} />
      <FileField
        state={state}
        name="file"
        label={t('measure.file')}
        hint={t('measure.file-hint')}
        accept=".json,application/json,application/fhir+json"
      />
      <Buttons>
        <SubmitButton kind="secondary" name="fill" value="file">
          {t('measure.file-take')}
        </SubmitButton>
      </Buttons>
    </details>
  )
}

export async function takeFile(
  { context, actor, form, t }: StaffRequest,
  place: { readonly trajectoryId: string; readonly moment: string },
) {
  const file = form.file('file')
  if (!file) throw new Invalid({ file: 'required' })
  if (file.size > largestTextsFile) throw new Invalid({ file: 'fhir-too-large' })
  return takeMeasureFile(
    context,
    actor,
    { ...place, file: await file.text(), language: t.language, agreed: form.checked('agreed') },
    form.key ? { key: form.key } : undefined,
  )
}
