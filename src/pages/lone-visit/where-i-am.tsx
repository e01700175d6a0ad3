import { clockTime } from '#pages/concern/clock-time.ts'
import { ButtonLink, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { MyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'

/** That she is inside somewhere, or is asked whether all is well: above everything else on her own pages. */
export const WhereIAm = ({ t, visit }: { t: T; visit: MyLoneVisit['visit'] }) =>
  visit === null || visit.standing === 'out' ? null : (
    <Notice
      tone={visit.standing === 'inside' ? 'info' : 'attention'}
      title={
        visit.standing === 'inside'
          ? t('lone.running', { time: clockTime(visit.expectedAt) })
          : t(`lone.${visit.standing}`)
      }
    >
      {visit.standing === 'alerted' && <Text>{t('lone.alerted-text')}</Text>}
      <p class="naast-actions">
        <ButtonLink href={paths.loneVisit.mine()}>{t('lone.do-out')}</ButtonLink>
      </p>
    </Notice>
  )
