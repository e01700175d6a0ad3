export const nl = {
  'release.title': 'Cijfers naar buiten',
  'release.lead':
    'Wat een gemeente of verzekeraar mag zien: aantallen, nooit personen. Wat klein is, blijft verborgen, ook voor wie rekent.',
  'release.none': 'Er is nog niets naar buiten gegaan',
  'release.none-hint': 'Zet cijfers klaar. Een tweede persoon geeft ze vrij.',
  'release.what': 'Wat',
  'release.recipient': 'Voor wie',
  'release.state': 'Stand',
  'release.prepared-by': 'Klaargezet door',
  'release.decided-by': 'Beslist door',
  'release.state.prepared': 'Wacht op een tweede',
  'release.state.released': 'Vrijgegeven',
  'release.state.dropped': 'Vervallen',
  'release.about.prepared':
    'Dit wacht nog. Kijk wat er staat en wat er verborgen is; daarna geeft een tweede persoon het vrij.',
  'release.about.released': 'Dit is vrijgegeven en verandert niet meer, ook niet als dossiers worden gewist.',
  'release.about.dropped': 'Dit is niet naar buiten gegaan.',
  'release.prepare': 'Zet cijfers klaar',
  'release.prepare-lead':
    'Je kiest een vaste opzet en een periode die voorbij is. Losse filters zijn er niet: wie twee lijsten van elkaar aftrekt, vindt anders één vrouw.',
  'release.do-prepare': 'Zet klaar',
  'release.do-release': 'Geef vrij',
  'release.do-drop': 'Laat vervallen',
  'release.template.year': 'Jaarcijfers voor een subsidiegever',
  'release.template.young-start': 'Cijfers voor een coalitie Kansrijke Start',
  'release.template.outcomes': 'Wat er veranderde, van één programma in een heel jaar',
  'release.outcome': 'Wat er veranderde',
  'release.outcome-range': 'Van {{min}} tot {{max}}.',
  'release.outcome-pairs': 'Vrouwen met een eerste en een laatste meting',
  'release.outcome-first': 'Gemiddelde aan het begin',
  'release.outcome-last': 'Gemiddelde aan het eind',
  'release.outcome-change': 'Gemiddelde verandering',
  'release.outcome-interval': '95%-betrouwbaarheidsinterval van de verandering',
  'release.outcome-no-interval':
    'niet te berekenen: te weinig verschil, of te weinig mensen die ernaast stonden',
  'release.outcome-few':
    'Hier staat geen gemiddelde: er zijn minder dan twaalf vrouwen twee keer gemeten, of het zou, met hun aantal of met wat eerder is vrijgegeven, iets van een paar vrouwen zeggen.',
  'release.outcome-how':
    'Van wie in dit jaar eindigde. Er is geen groep om mee te vergelijken: dit zegt niet wat de verandering bracht. Wie niet twee keer is gemeten, telt niet mee in het gemiddelde; hoeveel dat er zijn, staat in de tabel.',
  'figures.tally.closed.measured': 'Gemeten',
  'figures.how.closed.measured':
    'Trajecten die in het jaar eindigden: of het vooraf gekozen cijfer aan het begin en aan het eind is gemeten, naast hoe het eindigde. Een andere versie van de vragenlijst telt niet als tweede keer.',
  'figures.row.pair': 'Aan het begin en aan het eind',
  'figures.row.first-only': 'Alleen aan het begin',
  'figures.row.last-only': 'Alleen aan het eind',
  'figures.row.neither': 'Geen van beide',
  'figures.row.not-asked': 'Dit werd toen nog niet gevraagd',
  'release.recipient.municipality': 'Gemeente',
  'release.recipient.health-insurer': 'Zorgverzekeraar',
  'release.recipient.foundation': 'Fonds',
  'release.recipient.coalition': 'Coalitie',
  'release.recipient.national-registration': 'Landelijke registratie',
  'release.hidden': 'verborgen',
  'release.hidden-cells': 'Verborgen vakjes',
  'release.tables-left-out': 'Tabellen die niet meegaan',
  'release.sha': 'Vingerafdruk (SHA-256)',
  'release.second-person':
    'Je hebt dit zelf klaargezet. Een tweede persoon geeft het vrij: een programmaleider of de privacyfunctionaris.',
  'release.collapsed': 'Kleine groepen staan samen in één rij.',
  'release.how':
    'Onder {{least}} staat geen getal, en ook niet waar iemand het zou kunnen uitrekenen: daar staat ‘verborgen’. Dat kan nul zijn, klein of groot. Alles wat eerder is vrijgegeven, telt daarin mee.',
  'release.refused.cannot-be-made-safe': 'Deze tabel kan niet veilig gemaakt worden en gaat niet mee.',
  'release.refused-total': 'Samen: {{total}}.',
  'release.refused.too-few': 'Hier zijn te weinig vrouwen om iets over te vertellen.',
  'release.as-spreadsheet': 'Download als spreadsheet (Excel)',
  'release.as-csv': 'Download als CSV',
  'release.said.prepared': 'Het staat klaar. Een tweede persoon geeft het vrij.',
  'release.said.released': 'Het is vrijgegeven en vastgelegd.',
  'release.said.dropped': 'Het vervalt en gaat niet naar buiten.',
  'refusal.release-period-runs': 'Deze periode is nog niet voorbij. Zet de cijfers klaar als hij om is.',
  'refusal.release-one-group':
    'In deze periode was er één groep. Over één groep gaat niets naar buiten. Kies een langere periode of alle programma’s.',
  'refusal.release-outcome-of-one':
    'Wat er veranderde gaat over één programma en een heel jaar. Kies een programma en een jaar: wie delen van elkaar aftrekt, vindt anders het gemiddelde van een paar vrouwen.',
  'refusal.release-no-outcome':
    'Dit programma heeft vooraf geen cijfer gekozen dat aan het begin en aan het eind wordt gemeten.',
  'refusal.release-empty': 'Over deze periode is er niets om te vertellen.',
  'refusal.release-own': 'Je hebt dit zelf klaargezet. Een tweede persoon geeft het vrij.',
  'refusal.release-not-prepared': 'Hierover is al beslist.',
  'refusal.release-overtaken':
    'Intussen zijn andere cijfers over dezelfde vrouwen vrijgegeven. Zet deze opnieuw klaar: dan wordt opnieuw bekeken wat verborgen moet blijven.',
  'refusal.release-damaged':
    'Deze cijfers zijn niet meer precies zoals ze zijn vastgelegd. Ze worden niet getoond. Vraag wie Naast beheert om een reservekopie na te kijken.',
  'refusal.release-no-proof':
    'Het lukte niet op tijd om te bewijzen dat niemand herkenbaar is. Er gaat niets weg. Probeer het opnieuw, of met minder tabellen.',
}
export const en: typeof nl = {
  'release.title': 'Figures that leave',
  'release.lead':
    'What a municipality or an insurer may see: counts, never persons. What is small stays hidden, also from who does sums.',
  'release.none': 'Nothing has left yet',
  'release.none-hint': 'Prepare figures. A second person releases them.',
  'release.what': 'What',
  'release.recipient': 'For whom',
  'release.state': 'State',
  'release.prepared-by': 'Prepared by',
  'release.decided-by': 'Decided by',
  'release.state.prepared': 'Waits for a second',
  'release.state.released': 'Released',
  'release.state.dropped': 'Dropped',
  'release.about.prepared':
    'This waits. Look at what it says and what is hidden; then a second person releases it.',
  'release.about.released': 'This was released and doesn’t change any more, not even when files are erased.',
  'release.about.dropped': 'This didn’t leave.',
  'release.prepare': 'Prepare figures',
  'release.prepare-lead':
    'You choose a fixed template and a period that is over. There are no filters: who takes two lists off each other would find one woman.',
  'release.do-prepare': 'Prepare',
  'release.do-release': 'Release',
  'release.do-drop': 'Drop',
  'release.template.year': 'Year’s figures for a funder',
  'release.template.young-start': 'Figures for a Kansrijke Start coalition',
  'release.template.outcomes': 'What changed, of one programme in a whole year',
  'release.outcome': 'What changed',
  'release.outcome-range': 'From {{min}} to {{max}}.',
  'release.outcome-pairs': 'Women with a first and a last measure',
  'release.outcome-first': 'Mean at the beginning',
  'release.outcome-last': 'Mean at the end',
  'release.outcome-change': 'Mean change',
  'release.outcome-interval': '95% confidence interval of the change',
  'release.outcome-no-interval':
    'can’t be worked out: too little difference, or too few who stood beside them',
  'release.outcome-few':
    'There is no mean here: fewer than twelve women were measured twice, or with their number or what was released before it would tell something of a few.',
  'release.outcome-how':
    'Of who ended in this year. There is no group to compare with: this doesn’t say what brought the change about. Who wasn’t measured twice isn’t in the mean; how many those are stands in the table.',
  'figures.tally.closed.measured': 'Measured',
  'figures.how.closed.measured':
    'Trajectories that ended in the year: whether the number chosen beforehand was measured at the beginning and at the end, beside how it ended. Another version of the questionnaire is no second time.',
  'figures.row.pair': 'At the beginning and at the end',
  'figures.row.first-only': 'Only at the beginning',
  'figures.row.last-only': 'Only at the end',
  'figures.row.neither': 'Neither',
  'figures.row.not-asked': 'This wasn’t asked yet then',
  'release.recipient.municipality': 'Municipality',
  'release.recipient.health-insurer': 'Health insurer',
  'release.recipient.foundation': 'Foundation',
  'release.recipient.coalition': 'Coalition',
  'release.recipient.national-registration': 'National registration',
  'release.hidden': 'hidden',
  'release.hidden-cells': 'Hidden cells',
  'release.tables-left-out': 'Tables that stay behind',
  'release.sha': 'Fingerprint (SHA-256)',
  'release.second-person':
    'You prepared this yourself. A second person releases it: a programme manager or the privacy officer.',
  'release.collapsed': 'Small groups stand together in one row.',
  'release.how':
    'Under {{least}} there is no number, nor where somebody could work it out: there it says ‘hidden’. That may be nought, small or large. Everything that was released before counts in that.',
  'release.refused.cannot-be-made-safe': 'This table can’t be made safe and doesn’t go along.',
  'release.refused-total': 'Together: {{total}}.',
  'release.refused.too-few': 'There are too few women here to tell anything about.',
  'release.as-spreadsheet': 'Download as a spreadsheet (Excel)',
  'release.as-csv': 'Download as CSV',
  'release.said.prepared': 'It is ready. A second person releases it.',
  'release.said.released': 'It was released and frozen.',
  'release.said.dropped': 'It was dropped and doesn’t leave.',
  'refusal.release-period-runs': 'This period isn’t over. Prepare the figures once it is.',
  'refusal.release-one-group':
    'There was one group in this period. Nothing is told of one group. Choose a longer period or all programmes.',
  'refusal.release-outcome-of-one':
    'What changed is about one programme and a whole year. Choose a programme and a year: who takes parts off each other would find the mean of a few women.',
  'refusal.release-no-outcome':
    'This programme chose no number beforehand that is measured at the beginning and at the end.',
  'refusal.release-empty': 'There is nothing to tell of this period.',
  'refusal.release-own': 'You prepared this yourself. A second person releases it.',
  'refusal.release-not-prepared': 'This was decided already.',
  'refusal.release-overtaken':
    'Other figures about the same women were released meanwhile. Prepare these anew: then it is looked at again what must stay hidden.',
  'refusal.release-damaged':
    'These figures are no longer exactly as they were frozen. They are not shown. Ask whoever runs Naast to look in a backup.',
  'refusal.release-no-proof':
    'There was no proof in time that nobody can be recognised. Nothing leaves. Try again, or with fewer tables.',
}
