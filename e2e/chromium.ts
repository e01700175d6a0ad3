import chromiumBinary from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** The Chromium that npm brought; nothing has to be installed on the machine. */
export async function openChromium(): Promise<Browser> {
  // That package's own defaults switch web security off and run everything in one process; a test of safety wants neither.
  const unwanted =
    /disable-web-security|allow-running-insecure|single-process|no-zygote|site-isolation|IsolateOrigins/
  const args = chromiumBinary.args.filter((arg) => !unwanted.test(arg))
  const executablePath = await chromiumBinary.executablePath()
  for (let left = mostStarts - 1; ; left -= 1)
    try {
      return await chromium.launch({ executablePath, args, headless: true })
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
}

/**
 * Now and then this Chromium falls over in its own start, before there is any page; then it is started anew, after a
 * while, as what it fell over may last a moment.
 */
const mostStarts = 10
