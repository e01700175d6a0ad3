export interface AskedPage {
  readonly page: Document
  /** Where the answer came from, after being sent on. */
  readonly address: string
  readonly ok: boolean
}

/**
 * Asks for a page of ours from an island and gives it as a document, which the browser makes itself: our pages allow no
 * script to turn text into HTML (Trusted Types), and this is no way round it, as nothing in such a document runs.
 */
export const askPage = (address: string, body?: URLSearchParams): Promise<AskedPage> =>
  new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    asked.open(body ? 'POST' : 'GET', address)
    asked.responseType = 'document'
    asked.onload = () => {
      const page: Document | null = asked.responseXML
      if (page) resolve({ page, address: asked.responseURL, ok: asked.status < 400 })
      else reject(new Error('no page'))
    }
    asked.onerror = () => reject(new Error('no answer'))
    asked.send(body)
  })
