import { ButtonLink, Link, Notice, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

/**
 * Whom to call in danger: before anything else on the page, and whatever became of what was typed. The links dial by
 * themselves, so that they work without a connection to us.
 */
export const Emergency = ({ t }: { t: T }) => (
  <Notice tone="danger" title={t('concern.call-first')}>
    <Text>{t('concern.call-first-text')}</Text>
    <p class="naast-actions">
      <ButtonLink href="tel:112">{t('concern.call-112')}</ButtonLink>{' '}
      <ButtonLink href="tel:08002000" kind="secondary">
        {t('concern.call-agency')}
      </ButtonLink>
    </p>
  </Notice>
)

/** The same two in a line, where somebody is about to say what is wrong: they stand there before anything is sent. */
export const EmergencyLine = ({ t }: { t: T }) => (
  <Text>
    {t('concern.ask-text')} <Link href="tel:112">{t('concern.call-112')}</Link>.{' '}
    <Link href="tel:08002000">{t('concern.call-agency')}</Link>.
  </Text>
)
