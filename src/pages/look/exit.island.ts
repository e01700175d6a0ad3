/**
 * Leaves the page at once: covers it first, then puts the neutral site in its place in the history. On the way it asks
 * for what the link leads over, whose answer tells the browser to drop what it kept; it waits for nothing. Also at
 * Shift pressed three times within five seconds. Opens no other window, so that nothing stays behind.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-exit]')

const leave = (): void => {
  if (!link) return
  document.documentElement.classList.add('naast-left')
  // Not followed: where it leads is none of the answer that counts.
  fetch(link.href, { keepalive: true, redirect: 'manual', credentials: 'omit' }).catch(() => undefined)
  location.replace(link.dataset.exit ?? link.href)
}

link?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

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
