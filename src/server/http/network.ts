import type { Context } from 'hono'

/**
 * The address a request came from. Behind proxies the connection is the proxy's; each adds the address it saw to
 * the right of X-Forwarded-For, so with `trustedProxies` of them the one to believe stands that many from the right.
 * Whatever the client wrote there itself stands further left and is not looked at (ASVS 4.1.3).
 */
export function addressOf(
  connection: string | undefined,
  forwarded: string | undefined,
  trustedProxies: number,
): string {
  const seen = (forwarded ?? '').split(',').map((part) => part.trim())
  const told = trustedProxies > 0 ? seen.at(-trustedProxies) : undefined
  return (told && /^[0-9a-f.:]{2,45}$/i.test(told) ? told : connection) ?? 'unknown'
}

export const networkOf =
  ({ trustedProxies }: { trustedProxies: number }) =>
  (c: Context): string => {
    const incoming: { socket?: { remoteAddress?: string } } | undefined = c.env?.incoming
    return addressOf(incoming?.socket?.remoteAddress, c.req.header('x-forwarded-for'), trustedProxies)
  }
