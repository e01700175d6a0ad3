import { Icon } from '#pages/look/icon.tsx'
import type { T } from '#pages/words/words.ts'

/** Where 'leave this page' goes unless the installation says otherwise: the weather, which anybody may look up. */
export const neutralPlace = 'https://www.buienradar.nl/'

/**
 * The way out of a page that somebody beside her should not see, as GOV.UK's 'Exit this page' has it: always in
 * sight, a plain link that needs no script. `exit.island.ts` makes it faster and adds the Shift key, three times.
 */
export const ExitLink = ({ t, to }: { t: T; to: string }) => (
  <header class="naast-exit">
    <a class="naast-exit__link" href={to} rel="nofollow noreferrer" data-exit>
      <Icon name="leave" />
      {t('frame.exit')}
    </a>
  </header>
)

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
