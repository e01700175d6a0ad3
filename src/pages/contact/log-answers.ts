import { keptAnswers } from '#domain/contact/log-answers.ts'
import { onClaimFields } from '#domain/expense/claim-answers.ts'
import type { Form } from '#pages/form-data.ts'
import type { Problem } from '#pages/problem.ts'

/** Problems of the answers, by the fields of this form. */
export const onLogForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([name, code]) => {
      if (name === 'kind' || name === 'by') return ['what', 'choose-one']
      // One of many that were ticked: the question they belong to.
      return [onClaimFields(name).replace(/\.\d+$/, ''), code]
    }),
  ),
})

/** What was typed, for keeping as a draft. */
export const draftOf = (form: Form): Record<string, string> => keptAnswers(form)
