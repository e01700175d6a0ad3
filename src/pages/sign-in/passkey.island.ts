/**
 * Lets the browser ask for a passkey, puts what it answers in the form around the button, and sends the form. All that
 * is decided is decided by the server; a browser that can't do this never shows the button.
 */
const able = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

for (const offer of document.querySelectorAll<HTMLElement>('[data-passkey]')) if (able) show(offer)

function show(offer: HTMLElement): void {
  const button = offer.querySelector('button')
  const said = offer.querySelector<HTMLElement>('[data-failed]')
  const form = offer.closest('form')
  const { passkey, passkeyField = '', passkeyOptions = '' } = offer.dataset
  const field = form?.elements.namedItem(passkeyField)
  if (!button || !form || !(field instanceof HTMLInputElement)) return
  offer.hidden = false

  button.addEventListener('click', async () => {
    // A name that is missing is said before her device makes anything: it would keep a passkey that we don't know.
    if (passkey === 'create' && emptyIn(form)) return form.submit()
    button.disabled = true
    if (said) said.textContent = ''
    try {
      field.value = JSON.stringify(await answerTo(passkey, JSON.parse(passkeyOptions)))
      form.submit()
    } catch {
      // She thought better of it, or her device did.
      button.disabled = false
      if (said) said.textContent = said.dataset.failed ?? ''
    }
  })
}

const emptyIn = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement>('input[type=text]')].some(({ value }) => value.trim() === '')

async function answerTo(
  kind: string | undefined,
  // As the server wrote them; the browser checks them itself.
  options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON,
): Promise<unknown> {
  const credential =
    kind === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey')
  return credential.toJSON()
}
