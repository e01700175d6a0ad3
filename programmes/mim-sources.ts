import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'

/** Texts that MIM's parameters come from, as a page names them behind "bron:". */
export const mimSources: ProgrammeDefinitionInput['sources'] = {
  NJi: { nl: 'methodebeschrijving MIM (NJi)', en: 'description of the MIM method (NJi)' },
  S20: { nl: 'oudere pagina over MIM (NJi)', en: 'older page about MIM (NJi)' },
  S21: { nl: 'MIM in de uitgave van NIZW (april 2004)', en: 'MIM as NIZW published it (April 2004)' },
  S22: {
    nl: 'landelijke cijfers MIM 2012/13 (Kooijman en Koppelaar)',
    en: 'national MIM figures 2012/13 (Kooijman and Koppelaar)',
  },
  S23: { nl: 'De kracht van MIM (NJi)', en: 'The strength of MIM (NJi)' },
  S24: { nl: 'productpagina MIM (NJi)', en: 'MIM product page (NJi)' },
  S25: { nl: 'Families Foundation over MIM', en: 'Families Foundation about MIM' },
  S26: { nl: 'EXPOO over MIM', en: 'EXPOO about MIM' },
  S32: { nl: 'krantenartikel over MIM Den Haag (2022)', en: 'newspaper article about MIM Den Haag (2022)' },
  VGZ: {
    nl: 'VGZ en gemeente Den Haag over MIM (27-01-2022)',
    en: 'VGZ and the municipality of The Hague about MIM (27-01-2022)',
  },
  S96c: { nl: 'advies over de VOG (Jeugdwerk Limburg)', en: 'advice about the VOG (Jeugdwerk Limburg)' },
  S105: { nl: 'Home-Start, een zusterprogramma', en: 'Home-Start, a sister programme' },
  S105c: { nl: 'Home-Start (CJG 043), een zusterprogramma', en: 'Home-Start (CJG 043), a sister programme' },
}
