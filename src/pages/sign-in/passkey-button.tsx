import type { T } from '#pages/words/words.ts'
import type { PasskeyOffer } from '#usecases/sign-in/sign-in-port.ts'

interface Props {
  readonly t: T
  /** Make a new passkey, or ask one that is there. */
  readonly kind: 'create' | 'get'
  readonly offer: PasskeyOffer
  /** The field of its form that the answer goes in. */
  readonly field: string
  readonly children: string
}

/**
 * Asks the browser for a passkey and sends the form. Hidden until the script that can do so is there, and a browser that
 * knows passkeys: what can be done without stands beside it.
 */
export const PasskeyButton = ({ t, kind, offer, field, children }: Props) => (
  <div hidden data-passkey={kind} data-passkey-field={field} data-passkey-options={offer.options}>
    <button
      type="button"
      class={`utrecht-button utrecht-button--${kind === 'create' ? 'primary' : 'secondary'}-action`}
    >
      {children}
    </button>
    <p class="utrecht-paragraph" role="status" data-failed={t('sign-in.passkey-failed')} />
  </div>
)

export const passkeyIsland = 'passkey'
