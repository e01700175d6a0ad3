import { Heading } from '#pages/look/parts.tsx'
import { page, type Route, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'

export const homeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.today(),
    who: [
      'administrator',
      'coordinator',
      'worker',
      'safeguarding_lead',
      'programme_manager',
      'referrer',
      'privacy_officer',
    ],
    get: async ({ t }) => page(t('frame.today'), <Heading level={1}>{t('frame.today')}</Heading>),
  }),
  staffRoute({
    path: paths.home(),
    who: [
      'administrator',
      'coordinator',
      'worker',
      'safeguarding_lead',
      'programme_manager',
      'referrer',
      'privacy_officer',
    ],
    get: async () => seeOther(paths.today()),
  }),
]
