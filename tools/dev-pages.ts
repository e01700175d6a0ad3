import { existsSync, readdirSync } from 'node:fs'
import { getRequestListener } from '@hono/node-server'
import type { ViteDevServer } from 'vite'

type Fetch = Parameters<typeof getRequestListener>[0]

/** Stylesheets and islands as they lie in the sources; Vite translates them when a browser asks. */
export function sourceAssets() {
  const pages = '/src/pages'
  const islands = readdirSync('src/pages', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.island.ts'),
  )
  return {
    folder: 'dist/public',
    stylesheet: `${pages}/look/staff.css`,
    publicStylesheet: `${pages}/look/public.css`,
    theme: (name: string) => {
      const file = `${pages}/look/theme/${name}.css`
      return existsSync(`.${file}`) ? file : null
    },
    island: (name: string) => {
      const file = islands.find((island) => island.endsWith(`/${name}.island.ts`))
      return file ? `${pages}/${file}` : null
    },
  }
}

/** What Vite serves; everything else is Naast's. */
export const servedFromSource = (url: string): boolean => /^\/(@vite|@id|src\/pages|node_modules)\//.test(url)

/** Naast's answers, with Vite's own script in every page, and the leave that script needs. */
export const listenerOf = (fetch: Fetch): ReturnType<typeof getRequestListener> => {
  const listener = getRequestListener(async (request, env) => {
    const answer = await fetch(request, env)
    return answer instanceof Response ? withVite(answer) : answer
  })
  return (request, response) => {
    // Nothing is packed here: a page must be read to put the script in.
    const at = request.rawHeaders.findIndex((name) => name.toLowerCase() === 'accept-encoding')
    if (at >= 0) request.rawHeaders.splice(at, 2)
    return listener(request, response)
  }
}

export async function withVite(answer: Response): Promise<Response> {
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer
  const html = (await answer.text()).replace(
    '</head>',
    '<script type="module" src="/@vite/client"></script></head>',
  )
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  const policy = headers.get('content-security-policy')
  if (policy)
    headers.set(
      'content-security-policy',
      policy
        .replace("connect-src 'self'", "connect-src 'self' ws:")
        .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
        // Vite's own client draws its errors from text.
        .replace("; require-trusted-types-for 'script'; trusted-types 'none'", ''),
    )
  return new Response(html, { status: answer.status, headers })
}

/** Tells which sources behind the pages changed, together when several are saved at once, one round at a time. */
export function changesBehindPages(
  watcher: ViteDevServer['watcher'],
  tell: (files: readonly string[]) => Promise<void>,
): void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let telling = Promise.resolve()
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      telling = telling.then(() => {
        const files = [...changed]
        changed.clear()
        return files.length > 0 ? tell(files) : undefined
      })
    }, 60)
  }
  for (const event of ['add', 'change', 'unlink'] as const)
    watcher.on(event, (file) => {
      if (!/\/(src|programmes|seeds)\/.*\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) return
      changed.add(file)
      later()
    })
}
