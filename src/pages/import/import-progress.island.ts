/**
 * Asks for the next rows as soon as the last were imported and moves the bar; at the end goes to the result. If the
 * line falls away it tries again, slower each time; the link on the page goes on by hand.
 */
const bar = document.querySelector('[data-import-progress]')

async function goOn(pause: number): Promise<void> {
  try {
    const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams() })
    if (answer.redirected) {
      location.assign(answer.url)
      return
    }
    if (!answer.ok) throw new Error(String(answer.status))
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
    bar?.replaceChildren(...(next.querySelector('[data-import-progress]')?.childNodes ?? []))
    await goOn(1000)
  } catch {
    setTimeout(() => goOn(Math.min(pause * 2, 30_000)), pause)
  }
}

if (bar) void goOn(1000)
