/** Names of code systems, extensions and codes in Dutch nl-core (zib2020, FHIR R4), as its published examples use them. */
export const systems = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  uziRole: 'http://fhir.nl/fhir/NamingSystem/uzi-rolcode',
  /** COD016-VEKT: specialisms as AGB codes them. */
  agbSpecialism: 'urn:oid:2.16.840.1.113883.2.4.6.7',
  /** COD472-VEKT: what somebody is to the client. */
  relationRole: 'urn:oid:2.16.840.1.113883.2.4.3.11.22.472',
  addressUse: 'http://terminology.hl7.org/CodeSystem/v3-AddressUse',
  /** What a text is sensitive for, and how closely it is kept. */
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  participationMode: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode',
  /** What came of a goal. */
  goalAchievement: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
} as const

const structure = 'http://hl7.org/fhir/StructureDefinition'
export const extensionUrls = {
  codeSpecification: 'http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification',
  ownPrefix: `${structure}/humanname-own-prefix`,
  ownName: `${structure}/humanname-own-name`,
  partnerPrefix: `${structure}/humanname-partner-prefix`,
  partnerName: `${structure}/humanname-partner-name`,
  nameOrder: `${structure}/humanname-assembly-order`,
  namePart: `${structure}/iso21090-EN-qualifier`,
  streetName: `${structure}/iso21090-ADXP-streetName`,
  houseNumber: `${structure}/iso21090-ADXP-houseNumber`,
  houseNumberSuffix: `${structure}/iso21090-ADXP-buildingNumberSuffix`,
  unit: `${structure}/iso21090-ADXP-unitID`,
  interpreterRequired: `${structure}/patient-interpreterRequired`,
  flagDetail: `${structure}/flag-detail`,
  dataAbsentReason: `${structure}/data-absent-reason`,
  itemWeight: `${structure}/itemWeight`,
  hidden: `${structure}/questionnaire-hidden`,
  completionMode: `${structure}/questionnaireresponse-completionMode`,
  calculatedExpression:
    'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
} as const

/** SNOMED CT codes of the observations that are read. */
export const observations = {
  pregnancy: '118185001',
  dueDate: '161714006',
  gravidity: '161732006',
  parity: '364325004',
  pregnancyDuration: '57036006',
  livingSituation: '365508006',
} as const

/** LOINC: delivery date estimated, as the older zib2017 profiles write it. */
export const loincDueDate = '11778-8'

/** Somebody helps her because it is their work (COD472-VEKT 07 and 21). All others may be family or a partner. */
export const helperRoles = ['07', '21'] as const
