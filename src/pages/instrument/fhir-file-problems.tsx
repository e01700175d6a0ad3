import { fileField } from '#domain/fhir/questionnaire-problem.ts'
import { Notice, Text } from '#pages/look/parts.tsx'
import { fieldWords, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'

const inside = `${fileField}.`

/** What is wrong inside the file becomes one problem of its field; the places stand in a list of their own. */
export const onFileField = (problem: Problem): Problem => {
  const fields = Object.entries(problem.fields)
  const own = fields.filter(([name]) => !name.startsWith(inside))
  if (own.length === fields.length) return problem
  return { ...problem, fields: { [fileField]: 'fhir-problems', ...Object.fromEntries(own) } }
}

/** Place by place what doesn't match, questions by their number as well. `items`: the questions in their order. */
export const FhirFileProblems = ({
  t,
  problem,
  items,
}: {
  t: T
  problem: Problem
  items: readonly { readonly id: string }[]
}) => {
  const places = Object.entries(problem.fields).flatMap(([name, code]) =>
    name.startsWith(inside) ? [{ place: name.slice(inside.length), problem: fieldWords(t, code) }] : [],
  )
  const numberOf = (place: string) => items.findIndex(({ id }) => id === place) + 1
  return places.length === 0 ? null : (
    <Notice tone="attention" title={t('fhir-file.problems')}>
      <Text>{t('fhir-file.nothing-kept')}</Text>
      <ul class="naast-list">
        {places
          .toSorted((a, b) => numberOf(a.place) - numberOf(b.place))
          .map((one) => {
            const number = numberOf(one.place)
            return (
              <li key={one.place}>
                {number > 0 ? t('fhir-file.at-question', { number, ...one }) : t('fhir-file.at', { ...one })}
              </li>
            )
          })}
      </ul>
    </Notice>
  )
}
