import { all, extensionText, type FhirNode, valueAt } from '#domain/fhir/node.ts'
import type { Findings } from '#domain/fhir/note.ts'
import { extensionUrls } from '#domain/fhir/systems.ts'
import { postcodeInput } from '#domain/person/person.ts'

export interface SentAddress {
  readonly street: string | null
  readonly houseNumber: string | null
  readonly postcode: string | null
  readonly place: string | null
}

const uses = ['home', '', 'billing', 'work', 'temp']

/**
 * Where she lives, from nl-core address information: street and number from their extensions, else from the line
 * itself. Her home first; a temporary address, which may be a shelter's, only if there is nothing else.
 */
export function addressOf(person: FhirNode, findings: Findings): SentAddress | null {
  const addresses = all(person, 'address')
    .filter((address) => valueAt(address, 'use') !== 'old')
    .toSorted((a, b) => nearness(a) - nearness(b))
  const [address] = addresses
  if (!address) return null
  if (addresses.length > 1) findings.note('one-of-several', 'Patient.address')
  const code = valueAt(address, 'postalCode')
  const postcode = code === null ? null : (postcodeInput.safeParse(code).data ?? null)
  if (code !== null && postcode === null) {
    findings.note('postcode-unreadable', 'Patient.address.postalCode')
    findings.line('postcode', code)
  }
  const sent = { ...streetOf(address), postcode, place: valueAt(address, 'city') }
  return Object.values(sent).some((part) => part !== null) ? sent : null
}

const nearness = (address: FhirNode): number => {
  const at = uses.indexOf(valueAt(address, 'use') ?? '')
  return at === -1 ? uses.length : at
}

function streetOf(address: FhirNode): Pick<SentAddress, 'street' | 'houseNumber'> {
  const lines = all(address, 'line')
  const part = (url: string) => lines.flatMap((line) => extensionText(line, url) ?? [])[0] ?? null
  const street = part(extensionUrls.streetName)
  const number = [extensionUrls.houseNumber, extensionUrls.houseNumberSuffix, extensionUrls.unit]
    .flatMap((url) => part(url) ?? [])
    .join(' ')
  if (street !== null || number !== '') return { street, houseNumber: number || null }
  const whole = lines
    .flatMap(({ value }) => value || [])
    .join(', ')
    .slice(0, 1000)
  const split = /^(\D.*?)\s+(\d+\s?[a-z]{0,5}(?:[ -]?\d{1,4})?)$/i.exec(whole)
  return split
    ? { street: split[1] ?? null, houseNumber: split[2] ?? null }
    : { street: whole || null, houseNumber: null }
}
