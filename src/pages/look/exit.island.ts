/**
 * Leaves the page at once: covers it first, then puts the neutral site in its place in the history. On the way it asks
 * for what the link leads over, whose answer tells the browser to drop what it kept; it waits for nothing. Also at
 * Shift pressed three times within five seconds. Opens no other window, so that nothing stays behind.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-exit]')
/** In the place of the link, where what the page holds is given back on the way. */
const form = document.querySelector<HTMLFormElement>('form[data-exit]')

const leave = (): void => {
  const address = form?.action ?? link?.href
  if (!address) return
  document.documentElement.classList.add('naast-left')
  const held = new URLSearchParams()
  for (const [name, value] of form ? new FormData(form) : [])
    if (typeof value === 'string') held.append(name, value)
  // Not followed: where it leads is none of the answer that counts.
  fetch(address, {
    keepalive: true,
    redirect: 'manual',
    credentials: 'omit',
    ...(form && { method: 'POST', body: held }),
  }).catch(() => undefined)
  location.replace((form ?? link)?.dataset.exit ?? address)
}

const instead = (event: Event): void => {
  event.preventDefault()
  leave()
}
link?.addEventListener('click', instead)
form?.addEventListener('submit', instead)

let presses: number[] = []
document.addEventListener('keyup', (event) => {
  if (event.key !== 'Shift') {
    presses = []
    return
  }
  presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 5000)
  if (presses.length >= 3) leave()
})

// The browser's back button may bring a page back from memory. The covered one stays covered and leaves again; one
// from before it begins anew, without what was typed.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  if (document.documentElement.classList.contains('naast-left')) leave()
  else location.replace(location.pathname)
})
