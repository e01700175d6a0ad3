import { AskAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { ConcernSection } from '#pages/concern/raise-form.tsx'
import { WhatToBring, WhatWasLogged, WhenAndWhere } from '#pages/contact/contact-facts.tsx'
import { ButtonLink, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import { visitName } from '#pages/trajectory/strip.tsx'
import { QuietNotice } from '#pages/trajectory/trajectory-head.tsx'
import { readContact } from '#usecases/contact/read-contact.ts'

/** One visit: the safe rules first, then when and where, what was agreed, and what to bring. */
export const oneContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.contact.one(':id'),
    who: ['coordinator', 'worker'],
    async get({ context, actor, host, t: words, today, params, form, newKey }) {
      const contact = await readContact(context, actor, { id: params.id ?? '' })
      const t = words.of(contact.people)
      const { abilities } = contact
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
              <p class="naast-actions">
                {abilities.log && (
                  <ButtonLink href={paths.contact.log(contact.id)}>{t('contact.log-it')}</ButtonLink>
                )}{' '}
                {abilities.plan && (
                  <ButtonLink href={paths.contact.plan(contact.id)} kind="secondary">
                    {t(contact.plannedOn ? 'contact.change-day' : 'contact.agree-day')}
                  </ButtonLink>
                )}
              </p>
              <WhatToBring t={t} contact={contact} />
            </>
          ) : (
            <>
              <WhatWasLogged t={t} contact={contact} today={today} />
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
