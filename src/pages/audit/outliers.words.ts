export const nl = {
  'outliers.title': 'Wat valt op?',
  'outliers.lead':
    'Kijk hier elke maand. Niets van wat hier staat is op zichzelf fout: vraag het na bij wie het deed.',
  'outliers.caption': 'De laatste maand, nieuwste eerst',
  'outliers.none': 'De laatste maand viel niets op',
  'outliers.many-files_one': 'Zag {{count}} dossier op één dag. Gewoonlijk zijn het er {{usual}}.',
  'outliers.many-files_other': 'Zag {{count}} dossiers op één dag. Gewoonlijk zijn het er {{usual}}.',
  'outliers.at-night_one': 'Zag {{count}} dossier tussen elf uur ’s avonds en zes uur ’s ochtends.',
  'outliers.at-night_other': 'Zag {{count}} dossiers tussen elf uur ’s avonds en zes uur ’s ochtends.',
  'outliers.turned-away_one': 'Vroeg {{count}} keer iets dat niet mocht.',
  'outliers.turned-away_other': 'Vroeg {{count}} keer iets dat niet mocht.',
  'outliers.not':
    'Of iemand familie of buren opzoekt, zie je hier niet: daarvoor zou Naast alle namen moeten openen. Kijk in het logboek als je daarover iets hoort.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'outliers.title': 'What stands out?',
  'outliers.lead': 'Look here every month. Nothing of what stands here is wrong by itself: ask who did it.',
  'outliers.caption': 'The last month, newest first',
  'outliers.none': 'Nothing stood out in the last month',
  'outliers.many-files_one': 'Saw {{count}} file on one day. Usually it is {{usual}}.',
  'outliers.many-files_other': 'Saw {{count}} files on one day. Usually it is {{usual}}.',
  'outliers.at-night_one': 'Saw {{count}} file between eleven at night and six in the morning.',
  'outliers.at-night_other': 'Saw {{count}} files between eleven at night and six in the morning.',
  'outliers.turned-away_one': 'Asked {{count}} time for what is not allowed.',
  'outliers.turned-away_other': 'Asked {{count}} times for what is not allowed.',
  'outliers.not':
    'Whether somebody looks up family or neighbours can’t be seen here: Naast would have to open all names for that. Look in the access log if you hear of it.',
}
