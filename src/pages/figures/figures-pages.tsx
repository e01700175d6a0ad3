import { factUnitOf, figureSetIds, isFigureSet, leastForShare } from '#domain/figures/figures.ts'
import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { ChoosePeriod } from '#pages/figures/choose-period.tsx'
import { factWords, howOfFacts } from '#pages/figures/figure-words.ts'
import { figuresSentence } from '#pages/figures/figures-sentence.ts'
import { TallyView } from '#pages/figures/tally-view.tsx'
import { Card, Empty, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { NotFound } from '#usecases/failure.ts'
import { mostOpened } from '#usecases/figures/count-gestation.ts'
import { readFigures } from '#usecases/figures/read-figures.ts'

/** Every set of figures, and what each is about. */
async function list({ actor, t }: StaffRequest) {
  return page(
    t('figures.title'),
    <>
      <Heading level={1}>{t('figures.title')}</Heading>
      <Text lead>{t('figures.lead')}</Text>
      {figureSetIds
        .filter((set) => figuresPolicy.readSet(actor, set))
        .map((set) => (
          <Card key={set} title={t(`figures.of-set.${set}`)} href={paths.figures.one(set)}>
            <Text>{t(`figures.about-set.${set}`)}</Text>
          </Card>
        ))}
      <Card title={t('series.title')} href={paths.figures.series()}>
        <Text>{t('series.lead')}</Text>
      </Card>
      <Card title={t('waits.title')} href={paths.commitment.waits()}>
        <Text>{t('waits.lead')}</Text>
      </Card>
    </>,
    { place: paths.today() },
  )
}

/** One set over one period: the sentence, the pictures with their tables, the numbers, and how it was counted. */
async function show(request: StaffRequest) {
  const { context, actor, t, today, params, query } = request
  const set = params.set ?? ''
  if (!isFigureSet(set)) throw new NotFound()
  const asked = readPeriod(query.get('period') ?? '') ?? readPeriod(`${today.year}`)
  if (!asked) throw new NotFound()
  const figures = await readFigures(context, actor, {
    set,
    period: asked.code,
    programme: query.get('programme') ?? '',
  })
  const counted = figures.tallies.some(({ total }) => total > 0) || figures.facts.some(({ value }) => value)
  const notKept = `figures.not-kept.${set}`
  const title = t(`figures.of-set.${set}`)
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {counted && <Text lead>{figuresSentence(t, figures)}</Text>}
      <ChoosePeriod
        request={request}
        period={figures.period}
        programmes={figures.programmes}
        programme={figures.programme}
      />
      {figures.running && (
        <Notice>
          <Text>{t('figures.running')}</Text>
        </Notice>
      )}
      {!counted && (
        <Empty title={t('figures.none')}>
          <Text>{t('figures.none-hint')}</Text>
        </Empty>
      )}
      {figures.tallies.map((tally) => (
        <TallyView key={tally.id} request={request} figures={figures} tally={tally} />
      ))}
      {counted && figures.facts.length > 0 && (
        <section>
          <Heading>{t('figures.facts')}</Heading>
          <Summary
            rows={figures.facts.map(({ id, value }) => [
              t(`figures.fact.${id}`),
              factWords(t, factUnitOf[id], value),
            ])}
          />
          {howOfFacts(
            t,
            figures.facts.map(({ id }) => id),
          ).map((how) => (
            <Text key={how} quiet>
              {how}
            </Text>
          ))}
        </section>
      )}
      {figures.tooManyToOpen && <Text quiet>{t('figures.too-many-to-open', { most: mostOpened })}</Text>}
      {t.has(notKept) && (
        <>
          <Heading>{t('figures.not-kept')}</Heading>
          <Text>{t(notKept)}</Text>
        </>
      )}
      {figures.tallies.some(({ total }) => total > 0 && total < leastForShare) && (
        <Text quiet>{t('figures.few', { least: leastForShare })}</Text>
      )}
      <Text>{t('figures.inside')}</Text>
      <Link href={paths.figures.list()}>{t('figures.title')}</Link>
    </>,
    { place: paths.today() },
  )
}

export const figuresRoutes: readonly Route[] = [
  staffRoute({ path: paths.figures.list(), who: ['coordinator', 'safeguarding_lead'], get: list }),
  staffRoute({ path: paths.figures.one(':set'), who: ['coordinator', 'safeguarding_lead'], get: show }),
]
