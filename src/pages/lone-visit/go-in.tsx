import { ButtonLink, Notice, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { GoingIn } from '#usecases/lone-visit/read-going-in.ts'

/** Beside a visit: that two go there, and the button with which she says that she goes in. */
export const GoIn = ({ t, going }: { t: T; going: GoingIn }) => (
  <>
    {going.neverAlone && (
      <Notice tone="attention" title={t('lone.two')}>
        <Text>{t(`lone.two-why.${going.neverAlone}`)}</Text>
      </Notice>
    )}
    {going.open && going.asked !== 'off' && (
      <p class="naast-actions">
        <ButtonLink
          href={going.running ? paths.loneVisit.mine() : paths.loneVisit.goingIn(going.contactId)}
          kind={going.asked === 'required' ? 'primary' : 'secondary'}
        >
          {t(going.running ? 'lone.do-out' : 'lone.go-in')}
        </ButtonLink>
      </p>
    )}
  </>
)
