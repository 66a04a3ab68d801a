import { expect, it } from 'vitest'
import { frameworksNamed } from './frameworks-named'

it.each([
  ['Follows ISO-27001 and the HIPAA Security Rule', ['HIPAA', 'ISO 27001']],
  ['ISO/IEC 27001:2022, HITECH', ['HITECH', 'ISO 27001']],
  ['NIST Cybersecurity Framework and CSF 2.0', ['NIST CSF']],
  ['Risk_ID,NIST_CSF_2_0', ['NIST CSF']],
  ['SOC 2 report, SOC2, the SOC team', ['SOC 2']],
  ['the SOC answers two calls', []],
  ['PCI-DSS and PCI DSS', ['PCI DSS']],
  ['DSGVO', ['GDPR']],
  ['CMMC, CIS Critical Security Controls, FERPA', ['CIS Controls', 'CMMC', 'FERPA']],
  ['see https://example.org/hipaa-guide', []],
  ['NIST 800-53', []],
])('%s', (text, names) => {
  expect(frameworksNamed([text])).toEqual(names)
})
