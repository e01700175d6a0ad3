/**
 * Lets the browser's own voice read what stands on the sheet, each part in its language. Only voices that live on the
 * device itself: another would send the text away to be spoken. Where there is none for any part, there is no button.
 */
const offer = document.querySelector<HTMLElement>('[data-read-aloud]')
const parts = [...document.querySelectorAll<HTMLElement>('[data-read]')]
if (offer && 'speechSynthesis' in window) {
  const look = () => prepare(offer)
  look()
  // Most browsers know their voices only a moment later.
  speechSynthesis.addEventListener('voiceschanged', look)
  addEventListener('pagehide', () => speechSynthesis.cancel())
}

function prepare(offer: HTMLElement): void {
  const button = offer.querySelector('button')
  const spoken = parts.flatMap((part) => {
    const voice = voiceFor(part.dataset.read ?? '')
    return voice ? [{ part, voice }] : []
  })
  offer.hidden = spoken.length === 0
  if (!button || spoken.length === 0 || button.dataset.ready) return
  button.dataset.ready = 'yes'
  const [start, stop] = [button.textContent ?? '', offer.dataset.readAloud ?? '']
  const quiet = () => {
    speechSynthesis.cancel()
    button.textContent = start
  }
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) return quiet()
    button.textContent = stop
    const said = spoken.map(({ part, voice }) => utterance(part.innerText, voice))
    said.at(-1)?.addEventListener('end', quiet)
    for (const one of said) speechSynthesis.speak(one)
  })
}

const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language)

function utterance(text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const one = new SpeechSynthesisUtterance(text)
  one.voice = voice
  one.lang = voice.lang
  one.rate = 0.9
  return one
}
