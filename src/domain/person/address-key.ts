import { type Address, areaOf } from '#domain/person/person.ts'

/** Postcode and house number: one front door in the Netherlands. `null` if either isn't known. */
export const doorOf = (address: Address | null): string | null =>
  address?.postcode && address.houseNumber ? `${address.postcode}|${plain(address.houseNumber)}` : null

/** One street of one district, however it was typed: `Van der Helst str.` is `van der Helststraat`. */
export const streetOf = (address: Address | null): string | null =>
  address?.street
    ? `${areaOf(address) ?? ''}|${plain(address.street.replace(/\s*str(aat|\.)?\s*$/i, 'straat'))}`
    : null

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
