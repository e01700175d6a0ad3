export const nl = {
  'installation.title': 'Deze server',
  'installation.lead': 'Wat er aan de server te verhelpen is. Geef het door aan wie hem beheert.',
  'installation.well': 'Er is niets te verhelpen.',
  'installation.mend': 'Verhelpen',
  'installation.count_one': 'Er is {{count}} ding aan de server te verhelpen.',
  'installation.count_other': 'Er zijn {{count}} dingen aan de server te verhelpen.',
  'installation.backups-off': 'Er worden geen reservekopieën gemaakt',
  'installation.backups-off-text':
    'Gaat de schijf stuk, dan is alles weg. In de handleiding staat hoe Naast elke dag een kopie maakt (NAAST_BACKUP_RECIPIENT), tenzij dat op een andere manier geregeld is.',
  'installation.backup-never': 'Er is nog geen reservekopie',
  'installation.backup-never-text':
    'De eerste komt vanzelf binnen een dag. Blijft hij uit: npm run backup zegt wat er misgaat.',
  'installation.backup-late': 'De laatste reservekopie is ouder dan 26 uur',
  'installation.backup-late-text': 'Kijk vandaag waarom: npm run backup zegt wat er misgaat.',
  'installation.drill-late': 'Al vijf weken probeerde niemand een reservekopie terug te zetten',
  'installation.drill-late-text':
    'Een kopie die nooit geprobeerd is, is er misschien geen: npm run drill probeert het.',
  'installation.mail-off': 'Er is geen mailserver ingesteld',
  'installation.mail-off-text': 'Berichten wachten tot die er is (NAAST_SMTP_URL).',
  'installation.checksums-off': 'De database merkt niet of de schijf iets anders teruggeeft dan er stond',
  'installation.checksums-off-text':
    'Zet controlegetallen aan: stop Naast en draai pg_checksums --enable, of vraag het wie de database levert.',
  'installation.stopped-hard': 'De database is de vorige keer niet netjes gestopt',
  'installation.stopped-hard-text':
    'Alle tabellen zijn bij het starten nagekeken en zijn heel. Zoek uit waardoor het kwam: stroom, te weinig geheugen, of iemand die hem uitzette.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'installation.title': 'This server',
  'installation.lead': 'What is to be mended at the server. Pass it on to whoever looks after it.',
  'installation.well': 'There is nothing to mend.',
  'installation.mend': 'Mend',
  'installation.count_one': 'There is {{count}} thing to mend at the server.',
  'installation.count_other': 'There are {{count}} things to mend at the server.',
  'installation.backups-off': 'No backups are made',
  'installation.backups-off-text':
    'If the disk breaks, all is gone. The guide says how Naast makes a backup every day (NAAST_BACKUP_RECIPIENT), unless it is seen to in another way.',
  'installation.backup-never': 'There is no backup yet',
  'installation.backup-never-text':
    'The first one comes by itself within a day. If it doesn’t: npm run backup says what goes wrong.',
  'installation.backup-late': 'The last backup is older than 26 hours',
  'installation.backup-late-text': 'Look today why: npm run backup says what goes wrong.',
  'installation.drill-late': 'Nobody tried for five weeks whether a backup comes back',
  'installation.drill-late-text': 'A backup that was never tried may be none: npm run drill tries it.',
  'installation.mail-off': 'No mail server is set',
  'installation.mail-off-text': 'Messages wait until there is one (NAAST_SMTP_URL).',
  'installation.checksums-off':
    'The database does not notice when the disk gives back something else than was written',
  'installation.checksums-off-text':
    'Switch checksums on: stop Naast and run pg_checksums --enable, or ask whoever provides the database.',
  'installation.stopped-hard': 'The database was not stopped in an orderly way last time',
  'installation.stopped-hard-text':
    'All tables were looked over at the start and are whole. Find out what it was: power, too little memory, or somebody who switched it off.',
}
