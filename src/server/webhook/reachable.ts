import { BlockList, isIP } from 'node:net'

/**
 * Networks that lead nowhere outside: private, loopback, link-local (a cloud's metadata), shared, for documentation,
 * multicast and reserved (IANA special-purpose address registries, RFC 6890 and successors).
 */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]
/** All of IPv6 that is given out to anybody lies in 2000::/3; these in it are not, or hide an IPv4 address. */
const outside6 = '2000::/3'
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

/** `10.0.0.0/8`, `fd00::/8`, or one address by itself. `null` if it is neither. */
function readNetwork(text: string): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', length, ...more] = text.trim().split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return null
  const most = version === 4 ? 32 : 128
  const prefix = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : -1
  if (prefix < 0 || prefix > most) return null
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' }
}
export const isNetwork = (text: string): boolean => readNetwork(text) !== null

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const text of networks) {
    const network = readNetwork(text)
    if (!network) throw new Error('This is no network: it should be like 10.0.0.0/8.')
    list.addSubnet(network.address, network.prefix, network.family)
  }
  return list
}

export type Reachable = (address: string) => boolean

/** Which addresses may be sent to: what is out in the open, unless nothing may be, and the networks that are named. */
export function reachableFrom(rules: {
  readonly outside: boolean
  readonly networks: readonly string[]
}): Reachable {
  const named = listOf(rules.networks)
  const nowhere = listOf([...special4, ...special6])
  const open6 = listOf([outside6])
  return (address) => {
    const version = isIP(address)
    if (version === 0) return false
    const family = version === 4 ? 'ipv4' : 'ipv6'
    if (named.check(address, family)) return true
    return rules.outside && !nowhere.check(address, family) && (version === 4 || open6.check(address, 'ipv6'))
  }
}
