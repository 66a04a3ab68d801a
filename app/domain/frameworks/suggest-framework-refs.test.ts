import { describe, expect, it } from 'vitest'
import { frameworkOf } from './framework-ref'
import { suggestFrameworkRefs, type FrameworkSubject } from './suggest-framework-refs'

const item = (action: string, rest: Partial<FrameworkSubject> = {}): FrameworkSubject => ({
  action,
  outcome: null,
  detail: null,
  track: null,
  ...rest,
})
const refsOf = (subject: FrameworkSubject) => suggestFrameworkRefs(subject).map(({ ref }) => ref)

/** The first reference of HIPAA, of ISO and of NIST that an action gets. */
const firsts = (action: string) =>
  (['hipaa', 'iso-27001', 'nist-csf'] as const).map(
    (framework) =>
      refsOf(item(action))
        .find((ref) => frameworkOf(ref) === framework)
        ?.replace(/^.*:/, '') ?? '–',
  )

describe('suggestFrameworkRefs', () => {
  it.each([
    ['Run phishing training for all staff', '164.308(a)(5)', 'A.6.3', 'PR.AT'],
    ['Teach staff how to report phishing', '164.308(a)(5)', 'A.6.8', 'PR.AT'],
    ['Add a report button to the mail program', '164.308(a)(6)(ii)', 'A.6.8', 'RS.CO'],
    ['Turn on MFA for email and remote access', '164.312(d)', 'A.8.5', 'PR.AA'],
    ['Require a second factor for vendors', '164.312(d)', 'A.8.5', 'PR.AA'],
    ['Roll out a password manager', '164.308(a)(5)(ii)(D)', 'A.5.17', 'PR.AA'],
    ['Take one copy of the backups offline', '164.308(a)(7)(ii)(A)', 'A.8.13', 'PR.DS'],
    ['Test restoring one system from backup', '164.308(a)(7)(ii)(D)', 'A.8.13', 'RC.RP'],
    ['Restore the appointment system', '164.308(a)(7)(ii)(B)', 'A.5.30', 'RC.RP'],
    ['Sign business associate agreements', '164.308(b)(3)', 'A.5.20', 'GV.SC'],
    ['Collect BAAs from every vendor', '164.308(b)(3)', 'A.5.20', 'GV.SC'],
    ['Add security clauses to vendor contracts', '164.308(b)(3)', 'A.5.20', 'GV.SC'],
    ['Send vendors a security questionnaire', '164.308(b)(1)', 'A.5.22', 'GV.SC'],
    ['List all suppliers', '164.308(b)(1)', 'A.5.19', 'GV.SC'],
    ['Review user access rights', '164.308(a)(4)(ii)(C)', 'A.5.18', 'PR.AA'],
    ['Remove old accounts', '164.308(a)(4)(ii)(C)', 'A.5.18', 'PR.AA'],
    ['Cut the number of administrators', '164.312(a)(1)', 'A.8.2', 'PR.AA'],
    ['Enable audit logging in the records system', '164.312(b)', 'A.8.15', 'PR.PS'],
    ['Review audit logs weekly', '164.308(a)(1)(ii)(D)', 'A.8.15', 'DE.AE'],
    ['Monitor failed sign-ins', '164.308(a)(5)(ii)(C)', 'A.8.16', 'DE.CM'],
    ['Set up alerts for mass changes', '164.308(a)(1)(ii)(D)', 'A.8.16', 'DE.CM'],
    ['Write an incident response plan', '164.308(a)(6)', 'A.5.24', 'RS.MA'],
    ['Run a tabletop exercise', '164.308(a)(7)(ii)(D)', 'A.5.24', 'ID.IM'],
    ['Preserve evidence before cleaning', '164.308(a)(6)(ii)', 'A.5.28', 'RS.AN'],
    ['Isolate infected computers', '164.308(a)(6)(ii)', 'A.5.26', 'RS.MI'],
    ['Prepare breach notification letters', '164.308(a)(6)(ii)', 'A.5.5', 'RS.CO'],
    ['Encrypt all laptops', '164.312(a)(2)(iv)', 'A.8.24', 'PR.DS'],
    ['Send reports by secure email only', '164.312(e)(2)(ii)', 'A.5.14', 'PR.DS'],
    ['Wipe lost phones remotely', '164.310(c)', 'A.8.1', 'ID.AM'],
    ['Shred old hard drives', '164.310(d)(2)(i)', 'A.7.14', 'ID.AM'],
    ['Patch servers within 14 days', '164.308(a)(1)(ii)(B)', 'A.8.8', 'PR.PS'],
    ['Order a penetration test', '164.308(a)(8)', 'A.8.8', 'ID.RA'],
    ['Offboard leavers on their last day', '164.308(a)(3)(ii)(C)', 'A.6.5', 'PR.AA'],
    ['Perform a risk analysis', '164.308(a)(1)(ii)(A)', '–', 'ID.RA'],
    ['Build an asset inventory', '164.310(d)(2)(iii)', 'A.5.9', 'ID.AM'],
    ['Write a business continuity plan', '164.308(a)(7)(ii)(C)', 'A.5.29', 'ID.IM'],
    ['Put downtime forms at reception', '164.308(a)(7)(ii)(C)', 'A.5.29', 'ID.IM'],
    ['Rank systems by criticality', '164.308(a)(7)(ii)(E)', 'A.5.30', 'ID.AM'],
    ['Lock the server room', '164.310(a)(1)', 'A.7.2', 'PR.AA'],
    ['Set an automatic screen lock', '164.312(a)(2)(iii)', 'A.7.7', 'PR.AA'],
    ['Put scanners on a separate network', '164.312(a)(1)', 'A.8.22', 'PR.IR'],
    ['Name a security officer', '164.308(a)(2)', 'A.5.2', 'GV.RR'],
    ['Approve a security policy', '164.316(a)', 'A.5.1', 'GV.PO'],
    ['Report to leadership every quarter', '164.308(a)(8)', 'A.5.4', 'GV.OV'],
    ['Verify changed bank details by phone', '–', 'A.5.3', 'PR.AA'],
    ['Close public links in cloud storage', '164.312(a)(1)', 'A.5.23', 'PR.PS'],
    ['Block automatic forwarding rules', '164.308(a)(1)(ii)(D)', 'A.8.12', 'PR.DS'],
    ['Mitarbeiterschulung zu Phishing durchführen', '164.308(a)(5)', 'A.6.3', 'PR.AT'],
    ['Zwei-Faktor-Anmeldung einführen', '164.312(d)', 'A.8.5', 'PR.AA'],
    ['Tägliche Datensicherung einrichten', '164.308(a)(7)(ii)(A)', 'A.8.13', 'PR.DS'],
    ['Wiederherstellungstest durchführen', '164.308(a)(7)(ii)(D)', 'A.8.13', 'RC.RP'],
    ['Verträge zur Auftragsverarbeitung prüfen', '164.308(b)(3)', 'A.5.20', 'GV.SC'],
    ['Zugriffsrechte prüfen', '164.308(a)(4)(ii)(C)', 'A.5.18', 'PR.AA'],
    ['Notebooks verschlüsseln', '164.312(a)(2)(iv)', 'A.8.24', 'PR.DS'],
    ['Notfallplan schreiben', '164.308(a)(7)(ii)(C)', 'A.5.29', 'ID.IM'],
    ['Protokollierung einschalten', '164.312(b)', 'A.8.15', 'PR.PS'],
    ['Risikoanalyse erstellen', '164.308(a)(1)(ii)(A)', '–', 'ID.RA'],
    ['Zutritt zum Serverraum regeln', '164.310(a)(1)', 'A.7.2', 'PR.AA'],
    ['Read the bounces', '–', '–', '–'],
    ['Book appointments at the front desk', '–', '–', '–'],
    ['Buy a wall clock', '–', '–', '–'],
  ])('%s', (action, hipaa, iso, nist) => {
    expect(firsts(action)).toEqual([hipaa, iso, nist])
  })

  it('says which words it was, and what they have to do with the clause', () => {
    expect(suggestFrameworkRefs(item('Train every shift on phishing'))[0]).toMatchObject({
      ref: 'hipaa:164.308(a)(5)',
      words: ['Train'],
      reason:
        'Mentions “Train”. Training staff serves HIPAA 164.308(a)(5): it asks for a programme that trains everybody who works there.',
      said: 'Mentions “Train”. Training staff serves',
      because: 'it asks for a programme that trains everybody who works there',
    })
    const [first] = suggestFrameworkRefs(
      item('Keep backups', { outcome: 'A snapshot lies elsewhere' }),
    )
    expect(first?.reason).toMatch(/^Mentions “backups” and “snapshot”\. /)
  })

  it('asks the detail only where action and outcome say nothing', () => {
    const detail = 'Teach two people. Keep the backups offline.'
    expect(refsOf(item('Patch the server', { detail }))).not.toContain('hipaa:164.308(a)(5)')
    expect(refsOf(item('Read the bounces', { detail }))).toContain('hipaa:164.308(a)(5)')
  })

  it('lets the track speak as one more word', () => {
    const plain = refsOf(item('Restore and back up'))
    expect(refsOf(item('Restore and back up', { track: 'recovery' }))).not.toEqual(plain)
  })

  it('reads no phrase over the end of a sentence', () => {
    expect(refsOf(item('Ask who is on call. List the rooms'))).toEqual([])
    expect(refsOf(item('Print the call list'))).toContain('hipaa:164.308(a)(6)')
  })

  it('suggests a handful, two of a framework at most, the same each time', () => {
    const busy = item('Train vendors on phishing, MFA, backups, patching, logging and encryption')
    const refs = refsOf(busy)
    expect(refs.length).toBeGreaterThan(3)
    expect(refs.length).toBeLessThanOrEqual(6)
    expect(refsOf(busy)).toEqual(refs)
    for (const framework of ['hipaa', 'iso-27001', 'nist-csf']) {
      expect(refs.filter((ref) => frameworkOf(ref) === framework).length).toBeLessThanOrEqual(2)
    }
  })
})
