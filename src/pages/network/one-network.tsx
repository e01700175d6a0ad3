import { phoneShown } from '#domain/person/phone-shown.ts'
import { formOf } from '#pages/form-data.ts'
import type { FormState } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Notice, Summary, Tag } from '#pages/look/parts.tsx'
import { EndForm, SaveForm } from '#pages/network/keep-forms.tsx'
import { filledWith, inOwnNames, NetworkFields, organisationIn } from '#pages/network/network-form.tsx'
import { OfferFacts } from '#pages/network/offer-facts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { changeNetworkOrganisation } from '#usecases/network/change-network-organisation.ts'
import { endNetworkOrganisation } from '#usecases/network/end-network-organisation.ts'
import { readNetworkOrganisation } from '#usecases/network/read-network-organisation.ts'

const who = ['coordinator', 'administrator'] as const
const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, problem: Problem = noProblem, ending = false) {
  const { context, actor, t, today } = request
  const organisation = await readNetworkOrganisation(context, actor, { id: idOf(request) })
  const mine: FormState = {
    t,
    form: problem === noProblem || ending ? filledWith(organisation) : request.form,
    problem: ending ? noProblem : problem,
  }
  const key = request.form.key ?? request.newKey()
  const { phone, email, remark } = organisation.contact
  return page(
    organisation.name,
    <>
      <Heading level={1}>{organisation.name}</Heading>
      {organisation.ended && <Notice tone="attention">{t('network.ended')}</Notice>}
      <Summary
        rows={[
          [t('network.kind'), t(`network.kind.${organisation.kind}`)],
          [t('network.areas'), organisation.areas.join(', ') || t('network.everywhere')],
          [t('network.phone'), phone && phoneShown(phone)],
          [t('network.email'), email],
          [t('network.remark'), remark],
        ]}
      />
      <Heading>{t('network.offers')}</Heading>
      {organisation.offers.length === 0 && <Empty title={t('network.no-offers')} />}
      {organisation.offers.map((offer) => (
        <Card
          key={offer.id}
          level={3}
          title={t(`help.category.${offer.category}`)}
          tag={offer.stale ? <Tag tone="attention">{t('network.stale')}</Tag> : undefined}
          action={
            <ButtonLink href={paths.network.offer(offer.id)} kind="secondary">
              {t('network.confirm')}
            </ButtonLink>
          }
        >
          <OfferFacts t={t} today={today} offer={offer} />
        </Card>
      ))}
      {!organisation.ended && (
        <>
          <p class="naast-actions">
            <ButtonLink href={paths.network.addOffer(organisation.id)}>{t('network.add-offer')}</ButtonLink>
          </p>
          <details class="naast-more" open={problem !== noProblem}>
            <summary>{t('network.change')}</summary>
            <SaveForm
              state={mine}
              submissionKey={key}
              version={organisation.version}
              words={t('network.save')}
            >
              <NetworkFields state={mine} />
            </SaveForm>
            <EndForm
              state={{ t, form: formOf(null), problem: ending ? problem : noProblem }}
              submissionKey={request.newKey()}
              version={organisation.version}
              action={paths.network.end(organisation.id)}
              words={t('network.end')}
              text={t('network.end-text')}
            />
          </details>
        </>
      )}
    </>,
    { place: paths.network.list() },
  )
}

export const oneNetworkRoutes: readonly Route[] = [
  staffRoute({
    path: paths.network.one(':id'),
    who,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await changeNetworkOrganisation(
            context,
            actor,
            {
              id: idOf(request),
              version: Number(form.text('version')),
              organisation: organisationIn(form),
            },
            form.key ? { key: form.key } : undefined,
          ).catch((error: unknown) => {
            throw inOwnNames(error)
          })
          return seeOther(paths.network.one(idOf(request)), 'network.said.saved')
        },
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.network.end(':id'),
    who,
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await endNetworkOrganisation(
            context,
            actor,
            { id: idOf(request), version: Number(form.text('version')) },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.network.list(), 'network.said.ended')
        },
        (problem) => show(request, problem, true),
      ),
  }),
]
