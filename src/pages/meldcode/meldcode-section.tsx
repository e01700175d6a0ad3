import type { Day } from '#domain/day.ts'
import { ButtonLink, Heading, Text } from '#pages/look/parts.tsx'
import { MeldcodeCards } from '#pages/meldcode/meldcode-list.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { MeldcodeList } from '#usecases/meldcode/list-meldcodes.ts'

interface Props extends MeldcodeList {
  readonly t: T
  readonly today: Day
  readonly trajectoryId: string
}

/** Where her safety stands: those that this reader may see, and the way to begin one. */
export const MeldcodeSection = ({ t, today, trajectoryId, lines, mayOpen }: Props) => (
  <section>
    <Heading>{t('meldcode.section')}</Heading>
    <Text quiet>{t('meldcode.section-text')}</Text>
    <MeldcodeCards t={t} today={today} lines={lines} />
    {mayOpen && (
      <p class="naast-actions">
        <ButtonLink href={paths.meldcode.open(trajectoryId)} kind="secondary">
          {t('meldcode.do.open')}
        </ButtonLink>
      </p>
    )}
  </section>
)
