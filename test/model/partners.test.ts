import { describe, expect, it } from 'vitest'
import { identifyPartner, type KnownPartners, unlistedPartners } from '../../src/model/partners.ts'
import { sayWithin } from '../support/say-within.ts'

const listed: KnownPartners = {
  partners: [
    { id: 'contoso', name: 'Contoso Foods', asked: true },
    { id: 'kaese', name: 'Nordwind Käse GmbH', asked: false },
    { id: 'tokyo', name: '東京物流', asked: true },
  ],
  partnersFile: 'plan.yaml',
}

const identified = (text: string, known = listed) => sayWithin(identifyPartner(text, known))

describe('a text that means a partner', () => {
  it.each([
    ['contoso', 'contoso'],
    [' CONTOSO ', 'contoso'],
    ['Contoso Foods', 'contoso'],
    ['contoso  foods', 'contoso'],
    ['contoso-foods', 'contoso'],
    ['Nordwind Kase GmbH', 'kaese'],
    ['nordwind kaese gmbh', 'kaese'],
    ['東京物流', 'tokyo'],
  ])('is %s for %s', (text, id) => {
    expect(identified(text)).toEqual({ id })
  })

  it.each([
    ['contozo', 'contoso'],
    ['Contosso Fods', 'contoso'],
    ['kase', 'kaese'],
    ['Nordwind', 'kaese'],
  ])('is not %s, and %s is suggested', (text, meant) => {
    expect(identified(text)).toEqual({
      problem: `Unknown partner "${text}"; did you mean "${meant}"?`,
      fix: 'The partners are "contoso", "kaese" and "tokyo", as plan.yaml lists them. Write one of these ids, or add the partner there',
      meant,
    })
  })

  it('is not the one of two names that are the same', () => {
    const twins = ['a', 'b'].map((id) => ({ id, name: 'Twin', asked: true }))
    expect(identified('Twin', { partners: twins, partnersFile: 'plan.yaml' })).toMatchObject({
      problem: 'Unknown partner "Twin"',
    })
    expect(identified('b', { partners: twins, partnersFile: 'plan.yaml' })).toEqual({ id: 'b' })
  })

  it('is not suggested where two names begin with it', () => {
    const partners = ['Nordwind Bremen', 'Nordwind Kiel'].map((name, n) => ({
      id: `p${n}`,
      name,
      asked: true,
    }))
    expect(identified('nordwind', { partners, partnersFile: 'plan.yaml' })).toMatchObject({
      problem: 'Unknown partner "nordwind"',
      meant: null,
    })
  })

  it('names no more than eight of many partners', () => {
    const partners = Array.from({ length: 11 }, (_, n) => ({
      id: `p${n}`,
      name: `p${n}`,
      asked: true,
    }))
    expect(identified('elsewhere', { partners, partnersFile: 'a.yaml' })).toMatchObject({
      fix: 'The partners are "p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7" and 3 more, as a.yaml lists them. Write one of these ids, or add the partner there',
    })
  })

  it('is any id where no partner is listed', () => {
    expect(identified('acme-rossi', unlistedPartners)).toEqual({ id: 'acme-rossi' })
  })

  it('is made an id in the words of the person where no partner is listed', () => {
    expect(identified('Our Bakery', unlistedPartners)).toEqual({
      problem: `"Our Bakery" cannot be a partner's id`,
      fix: 'Use small letters, digits and single hyphens, like "our-bakery"',
      meant: 'our-bakery',
    })
  })
})
