/** The extractor's German. See `vocabulary.ts` for what each list is for. */
import { germanHeadings } from './de-headings'
import { germanRoles } from './de-roles'
import { phrases } from './phrases'
import type { Vocabulary } from './vocabulary'

export const german: Vocabulary = {
  language: 'de',
  ...germanHeadings,
  ...germanRoles,
  units: {
    hour: ['stunde', 'stunden', 'std'],
    day: ['tag', 'tage', 'tagen', 'tages'],
    week: ['woche', 'wochen', 'kalenderwochen'],
    month: ['monat', 'monate', 'monaten', 'monats', 'mon'],
    quarter: ['quartal', 'quartale', 'quartalen', 'quartals'],
    year: ['jahr', 'jahre', 'jahren', 'jahres'],
  },
  clockWords: ['uhr'],
  nowWords: ['diese', 'diesen', 'dieses'],
  numberWords: {
    erste: 1,
    ersten: 1,
    erster: 1,
    erstes: 1,
    nächste: 1,
    nächsten: 1,
    nächster: 1,
    eine: 1,
    zweite: 2,
    zweiten: 2,
    zweiter: 2,
    zweites: 2,
    dritte: 3,
    dritten: 3,
    dritter: 3,
    drittes: 3,
    vierte: 4,
    vierten: 4,
    vierter: 4,
    viertes: 4,
    einer: 1,
    eines: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    zwölf: 12,
    vierzehn: 14,
    dreißig: 30,
    sechzig: 60,
    neunzig: 90,
  },
  rangeWords: ['bis', 'bis zum', 'bis zu'],
  mailFields: ['von', 'an', 'kopie', 'gesendet', 'datum', 'antwort an'],
  mailSubjects: ['betreff'],
  joiners: ['und', 'sowie'],
  unfinishedEndings: phrases(
    'der, die, das, den, dem, und, oder, sowie, von, für, mit, im, zum, zur',
  ),
  horizonOpeners: phrases(`
    die, den, der, das, ihre, unsere, ihr, unser, in, innerhalb von, innerhalb, innert, binnen, erste, ersten,
    nächste, nächsten, bis, bis zu, bis zum, bis ende, ende, nach, ab, im, am, während, über, zum, zu,
    empfohlene, geplante, für, spätestens, maximal, ca, etwa, jetzt, dann, später, von, vom, zwischen
  `),
  columns: {
    action: phrases(`
      maßnahme, maßnahmen, aktion, aktionen, aufgabe, aufgaben, tätigkeit, tätigkeiten, geplante maßnahme,
      korrekturmaßnahme, abhilfemaßnahme, empfohlene maßnahme, to do, was ist zu tun, was zu tun ist,
      empfehlung, nächster schritt, arbeitsschritt, schritt, schritte, beschreibung, was, punkt
    `),
    owner: phrases(`
      verantwortlich, verantwortliche, verantwortlicher, verantwortliche person, verantwortliche rolle,
      verantwortlichkeit, verantwortung, zuständig, zuständige, zuständiger, zuständige stelle,
      zuständigkeit, federführung, federführend, umsetzung durch, durch wen, bearbeiter, bearbeiterin,
      rolle, wer, ansprechpartner
    `),
    outcome: phrases(`
      ergebnis, erwartetes ergebnis, erfolgskriterium, erfolgskriterien, erfolgsmaß, erledigt wenn,
      erwartete wirkung, erwarteter nutzen, erwartetes resultat, resultat, zielzustand, ziel, wirkung, nutzen
    `),
    due: phrases(`
      fällig, fällig am, fällig bis, fällig zum, geplanter abschluss, geplantes ende, abschlussdatum, fälligkeit, fälligkeitsdatum, frist, termin, bis wann, zieldatum,
      zieltermin, umsetzung bis, zu erledigen bis, erledigen bis, umsetzungstermin, abschluss bis,
      enddatum, ende, bis, datum
    `),
    horizon: phrases(`
      zeitraum, zeithorizont, horizont, zeitrahmen, wann, phase, etappe, tage, tag, woche, wochen, monat,
      monate
    `),
    track: ['bereich', 'kategorie', 'funktion', 'themenfeld', 'handlungsfeld'],
    priority: ['priorität', 'prio', 'dringlichkeit', 'wichtigkeit'],
    severity: ['schweregrad', 'risikostufe', 'kritikalität'],
    status: ['status', 'stand', 'erledigt', 'fortschritt', 'bearbeitungsstand', 'umsetzungsstand'],
    number: [
      'nr',
      'nummer',
      'lfd nr',
      'lfd. nr',
      'lfd',
      'pos',
      'position',
      'maßnahmen nr',
      'kennung',
    ],
  },
  spanColumns: [],
  pastDateWords: ['tatsächliches', 'tatsächlicher', 'letztes', 'letzter', 'bisheriges'],
  weakActionColumns: ['schritt', 'schritte', 'beschreibung', 'was', 'punkt'],
  standInColumns: ['meilenstein', 'ergebnis', 'ziel', 'thema'],
  registerColumns: [],
  keyColumns: ['feld', 'merkmal', 'angabe', 'eigenschaft'],
  proseKeys: phrases(`
    wer, wann, ziel, stand, bereich, datum, schritt, ende, bis, was, tag, tage, woche, monat, phase,
    wirkung, nutzen, pos, position, rolle, verantwortung, beschreibung, umsetzung, kategorie, funktion
  `),
  priorities: {
    high: ['sofort', 'hoch', 'sehr hoch', 'kritisch', 'dringend', 'h', 'muss', 'höchste'],
    medium: ['mittel', 'normal', 'm', 'soll'],
    low: ['niedrig', 'gering', 'n', 'kann', 'nachrangig'],
  },
  priorityTags: ['hoch', 'sehr hoch', 'mittel', 'niedrig', 'kritisch', 'dringend'],
  weekdays: ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag'],
  months: [
    ['januar', 'jänner'],
    ['februar', 'feber'],
    ['märz', 'maerz', 'mrz', 'mär'],
    ['april'],
    ['mai'],
    ['juni'],
    ['juli'],
    ['august'],
    ['september'],
    ['oktober', 'okt'],
    ['november'],
    ['dezember', 'dez'],
  ],
  dueWords: phrases(`
    bis, bis zum, bis spätestens, fällig, fällig am, fällig bis, spätestens, spätestens am, spätestens
    bis, spätestens bis zum, frist, termin, zu erledigen bis
  `),
  startWords: [
    'ab',
    'ab dem',
    'seit',
    'beginn',
    'beginnend',
    'start',
    'stand',
    'vom',
    'woche vom',
    'nach',
  ],
  targetKeys: phrases(`
    frist, termin, zieltermin, zieldatum, fällig, fällig am, fällig bis, abschluss, abschluss bis,
    abgeschlossen bis, zeitraum, zeithorizont, horizont, erledigen bis, zu erledigen bis, umsetzung bis,
    ende, bis
  `),
  abbreviations: phrases(`
    z.b, z. b, d.h, d. h, bzw, usw, ggf, ca, nr, inkl, u.a, u. a, vgl, evtl, max, min, abs, art, tel,
    str, dr, prof, gem, sog, o.ä, mind
  `),
  totals: ['gesamt', 'summe', 'insgesamt', 'ca', 'etwa', 'monatlich'],
  placeholders: [
    'ja',
    'nein',
    'offen',
    'maßnahme',
    'beispiel',
    'muster',
    'noch festzulegen',
    'k. a',
    'n. n',
  ],
  actionVerbs: phrases(`
    aktivieren sie, ändern sie, beginnen sie, benennen sie, bestimmen sie, bitten sie, bringen sie,
    deaktivieren sie, dokumentieren sie, drucken sie, erfassen sie, ermitteln sie, erstellen sie, fragen
    sie, geben sie, halten sie, informieren sie, klären sie, kontrollieren sie, legen sie, lassen sie,
    löschen sie, melden sie, nehmen sie, notieren sie, ordnen sie, prüfen sie, richten sie, rufen sie,
    sammeln sie, schalten sie, schließen sie, schreiben sie, schulen sie, sehen sie, sichern sie, sorgen
    sie, sperren sie, stellen sie, suchen sie, tauschen sie, testen sie, trennen sie, üben sie,
    überprüfen sie, vereinbaren sie, verschlüsseln sie, wählen sie, wechseln sie, ziehen sie
  `),
}
