import { helpCategories } from '#domain/network/help-offer.ts'
import { filledForm } from '#pages/form-data.ts'
import { type FormState, Pair, Select, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { OfferFacts } from '#pages/network/offer-facts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { findHelpFor } from '#usecases/network/find-help-for.ts'

async function show({ context, actor, t, params, query, today }: StaffRequest) {
  const id = params.id ?? ''
  const category = helpCategories.find((one) => one === query.get('need')) ?? null
  const asked = spokenLanguages.find((one) => one === query.get('language')) ?? null
  const { offers, language, where } = await findHelpFor(context, actor, {
    referralId: id,
    category,
    language: asked,
  })
  const state: FormState = { t, form: filledForm({ need: category, language }), problem: noProblem }
  return page(
    t('help.title'),
    <>
      <Heading level={1}>{t('help.title')}</Heading>
      <Text lead>
        {where.postcode
          ? t('help.lead', { place: where.place ?? where.postcode.slice(0, 4) })
          : t('help.lead-nowhere')}
      </Text>
      <form method="get" class="naast-form">
        <Pair>
          <Select
            state={state}
            name="need"
            label={t('help.need')}
            empty={t('help.any-need')}
            options={helpCategories.map((one) => ({ value: one, label: t(`help.category.${one}`) }))}
          />
          <Select
            state={state}
            name="language"
            label={t('help.language')}
            empty={t('help.her-language')}
            options={spokenLanguages.map((one) => ({ value: one, label: t.languageName(one) }))}
          />
        </Pair>
        <SubmitButton kind="secondary">{t('help.search')}</SubmitButton>
      </form>
      <Heading>{t('help.found', { count: offers.length })}</Heading>
      {offers.length === 0 && (
        <Empty title={t('help.empty')}>
          <Text>{t('help.empty-hint')}</Text>
        </Empty>
      )}
      {offers.map((offer) => (
        <Card
          key={offer.id}
          level={3}
          title={`${offer.organisation}: ${t(`help.category.${offer.category}`)}`}
          tag={
            offer.inReach === null ? (
              <Tag tone="attention">{t('help.reach-unknown')}</Tag>
            ) : offer.inLanguage === false ? (
              <Tag tone="attention">{t('help.other-language')}</Tag>
            ) : (
              <Tag tone="done">{t('help.in-reach')}</Tag>
            )
          }
          action={
            <ButtonLink href={`${paths.desk.turnAway(id)}?offer=${offer.id}`} kind="secondary">
              {t('help.send-there')}
            </ButtonLink>
          }
        >
          <OfferFacts t={t} today={today} offer={offer} />
        </Card>
      ))}
      <p>
        <Link href={paths.desk.turnAway(id)}>{t('help.not-listed')}</Link>
      </p>
      <Link href={paths.desk.one(id)}>{t('follow-up.back')}</Link>
    </>,
    { place: paths.desk.list() },
  )
}

/** What there is around us for the woman of one referral. */
export const helpForHerRoutes: readonly Route[] = [
  staffRoute({ path: paths.desk.help(':id'), who: ['coordinator'], get: show }),
]
