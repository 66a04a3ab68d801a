/**
 * The standards and laws that a guide names. Names only: the list says how each is written, and
 * which of its spellings mean it. Language plays no part in it.
 *
 *     frameworksNamed('Follows ISO-27001 and the HIPAA Security Rule') // ['HIPAA', 'ISO 27001']
 */

/** Each framework as the product writes it, with the ways guides write it. */
const spellings: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['HIPAA', /\b(?:HIPAA|Health Insurance Portability and Accountability Act)\b/i],
  ['HITECH', /\bHITECH\b/i],
  ['ISO 27001', /\bISO(?:[\s-]*\/?[\s-]*IEC)?[\s:-]*27001\b/i],
  ['NIST CSF', /\b(?:NIST[\s-]+CSF|NIST[\s-]+Cyber[\s-]?security[\s-]+Framework|CSF[\s-]+2\.0)\b/i],
  ['SOC 2', /\bSOC[\s-]?2\b/i],
  ['PCI DSS', /\bPCI(?:[\s-]*DSS|[\s-]+compliance)\b/i],
  [
    'GDPR',
    /\b(?:GDPR|General Data Protection Regulation|DSGVO|DS-GVO|Datenschutz-Grundverordnung)\b/i,
  ],
  ['CMMC', /\b(?:CMMC|Cybersecurity Maturity Model Certification)\b/i],
  [
    'CIS Controls',
    /\bCIS(?:[\s-]+Critical)?(?:[\s-]+Security)?[\s-]+Controls?\b|\bCIS[\s-]+v\d\b/i,
  ],
  ['FERPA', /\b(?:FERPA|Family Educational Rights and Privacy Act)\b/i],
]

/** Every framework named in the texts, sorted by name. Addresses of web pages do not count. */
export function frameworksNamed(texts: readonly string[]): string[] {
  const found = new Set<string>()
  for (const text of texts) {
    const words = text
      .replace(/https?:\/\/\S+/gi, ' ')
      .replace(/[\u2010-\u2015]/g, '-')
      .replace(/[\u00A0_]/g, ' ')
    for (const [name, pattern] of spellings) {
      if (!found.has(name) && pattern.test(words)) found.add(name)
    }
  }
  return [...found].sort()
}
