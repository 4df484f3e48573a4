import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeResponseText } from '../../src/page/response-text.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const settings = `accordant: config/1
questionnaire: small.yaml
partnership: both
partners: [{id: north, name: North Ltd}, {id: south, name: South Foods}]
`
const dimensions = `  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do we tell bad news?, type: yes-no}
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`

/** What a form gives back, and how `import` writes it. */
const text = (code = 'k7', news = 'yes', partner = 'north') =>
  writeResponseText({
    accordant: 'response/1',
    questionnaire: { id: 'small', version: '1.0.0' },
    partnership: 'both',
    partner,
    respondent: { id: code },
    run: 'full',
    started: '2026-11-20T09:00:00.000Z',
    completed: '2026-11-20T09:14:00.000Z',
    told: { minGroup: 1 },
    profile: {},
    answers: {
      'trust.news': {
        value: news,
        note: 'Since "May" they call us {at once}, and from Köln too, on the day on which it happens',
      },
      'trust.minutes': 'no',
    },
    'x-scales': { 'yes-no': ['trust.news', 'trust.minutes'] },
  })
const written = `accordant: response/1
questionnaire:
  id: small
  version: 1.0.0
partnership: both
partner: north
respondent:
  id: k7
run: full
started: 2026-11-20T09:00:00.000Z
completed: 2026-11-20T09:14:00.000Z
told:
  minGroup: 1
profile: {}
answers:
  trust.news:
    value: yes
    note: >-
      Since "May" they call us {at once}, and from Köln too, on the day on which it happens
  trust.minutes: no
x-scales:
  yes-no:
    - trust.news
    - trust.minutes
`

const latin1 = (own: string) => Buffer.from(own, 'latin1')
const mail = `Grüße,\n\n${text()}\n-- \nAnna\n`

function toBase64(own: string): string {
  const lines = Buffer.from(own)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\n')
  return `${lines}\n`
}

/** The same answers as they come out of different mail programs. */
const mails: readonly (readonly [string, string | Uint8Array])[] = [
  ['the file itself', text()],
  ['a mail with words before and after', mail],
  ['Windows line ends and encoding', latin1(mail.replaceAll('\n', '\r\n'))],
  ['UTF-16', Buffer.from(`\uFEFF${mail}`, 'utf16le')],
  ['a quoted reply', mail.replaceAll(/^/gm, '> ')],
  ['a reply to a reply', mail.replaceAll(/^/gm, '> > ')],
  ['lines wrapped at 40', wrap(mail, 40)],
  ['a quoted reply, wrapped again', wrap(mail, 50).replaceAll(/^/gm, '>')],
  ['one line', `Hello ${text().replaceAll('\n', ' ')} bye`],
  ['curly quotation marks', mail.replaceAll(/"/g, '”')],
  ['spaces that do not break', mail.replaceAll(': ', ':\u00A0')],
  [
    'quoted-printable',
    `Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n${text()
      .replaceAll('=', '=3D')
      .replaceAll(/(.{30})/g, '$1=\n')}`,
  ],
  ['our own block style', written],
  [
    'a text that was sent in base64',
    `From: anna@example.org\nSubject: Answers\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${toBase64(mail)}`,
  ],
  [
    'an attached file',
    `From: anna@example.org\nSubject: Answers\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello\n--b\nContent-Type: text/yaml; name="north-k7.yaml"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${toBase64(text())}--b--\n`,
  ],
]

describe('accordant import of what people send back', () => {
  it.each(mails)('writes the same response from %s', async (_, sent) => {
    const { folder, file } = aMail(sent)
    const { code, out, err } = await ran(['import', file, '-o', folder])
    expect({ code, out: out.replaceAll(folder, 'here'), err }).toStrictEqual({
      code: 0,
      out: 'wrote here/responses/north-k7.yaml\n',
      err: 'Imported 1 response\n',
    })
    expect(readFileSync(join(folder, 'responses/north-k7.yaml'), 'utf8')).toBe(written)
  })

  it('is not needed for a text that was saved in responses/, wrapped or not', async () => {
    const whole = aMail(text())
    const report = async (folder: string) =>
      JSON.parse((await ran(['report', folder, '--format', 'json'])).out)
    await ran(['import', whole.file, '-o', whole.folder])
    const saved = aMail('')
    for (const own of [text(), wrap(text(), 40)]) {
      writeFileSync(join(saved.folder, 'responses/any.yaml'), own)
      const [one, other] = [await report(saved.folder), await report(whole.folder)]
      expect(one.partners).toStrictEqual(other.partners)
      expect(one.overall).toStrictEqual(other.overall)
    }
  })

  it('takes several people from one file, and each file of several', async () => {
    const { folder, file } = aMail(`${text('k7')}\nAnd Bo:\n${text('m2', 'no', 'south')}`)
    const other = join(folder, 'other.eml')
    writeFileSync(other, `Hello\n${text('x1')}`)
    const { code, err } = await ran(['import', file, other, '-o', folder])
    expect({ code, err }).toStrictEqual({ code: 0, err: 'Imported 3 responses\n' })
    expect(listResponses(folder)).toStrictEqual(['north-k7.yaml', 'north-x1.yaml', 'south-m2.yaml'])
  })

  it('takes the same answers once, and other answers of the same person only if asked to', async () => {
    const { folder, file } = aMail(text())
    await ran(['import', file, '-o', folder])
    const again = await ran(['import', file, '-o', folder])
    expect(again.code).toBe(0)
    expect(again.err.replaceAll(folder, 'here')).toBe(
      'here/mail.txt: these answers are in here/responses/north-k7.yaml already\nImported 0 responses\n',
    )
    writeFileSync(file, text('k7', 'no'))
    const changed = await ran(['import', file, '-o', folder])
    expect(changed.code).toBe(1)
    expect(changed.err.replaceAll(folder, 'here')).toBe(
      `accordant: here/mail.txt: "k7" of "north" has other answers in here/responses/north-k7.yaml already
  Ask whose they are. If the same person changed their answers, add --overwrite. If they are two people, change the code in the new file, at "respondent", "id"
Imported 0 responses; 1 refused
`,
    )
    expect(readFileSync(join(folder, 'responses/north-k7.yaml'), 'utf8')).toBe(written)
    expect((await ran(['import', file, '-o', folder, '--overwrite'])).code).toBe(0)
    expect(readFileSync(join(folder, 'responses/north-k7.yaml'), 'utf8')).toBe(
      written.replace('value: yes', 'value: no'),
    )
  })

  it('never lets one of two different answers in one import replace the other', async () => {
    const { folder, file } = aMail(`${text()}${text('k7', 'no')}`)
    const { code, err } = await ran(['import', file, '-o', folder, '--overwrite'])
    expect(code).toBe(1)
    expect(err).toContain('Both are in this import')
    expect(readFileSync(join(folder, 'responses/north-k7.yaml'), 'utf8')).toBe(written)
  })

  it.each([
    ['an unknown question', text().replace('trust.minutes', 'trust.minute'), 'reference.unknown'],
    ['another partner', text('k7', 'yes', 'nort'), 'did you mean "north"?'],
    ['another partnership', text().replace('"both"', '"other"'), 'both'],
    ['a text that is cut off', text().slice(0, 300), 'mail.txt'],
    ['a value off the scale', text('k7', 'perhaps'), 'perhaps'],
  ])('refuses %s, and takes the others', async (_, sent, expected) => {
    const { folder, file } = aMail(`${text('x1')}\n\n${sent}`)
    const { code, err } = await ran(['import', file, '-o', folder])
    expect(code).toBe(1)
    expect(err).toContain(expected)
    expect(err).toContain('Imported 1 response; 1 refused')
    expect(listResponses(folder)).toStrictEqual(['north-x1.yaml'])
  })

  it('shows the place of what is wrong by the lines of the mail', async () => {
    const { folder, file } = aMail(`Hello,\n\n${text().replace('trust.minutes', 'trust.minute')}`)
    const { err } = await ran(['import', file, '-o', folder])
    const line =
      readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((own) => /minute"/.test(own)) + 1
    expect(err).toContain(`mail.txt:${line}:`)
  })

  it('keeps signs of quotation that a person wrote', async () => {
    const note = '> a >> b > c and so on, until the line is so long that it is broken at > or >>d'
    const sent = writeResponseText({
      accordant: 'response/1',
      questionnaire: { id: 'small', version: '1.0.0' },
      partnership: 'both',
      partner: 'north',
      respondent: { id: 'k7' },
      answers: { 'trust.news': { value: 'yes', note } },
    })
    const { folder, file } = aMail(wrap(sent, 30).replaceAll(/^/gm, '> '))
    expect((await ran(['import', file, '-o', folder])).code).toBe(0)
    expect(readFileSync(join(folder, 'responses/north-k7.yaml'), 'utf8')).toContain(
      note.slice(0, 40),
    )
  })

  it('shows nothing of a text that is cut off, for it may be private', async () => {
    const { folder, file } = aMail(text().replace('Since', 'SECRET').slice(0, 420))
    const { code, err } = await ran(['import', file, '-o', folder])
    expect({ code, err: err.replaceAll(folder, 'here') }).toStrictEqual({
      code: 1,
      err: `accordant: The answers in here/mail.txt, from line 1, break off before the end
  Ask the sender for the file, or for the whole text
Imported 0 responses; 1 refused
`,
    })
    const saved = join(folder, 'responses/cut.yaml')
    writeFileSync(saved, readFileSync(file))
    expect((await ran(['report', folder])).err).not.toContain('SECRET')
  })

  it('leaves the file of another person alone that has the same name', async () => {
    const { folder, file } = aMail(text('west-1'))
    await ran(['import', file, '-o', folder])
    writeFileSync(
      join(folder, 'accordant.yaml'),
      settings.replace('{id: south', '{id: north-west, name: North West}, {id: south'),
    )
    writeFileSync(file, text('1', 'no', 'north-west'))
    expect((await ran(['import', file, '-o', folder, '--overwrite'])).code).toBe(0)
    expect(listResponses(folder)).toStrictEqual(['north-west-1-2.yaml', 'north-west-1.yaml'])
  })

  it('finds the earlier answers of a person under any name, and keeps why they were left out', async () => {
    const { folder, file } = aMail(text('k7', 'no'))
    const other = join(folder, 'responses/mine.yaml')
    writeFileSync(other, `${written}excluded: Asked to be left out\n`)
    expect((await ran(['import', file, '-o', folder])).code).toBe(1)
    expect((await ran(['import', file, '-o', folder, '--overwrite'])).code).toBe(0)
    expect(listResponses(folder)).toStrictEqual(['mine.yaml'])
    const now = readFileSync(other, 'utf8')
    expect(now).toContain('value: no')
    expect(now).toContain('excluded: Asked to be left out')
  })

  it('refuses answers to another questionnaire than that of the settings', async () => {
    const { folder, file } = aMail(text().replace('"small"', '"partnership-health"'))
    const { code, err } = await ran(['import', file, '-o', folder])
    expect(code).toBe(1)
    expect(err).toContain('answers the questionnaire "partnership-health", not "small"')
  })

  it.each([
    ['quotation marks that never end', `{"accordant":"response/1", "x": "${'\\"'.repeat(400_000)}`],
    ['very many beginnings', '{"accordant":"response/1"\n'.repeat(40_000)],
    ['very many signs of quotation', `${'> '.repeat(200_000)}\n{"accordant":"response/1"`],
  ])('is done in time with %s', async (_, sent) => {
    const { folder, file } = aMail(sent)
    const start = performance.now()
    expect((await ran(['import', file, '-o', folder])).code).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  it('takes a mail without answers for no table', async () => {
    const { folder, file } = aMail('Sorry, I will do it later; bye')
    const { code, err } = await ran(['import', file, '-o', folder])
    expect(code).toBe(2)
    expect(err).toContain('has no answers of a form in it')
    expect(readdirSync(folder)).not.toContain('mail.map.yaml')
  })

  it('names a file without answers among others', async () => {
    const { folder, file } = aMail(text())
    const other = join(folder, 'photo.txt')
    writeFileSync(other, 'no answers here')
    const { code, err } = await ran(['import', file, other, '-o', folder])
    expect(code).toBe(1)
    expect(err.replaceAll(folder, 'here')).toBe(
      `accordant: "here/photo.txt" has no answers of a form in it
  Save the file that was attached to the mail, or the whole text of the mail, and name that. A table goes alone: accordant import TABLE.csv
Imported 1 response; 1 refused
`,
    )
  })
})

function aMail(sent: string | Uint8Array) {
  const folder = aFolder({
    'accordant.yaml': settings,
    'small.yaml': aSmallQuestionnaire(dimensions),
    'responses/.keep': '',
    'mail.txt': sent,
  })
  return { folder, file: join(folder, 'mail.txt') }
}

function listResponses(folder: string): readonly string[] {
  return readdirSync(join(folder, 'responses'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
}

/** As mail programs do: at spaces. */
function wrap(own: string, width: number): string {
  return own.replaceAll(new RegExp(`(.{1,${width}}) (?=.)`, 'g'), '$1 \n')
}
