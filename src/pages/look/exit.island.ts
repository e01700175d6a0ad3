/**
 * Leaves the page at once: covers it first, then puts the neutral site in its place in the history. Also at Shift
 * pressed three times within five seconds. Opens no other window, so that nothing stays behind in the background.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-exit]')

const leave = (): void => {
  if (!link) return
  document.documentElement.classList.add('naast-left')
  location.replace(link.href)
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
