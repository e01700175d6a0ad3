import type { EligibilityOutcome } from '#domain/programme/eligibility.ts'
import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { draftMakers } from '#pages/programme/draft-makers.ts'
import { factLabel } from '#pages/programme/say-rule.ts'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { readProgrammeDraft } from '#usecases/programme/read-programme-draft.ts'
import { type ProgrammeImpact, readProgrammeImpact } from '#usecases/programme/read-programme-impact.ts'

const outcomes = [
  'eligible',
  'exception_possible',
  'not_eligible',
  'ask',
] as const satisfies EligibilityOutcome[]

/** Fewer than this is said as “fewer than”: from one or two somebody might be told. */
const fewest = 3
const few = (t: T, count: number): string =>
  count > 0 && count < fewest ? t('builder.fewer-than', { count: fewest }) : String(count)

/** What a draft would have meant for the last year's people: numbers and reasons, and nobody's name. */
export const effectRoutes: readonly Route[] = [
  staffRoute({
    path: paths.programmeDraft.effect(':id'),
    who: draftMakers,
    async get({ context, actor, t, params }) {
      const id = params.id ?? ''
      const draft = await readProgrammeDraft(context, actor, { id })
      const { definition } = draft
      if (!definition) throw new NotFound()
      const impact = await readProgrammeImpact(context, actor, { id })
      return page(
        t('builder.effect'),
        <>
          <Heading level={1}>{t('builder.effect')}</Heading>
          <Text>
            <Link href={paths.programmeDraft.one(id)}>{t('builder.back')}</Link>
          </Text>
          {impact.total === 0 ? (
            <Empty title={t('builder.effect-nobody')} />
          ) : (
            <>
              <Text lead>{sentence(t, impact)}</Text>
              <Text quiet>{t(`builder.effect-of.${impact.of}`)}</Text>
              <Table
                caption={t('builder.effect-outcomes')}
                rows={outcomes}
                empty=""
                columns={[
                  { heading: t('builder.effect-outcome'), cell: (one) => t(`builder.outcome.${one}`) },
                  {
                    heading: t('builder.effect-draft'),
                    cell: (one) => few(t, impact.draft[one]),
                    numeric: true,
                  },
                  ...(impact.now
                    ? [
                        {
                          heading: t('builder.effect-now'),
                          cell: (one: EligibilityOutcome) => few(t, impact.now?.[one] ?? 0),
                          numeric: true,
                        },
                      ]
                    : []),
                ]}
              />
              <Table
                caption={t('builder.effect-reasons')}
                rows={impact.reasons}
                empty={<Text>{t('builder.effect-no-reasons')}</Text>}
                columns={[
                  { heading: t('builder.effect-because'), cell: ({ rule }) => rule.notMet[t.language] },
                  { heading: t('builder.effect-count'), cell: ({ count }) => few(t, count), numeric: true },
                ]}
              />
              {impact.unasked.length > 0 && (
                <Table
                  caption={t('builder.effect-unasked')}
                  rows={impact.unasked}
                  empty=""
                  columns={[
                    {
                      heading: t('builder.effect-question'),
                      cell: ({ fact }) => factLabel(t, definition, fact),
                    },
                    { heading: t('builder.effect-count'), cell: ({ count }) => few(t, count), numeric: true },
                  ]}
                />
              )}
            </>
          )}
        </>,
        { place: paths.programme.list() },
      )
    },
  }),
]

const sentence = (t: T, { draft, total, reasons }: ProgrammeImpact): string => {
  const [first] = reasons
  const said = t('builder.effect-sentence', {
    not: few(t, draft.not_eligible + draft.exception_possible),
    total,
  })
  return first ? `${said} ${t('builder.effect-first', { reason: first.rule.notMet[t.language] })}` : said
}
