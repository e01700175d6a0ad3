/** Why two files may be one woman, and how somebody was found. */
export const nl = {
  'person.duplicate.same_birth_day_and_name': 'Zelfde geboortedatum en naam',
  'person.duplicate.same_phone': 'Zelfde telefoonnummer',
  'person.duplicate.same_email': 'Zelfde e-mailadres',
  'person.duplicate.same_address_and_name': 'Zelfde adres en naam',
  'person.duplicate.same_address': 'Zelfde adres',
} as const
export const en: Record<keyof typeof nl, string> = {
  'person.duplicate.same_birth_day_and_name': 'Same date of birth and name',
  'person.duplicate.same_phone': 'Same phone number',
  'person.duplicate.same_email': 'Same e-mail address',
  'person.duplicate.same_address_and_name': 'Same address and name',
  'person.duplicate.same_address': 'Same address',
}
