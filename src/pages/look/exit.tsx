import { Icon } from '#pages/look/icon.tsx'
import { type AnyoneRequest, anyoneRoute, type RedirectAnswer, type Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'

/** Where 'leave this page' goes unless the installation says otherwise: the weather, which anybody may look up. */
export const neutralPlace = 'https://www.buienradar.nl/'

/**
 * The way out of a page that somebody beside her should not see, as GOV.UK's 'Exit this page' has it: always in
 * sight, a plain link that needs no script. It leads over an address of ours that tells the browser to drop what it
 * kept; `exit.island.ts` goes straight to the neutral place, says the same on the way, and adds the Shift key.
 */
export const ExitLink = ({ t, org, to }: { t: T; org: string | null; to: string }) => (
  <header class="naast-exit">
    <a
      class="naast-exit__link"
      href={org === null ? paths.leave() : paths.leaveFrom(org)}
      rel="nofollow noreferrer"
      data-exit={to}
    >
      <Icon name="leave" />
      {t('frame.exit')}
    </a>
  </header>
)

/**
 * On the way out: the browser drops the pages it keeps of ours, also those kept whole for its Back button, and goes on.
 * Not what is stored: a volunteer's own visits may wait on the same phone. It leads where the organisation chose and
 * nowhere else; an organisation that isn't there leads out as well.
 */
const leave = async ({ exitTo }: AnyoneRequest): Promise<RedirectAnswer> => ({
  kind: 'redirect',
  to: exitTo,
  headers: [
    ['clear-site-data', '"cache"'],
    ['cache-control', 'no-store'],
  ],
})

export const leaveRoutes: readonly Route[] = [
  anyoneRoute({ path: paths.leave(), get: leave }),
  anyoneRoute({ path: paths.leaveFrom(':org'), get: leave }),
]

/** What leaving does and does not do. Said honestly: no page can wipe a history, and a phone can be watched. */
export const AboutLeaving = ({ t }: { t: T }) => (
  <footer class="naast-about">
    <details>
      <summary>{t('frame.exit-about')}</summary>
      <p class="utrecht-paragraph">{t('frame.exit-how')}</p>
      <p class="utrecht-paragraph">{t('frame.exit-not')}</p>
    </details>
  </footer>
)
