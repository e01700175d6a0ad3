export const nl = {
  'series.title': 'Maand voor maand',
  'series.lead': 'Hoe het ging in de laatste twee jaar, en of er meer aan de hand is dan toeval.',
  'series.of.wait-visit': 'Wachten op het eerste bezoek',
  'series.of.visits-gone-on': 'Afspraken die doorgingen',
  'series.of.in-window': 'Bezoeken op tijd',
  'series.of.sessions-there': 'Aanwezig in de groep',
  'series.of.measures-asked': 'Vragenlijsten die gevraagd zijn',
  'series.how.wait-visit':
    'Dagen van aanmelding tot eerste bezoek, de middelste van wie in die maand voor het eerst bezocht werd. Wie nog wacht, telt nog niet mee.',
  'series.how.visits-gone-on': 'Van de bezoeken die in die maand waren afgesproken, het deel dat doorging.',
  'series.how.in-window': 'Van de bezoeken in die maand, het deel binnen de dagen van het programma.',
  'series.how.sessions-there':
    'Van iedereen die bij een bijeenkomst in die maand hoorde, het deel dat er was.',
  'series.how.measures-asked':
    'Van de vragenlijsten waarvan de dag in die maand viel, het deel dat ingevuld is.',
  'series.none': 'Hierover is in deze twee jaar niets opgeschreven.',
  'series.picture': '{{what}}: {{months}} maanden rond het midden van {{median}}.',
  'series.same': 'In elke maand is het {{median}}.',
  'series.too-few':
    'Het midden is {{median}}. Maanden boven of onder het midden: {{points}}. Onder de tien is niets van toeval te onderscheiden.',
  'series.chance': 'Het schommelt rond {{median}}. Er is geen teken dat er iets veranderd is.',
  'series.run':
    'Hier speelt meer dan toeval: {{run}} maanden achter elkaar aan één kant van {{median}}. Door toeval zijn het er zelden meer dan {{most}}. Wat het was, zegt de grafiek niet.',
  'series.crossings':
    'Hier speelt meer dan toeval: de lijn gaat {{crossings}} keer door het midden van {{median}}. Door toeval is dat zelden minder dan {{fewest}} keer. Wat het was, zegt de grafiek niet.',
  'series.table': 'Dezelfde cijfers als tabel',
  'series.month': 'Maand',
  'series.among': 'Van hoeveel',
  'series.unit.days': 'Dagen',
  'series.unit.percent': 'Deel',
  'series.rules':
    'De stippellijn is het midden: de helft van de maanden ligt erboven. De maand die nu loopt, doet nog niet mee. Een maand waarin niets te tellen was, heeft geen punt. Eén hoge of lage maand zegt niets; een lange reeks aan dezelfde kant wel (regels van Anhøj).',
}
export const en: typeof nl = {
  'series.title': 'Month by month',
  'series.lead': 'How it went in the last two years, and whether more than chance is at work.',
  'series.of.wait-visit': 'Waiting for the first visit',
  'series.of.visits-gone-on': 'Appointments that went on',
  'series.of.in-window': 'Visits in time',
  'series.of.sessions-there': 'There in the group',
  'series.of.measures-asked': 'Questionnaires that were asked',
  'series.how.wait-visit':
    'Days from referral to first visit, the middle one of those first visited in that month. Who still waits doesn’t count yet.',
  'series.how.visits-gone-on': 'Of the visits agreed for that month, the part that went on.',
  'series.how.in-window': 'Of the visits in that month, the part within the programme’s days.',
  'series.how.sessions-there': 'Of all who belonged to a session in that month, the part that was there.',
  'series.how.measures-asked':
    'Of the questionnaires whose day was in that month, the part that was filled in.',
  'series.none': 'Nothing was written down about this in these two years.',
  'series.picture': '{{what}}: {{months}} months around the middle of {{median}}.',
  'series.same': 'It is {{median}} in each month.',
  'series.too-few':
    'The middle is {{median}}. Months above or below it: {{points}}. Under ten nothing can be told from chance.',
  'series.chance': 'It goes up and down around {{median}}. There is no sign that anything changed.',
  'series.run':
    'More than chance is at work: {{run}} months in a row on one side of {{median}}. By chance there are rarely more than {{most}}. What it was the chart doesn’t say.',
  'series.crossings':
    'More than chance is at work: the line goes through the middle of {{median}} {{crossings}} times. By chance that is rarely fewer than {{fewest}}. What it was the chart doesn’t say.',
  'series.table': 'The same figures as a table',
  'series.month': 'Month',
  'series.among': 'Of how many',
  'series.unit.days': 'Days',
  'series.unit.percent': 'Part',
  'series.rules':
    'The dashed line is the middle: half of the months are above it. The month that runs now doesn’t count yet. A month in which there was nothing to count has no point. One high or low month says nothing; a long row on one side does (Anhøj’s rules).',
}
