import { askPage } from '#pages/look/ask-page.ts'

/**
 * Asks for the next rows as soon as the last were imported and moves the bar; at the end goes to the result. If the
 * line falls away it tries again, slower each time; the link on the page goes on by hand.
 */
const bar = document.querySelector('[data-import-progress]')

async function goOn(pause: number): Promise<void> {
  try {
    const answer = await askPage(location.href, new URLSearchParams())
    if (answer.address !== location.href) {
      location.assign(answer.address)
      return
    }
    if (!answer.ok) throw new Error('not now')
    bar?.replaceChildren(...(answer.page.querySelector('[data-import-progress]')?.childNodes ?? []))
    await goOn(1000)
  } catch {
    setTimeout(() => goOn(Math.min(pause * 2, 30_000)), pause)
  }
}

if (bar) void goOn(1000)
