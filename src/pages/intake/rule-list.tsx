import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Eligibility, RuleResult } from '#domain/programme/eligibility.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { Sourced } from '#domain/programme/provenance.ts'
import { Tag } from '#pages/look/parts.tsx'
import { calendarQuestion } from '#pages/programme/calendar-question.ts'
import { CountedOn } from '#pages/programme/counted-on.tsx'
import { Why } from '#pages/programme/why.tsx'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly definition: ProgrammeDefinition
  readonly eligibility: Eligibility
  /** The day on which her referral came in. */
  readonly receivedOn: Day | null
}

/** Each rule of the programme: met, not met or not yet known, and where it comes from. */
export const RuleList = ({ t, definition, eligibility, receivedOn }: Props) => (
  <ul class="naast-plain-list">
    {eligibility.results.map((result) => (
      <li key={result.rule.id}>
        <Rule
          t={t}
          definition={definition}
          result={result}
          facts={eligibility.facts}
          receivedOn={receivedOn}
        />
      </li>
    ))}
  </ul>
)

const Rule = ({
  t,
  definition,
  result,
  facts,
  receivedOn,
}: Omit<Props, 'eligibility'> & { result: RuleResult; facts: Facts }) => {
  const { rule, met } = result
  const { language } = t
  const tone = met === null ? 'neutral' : met ? 'done' : 'attention'
  const word = met === null ? 'unknown' : met ? 'met' : 'not-met'
  return (
    <p class="utrecht-paragraph">
      <Tag tone={tone}>{t(`intake.rule.${word}`)}</Tag> {(met === false ? rule.notMet : rule.label)[language]}
      <br />
      {met !== true && (
        <>
          <Why t={t} programme={definition} result={result} facts={facts} />
          <br />
        </>
      )}
      <CountedOn t={t} rule={rule} receivedOn={receivedOn} />{' '}
      <span class="naast-quiet">{sourceInWords(t, definition, rule)}</span>
      {met === false && rule.exception && (
        <>
          <br />
          {rule.exception.label[language]} ({sourceInWords(t, definition, rule.exception)})
        </>
      )}
    </p>
  )
}

/** 'bron: methodebeschrijving', or that it is a proposal: a guess of ours never passes for the method. */
export function sourceInWords(
  t: T,
  { sources }: Pick<ProgrammeDefinition, 'sources'>,
  { prov, ref }: Sourced,
): string {
  const source = (ref && sources[ref]?.[t.language]) || t('intake.source.unnamed')
  return t(`intake.source.${prov}`, { source })
}

/** The fewest questions that decide, in the words in which they are asked. */
export const AskNext = ({ t, definition, eligibility }: Omit<Props, 'receivedOn'>) =>
  eligibility.ask.length === 0 ? null : (
    <>
      <h3 class="utrecht-heading-3">{t('intake.ask-next')}</h3>
      <ul class="utrecht-unordered-list">
        {eligibility.ask.map((name) => (
          <li key={name}>
            {definition.facts.find((fact) => fact.name === name)?.question[t.language] ??
              calendarQuestion(t, name)}
          </li>
        ))}
      </ul>
    </>
  )
