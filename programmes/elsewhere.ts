/** Where she is helped instead; the desk's words for places, shared by all programmes. */
export const neighbourhoodTeam = {
  id: 'neighbourhood_team',
  label: { nl: 'het wijkteam', en: 'the neighbourhood team' },
}
export const childCentre = {
  id: 'child_health_centre',
  label: { nl: 'het Centrum voor Jeugd en Gezin', en: 'the centre for youth and family' },
}
export const homeVisiting = {
  id: 'home_visiting',
  label: {
    nl: 'een vrijwilliger voor gezinnen, zoals Home-Start',
    en: 'a volunteer for families, such as Home-Start',
  },
}
export const mentorMother = {
  id: 'mentor_mother',
  label: { nl: 'een mentormoeder, als het thuis niet veilig is', en: 'a mentor mother, if home is not safe' },
}
/** The statutory agency; no programme bears this name in code. */
export const veiligThuisAgency = {
  id: 'veilig_thuis_agency',
  label: { nl: 'Veilig Thuis voor advies: 0800-2000', en: 'Veilig Thuis for advice: 0800-2000' },
}
export const shelter = {
  id: 'womens_shelter',
  label: { nl: 'de vrouwenopvang', en: 'a women’s shelter' },
}
export const generalPractitioner = {
  id: 'gp',
  label: { nl: 'haar huisarts', en: 'her general practitioner' },
}
export const socialWork = {
  id: 'social_work',
  label: { nl: 'maatschappelijk werk', en: 'social work' },
}
export const prenatalHomeVisit = {
  id: 'prenatal_home_visit',
  label: {
    nl: 'het prenatale huisbezoek van de jeugdgezondheidszorg',
    en: 'the prenatal home visit of youth health care',
  },
}
