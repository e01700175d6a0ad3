import type { Outgrown } from '#domain/programme/outgrown-definition.ts'
import { ButtonLink, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import { Problems } from '#pages/programme/problems.tsx'
import type { T } from '#pages/words/words.ts'

/** A version that doesn't fit any more what a programme may say: what that means, what is wrong, and the way on. */
export const OutgrownNotice = ({ t, outgrown }: { t: T; outgrown: Outgrown }) => {
  const { id, version, definition, problems } = outgrown
  const name = definition ? programmeLabel(t, definition) : id
  return (
    <Notice tone="danger" title={t('builder.outgrown', { name, version })}>
      <Text>{t(definition ? 'builder.outgrown-text' : 'builder.outgrown-lost')}</Text>
      <Problems t={t} definition={definition} problems={problems} />
      {definition && (
        <ButtonLink
          kind="secondary"
          href={`${paths.programmeDraft.begin()}?from=${encodeURIComponent(id)}&version=${encodeURIComponent(version)}`}
        >
          {t('builder.outgrown-mend')}
        </ButtonLink>
      )}
    </Notice>
  )
}
