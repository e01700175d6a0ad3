import type { InstallationWarning } from '#domain/installation/installation-warning.ts'
import { Card, Empty, Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** What should be mended at the server that all of this stands on. Whoever administers has it mended. */
export const installationRoutes: readonly Route[] = [
  staffRoute({
    path: paths.installation(),
    who: ['administrator'],
    async get({ t, installation }) {
      const warnings = installation()
      return page(
        t('installation.title'),
        <>
          <Heading level={1}>{t('installation.title')}</Heading>
          <Text lead>{t('installation.lead')}</Text>
          {warnings.length === 0 ? (
            <Empty title={t('installation.well')} />
          ) : (
            warnings.map((code) => (
              <Card
                key={code}
                title={t(`installation.${code}`)}
                tag={<Tag tone="attention">{t('installation.mend')}</Tag>}
              >
                <Text>{t(`installation.${code}-text`)}</Text>
              </Card>
            ))
          )}
          <Link href={paths.organisation.settings()}>{t('organisation.title')}</Link>
        </>,
        { place: paths.organisation.settings() },
      )
    },
  }),
]

/** Where an administrator begins: that there is something to mend, as long as there is. */
export const InstallationNotice = ({ t, warnings }: { t: T; warnings: readonly InstallationWarning[] }) =>
  warnings.length === 0 ? null : (
    <Notice tone="attention">
      <Text>
        {t('installation.count', { count: warnings.length })}{' '}
        <Link href={paths.installation()}>{t('installation.title')}</Link>
      </Text>
    </Notice>
  )
