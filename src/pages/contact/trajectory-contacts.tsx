import { usedSheetWords } from '#pages/conversation-sheet/used-sheet-words.ts'
import { ButtonLink, Empty, Heading, Link, Table, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { visitName } from '#pages/trajectory/strip.tsx'
import { stateOfContact, whenOfContact } from '#pages/trajectory/strip-table.tsx'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { listUsedSheets } from '#usecases/conversation-sheet/list-used-sheets.ts'
import { readTrajectory, type TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

type Contact = TrajectoryPage['contacts'][number]
const tones: Record<Contact['state'], Tone> = {
  planned: 'info',
  done: 'done',
  cancelled: 'attention',
  no_show: 'attention',
  skipped: 'neutral',
}

/** All contacts of one trajectory, those to come and those that have been. */
export const trajectoryContactsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.trajectory.contacts(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    async get({ context, actor, t, today, params }) {
      const trajectory = await readTrajectory(context, actor, { id: params.id ?? '' })
      const { abilities } = trajectory
      const used = abilities.seeNotes
        ? await listUsedSheets(context, actor, { trajectoryId: trajectory.id })
        : []
      const title = `${t('contact.all')}: ${trajectory.name}`
      return page(
        title,
        <>
          <Heading level={1}>{title}</Heading>
          <TrajectoryTabs
            t={t}
            id={trajectory.id}
            actor={actor}
            current={paths.trajectory.contacts(trajectory.id)}
          />
          {abilities.log && (
            <p class="naast-actions">
              <ButtonLink href={paths.trajectory.addContact(trajectory.id)} kind="secondary">
                {t('contact.add')}
              </ButtonLink>{' '}
              <ButtonLink href={paths.trajectory.rhythm(trajectory.id)} kind="secondary">
                {t('planning.rhythm-link')}
              </ButtonLink>
            </p>
          )}
          <Table
            caption={t('contact.all')}
            alone
            rows={trajectory.contacts}
            empty={
              <Empty title={t('contact.all-empty')}>
                <Text>{t('contact.all-empty-hint')}</Text>
              </Empty>
            }
            columns={[
              {
                heading: t('contact.column.visit'),
                cell: (contact) =>
                  abilities.seeNotes ? (
                    <Link href={paths.contact.one(contact.id)}>{visitName(t, contact.visitNumber)}</Link>
                  ) : (
                    visitName(t, contact.visitNumber)
                  ),
              },
              { heading: t('contact.column.when'), cell: (contact) => whenOfContact(t, contact, today) },
              {
                heading: t('contact.column.how'),
                cell: (contact) => (
                  <span>
                    {t(`contact.mode.${contact.mode}`)}{' '}
                    {contact.origin === 'extra' && <Tag>{t('contact.extra')}</Tag>}
                  </span>
                ),
              },
              {
                heading: t('contact.column.state'),
                cell: (contact) => (
                  <Tag tone={contact.cancelledBy === 'partner' ? 'danger' : tones[contact.state]}>
                    {stateOfContact(t, contact)}
                  </Tag>
                ),
              },
            ]}
          />
          {used.length > 0 && (
            <section>
              <Heading>{t('sheet.used-all')}</Heading>
              <ul class="naast-list">
                {used.map(({ contactId, on, sheet }) => (
                  <li key={contactId}>
                    <Link href={paths.contact.one(contactId)}>{on ? t.day(on, today) : t('sheet.used')}</Link>
                    : {usedSheetWords(t, sheet)}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>,
        { place: abilities.seeCaseload ? paths.trajectory.caseload() : paths.contact.mine() },
      )
    },
  }),
]
