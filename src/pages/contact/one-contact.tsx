import { AskAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { ConcernSection } from '#pages/concern/raise-form.tsx'
import { WhatToBring, WhatWasLogged, WhenAndWhere } from '#pages/contact/contact-facts.tsx'
import { GoIn } from '#pages/lone-visit/go-in.tsx'
import { SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import { visitName } from '#pages/trajectory/strip.tsx'
import { QuietNotice } from '#pages/trajectory/trajectory-head.tsx'
import type { T } from '#pages/words/words.ts'
import { readContact } from '#usecases/contact/read-contact.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { readGoingIn } from '#usecases/lone-visit/read-going-in.ts'

/** One visit: the safe rules first, then when and where, what was agreed, and what to bring. */
export const oneContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.contact.one(':id'),
    who: ['coordinator', 'worker'],
    async get({ context, actor, host, t: words, today, params, form, newKey }) {
      const contact = await readContact(context, actor, { id: params.id ?? '' })
      const t = words.of(contact.people)
      const { abilities } = contact
      const going =
        actor.workerId !== null && contact.mine
          ? await readGoingIn(context, actor, { contactId: contact.id })
          : null
      const left = contact.state === 'planned' ? [] : await leftOver(context, actor, contact.id)
      const at = context.now().toZonedDateTimeISO(host.zone)
      return page(
        t('contact.one', { name: contact.givenName }),
        <>
          <Heading level={1}>{t('contact.one', { name: contact.givenName })}</Heading>
          <Text quiet>{visitName(t, contact.visitNumber)}</Text>
          {contact.quiet && <QuietNotice t={t} />}
          {contact.state === 'planned' ? (
            <>
              <SafeContactRule t={t} policy={contact.safeContact} phone={contact.phone} at={at} />
              <WhenAndWhere t={t} contact={contact} today={today} />
              {abilities.log && going && <GoIn t={t} going={going} />}
              <p class="naast-actions">
                {abilities.log && (
                  <ButtonLink href={paths.contact.log(contact.id)}>{t('contact.log-it')}</ButtonLink>
                )}{' '}
                {abilities.plan && (
                  <ButtonLink href={paths.contact.plan(contact.id)} kind="secondary">
                    {t(contact.plannedOn ? 'contact.change-day' : 'contact.agree-day')}
                  </ButtonLink>
                )}{' '}
                {abilities.skip && (
                  <ButtonLink href={paths.contact.skip(contact.id)} kind="secondary">
                    {t('planning.skip-link')}
                  </ButtonLink>
                )}
              </p>
              {abilities.confirm && (
                <Press to={paths.contact.confirm(contact.id)} newKey={newKey} version={contact.version}>
                  {t('planning.confirm-it')}
                </Press>
              )}
              <WhatToBring t={t} contact={contact} />
            </>
          ) : (
            <>
              <WhatWasLogged t={t} contact={contact} today={today} />
              {abilities.bringBack && (
                <Press to={paths.contact.bringBack(contact.id)} newKey={newKey} version={contact.version}>
                  {t('planning.bring-back')}
                </Press>
              )}
              {left.length > 0 && <LeftOver t={t} drafts={left} contactId={contact.id} newKey={newKey} />}
              {abilities.correct && (
                <>
                  <Text quiet>{t('contact.logged-hint')}</Text>
                  <p class="naast-actions">
                    <ButtonLink href={paths.contact.log(contact.id)} kind="secondary">
                      {t('contact.correct')}
                    </ButtonLink>
                  </p>
                </>
              )}
            </>
          )}
          <ConcernSection
            t={t}
            state={{ t, form, problem: noProblem }}
            submissionKey={newKey()}
            trajectoryId={contact.trajectoryId}
            contactId={contact.id}
          />
          {actor.workerId && <AskAftercare t={t} contactId={contact.id} submissionKey={newKey()} />}
          <Link href={paths.trajectory.one(contact.trajectoryId)}>{t('contact.to-trajectory')}</Link>
        </>,
      )
    },
  }),
]

/** One press that changes how this visit stands. */
const Press = ({
  to,
  newKey,
  version,
  children,
}: {
  to: string
  newKey: () => string
  version: number
  children: string
}) => (
  <form method="post" action={to} class="naast-actions">
    <input type="hidden" name="key" value={newKey()} />
    <input type="hidden" name="version" value={version} />
    <SubmitButton kind="secondary">{children}</SubmitButton>
  </form>
)

/** What she typed that never went in: the visit was logged from another place. Nobody else reads it. */
async function leftOver(
  context: StaffRequest['context'],
  actor: StaffRequest['actor'],
  contactId: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const draft = await readDraft(context, actor, { form: 'contact-log', subjectId: contactId })
  return draft ? [draft, ...draft.others].map(({ answers }) => answers) : []
}

const LeftOver = ({
  t,
  drafts,
  contactId,
  newKey,
}: {
  t: T
  drafts: readonly Readonly<Record<string, string>>[]
  contactId: string
  newKey: () => string
}) => (
  <Notice tone="attention" title={t('contact.left-over')}>
    {drafts.flatMap((answers) =>
      (['went', 'next'] as const).map((name) =>
        answers[name] ? <Text key={answers[name]}>{answers[name]}</Text> : null,
      ),
    )}
    <Text quiet>{t('contact.left-over-hint')}</Text>
    <form method="post" action={paths.contact.log(contactId)}>
      <input type="hidden" name="key" value={newKey()} />
      <SubmitButton name="do" value="drop" kind="secondary">
        {t('contact.drop-draft')}
      </SubmitButton>
    </form>
  </Notice>
)
