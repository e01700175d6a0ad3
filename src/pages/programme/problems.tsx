import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { placeOf } from '#domain/programme/definition-place.ts'
import { Notice } from '#pages/look/parts.tsx'
import { sayPlace } from '#pages/programme/say-definition.ts'
import type { T, WordKey } from '#pages/words/words.ts'

/** What a definition's check expects, by how it says that; what it names goes into the blank. */
const expectations: readonly (readonly [RegExp, WordKey])[] = [
  [/^weights that add up to 1/, 'builder.wrong.weights'],
  [/^a contact protocol/, 'builder.wrong.contacts'],
  [/^rules for the group/, 'builder.wrong.group'],
  [/^an id that is used once/, 'builder.wrong.twice'],
  [/^a known fact instead of (.+)/, 'builder.wrong.fact'],
  [/^a reason of kind/, 'builder.wrong.closure'],
  [/^a rule that can be met together with (.+)/, 'builder.wrong.clash'],
  [/^(?:a rule that can be met|something that can happen)/, 'builder.wrong.never'],
  [/^no circle: (.+)/, 'builder.wrong.circle'],
  [/^at least (.+?)(?:, .*)?$/, 'builder.wrong.at-least'],
  [/^at most (.+?)(?:, .*)?$/, 'builder.wrong.at-most'],
  [/^more than (.+)/, 'builder.wrong.more-than'],
  [/^one of (.+)/, 'builder.wrong.one-of'],
  [/^a questionnaire of the shelf instead of (.+)/, 'builder.wrong.missing'],
  [/^(?:an instrument|a phase|a fact) of this definition instead of (.+)/, 'builder.wrong.missing'],
  [/^(\d+) meetings, one for each session/, 'builder.wrong.meetings'],
  [/^either questions or a reference/, 'builder.wrong.instrument'],
  [/^a minimum that is not more/, 'builder.wrong.minimum'],
  [/^no (.+)/, 'builder.wrong.unknown'],
  [/^Invalid input: expected \w+, received undefined/, 'builder.wrong.absent'],
  [/^Invalid (?:input|option)/, 'builder.wrong.kind'],
]

export function sayProblem(t: T, { expected }: DefinitionProblem): string {
  for (const [pattern, key] of expectations) {
    const found = pattern.exec(expected)
    if (found) return t(key, { what: found[1] ?? '' })
  }
  return t('builder.wrong.other', { what: expected })
}

/** All that doesn't fit yet, each with where it is. */
export const Problems = ({
  t,
  definition,
  problems,
}: {
  t: T
  definition: ProgrammeDefinition | null
  problems: readonly DefinitionProblem[]
}) =>
  problems.length === 0 ? null : (
    <Notice tone="attention" title={t('builder.problems', { count: problems.length })}>
      <ul>
        {problems.map(({ field, expected }) => (
          <li key={`${field} ${expected}`}>
            <strong>
              {field === 'definition'
                ? t('builder.wrong.whole')
                : definition
                  ? sayPlace(t, definition, placeOf(field))
                  : field}
            </strong>
            : {sayProblem(t, { field, expected })}
          </li>
        ))}
      </ul>
    </Notice>
  )
