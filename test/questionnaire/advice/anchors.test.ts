import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { aSmallQuestionnaire } from '../../cli/support/small-questionnaire.ts'

/** From the lowest value of a rating to the highest. */
type Anchors = readonly [string, string, string, string, string]

/** What check finds in ratings with these anchors, as `ID VALUE`, or `ID` where it is not about one anchor. */
async function foundIn(
  all: readonly Anchors[],
  more = '',
): Promise<readonly (readonly string[])[]> {
  const text = aQuestionnaireOf(all, more)
  const lines = text.split('\n')
  const found = (await findingsIn(text))
    .filter(({ id }) => id.startsWith('question.anchor-'))
    .map(({ id, line }) => {
      const value = /^ {10}(\d): /.exec(lines[line - 1] ?? '')?.[1]
      const before = lines.slice(0, line).filter((one) => one.startsWith('      - id: q')).length
      return { question: before - 1, what: value === undefined ? id : `${id} ${value}` }
    })
  return all.map((_, index) =>
    found.filter(({ question }) => question === index).map(({ what }) => what),
  )
}

async function messagesIn(all: readonly Anchors[]): Promise<readonly string[]> {
  return (await findingsIn(aQuestionnaireOf(all, ''))).map(({ message }) => message)
}

function aQuestionnaireOf(all: readonly Anchors[], more: string): string {
  const questions = all.map((anchors, index) => {
    const lines = anchors.map((text, at) => `          ${at + 1}: ${JSON.stringify(text)}\n`)
    return `      - id: q${index}\n        ask: What is number ${index}?\n        type: rating\n${more}        anchors:\n${lines.join('')}`
  })
  return aSmallQuestionnaire(
    `  - id: anchors\n    title: Anchors\n    questions:\n${questions.join('')}`,
  )
}

interface Found {
  readonly id: string
  readonly line: number
  readonly message: string
}

async function findingsIn(text: string): Promise<readonly Found[]> {
  const { out } = await ran(['check', aFolder({ 'questionnaire.yaml': text }), '--format', 'json'])
  const { files } = JSON.parse(out) as {
    readonly files: readonly { readonly findings: readonly Found[] }[]
  }
  return files.flatMap(({ findings }) => findings)
}

/** Anchors of one question, the last one to be looked at; the others are plain. */
function under(top: string): Anchors {
  return ['Nobody does', 'It happens by chance', 'A few of us do', 'Many of us do', top]
}

describe('The advice on two ideas in an anchor', () => {
  const id = 'question.anchor-two-ideas'

  it('finds a second act, a second judgement and a second measure', async () => {
    const tops = [
      'We tell them within a day, with what we will do about it',
      'We ask for it on set dates, and report what we did',
      'They do it by the date, and help others who fall behind',
      'A page says so, and our leaders tied it to our strategy',
      'They wrote down how gains are shared, and call it fair',
      'They wrote down the notice, plus who keeps what',
      'They wrote such signs down, and look for them in each review',
      'Named people meet within a day, and may decide at once',
      'A written goal, with figure and date, that all of them plan by',
      'Progress, problems, then new chances, each with its own time',
      'They remove its cause, and check later that it is gone',
      'They find its cause, then remove it',
      'They list them, keep the dates, and warn us early',
      'They keep them, past the date and without a word',
      'Four or five people from all partners, free to act until it is solved',
      "Now one's, now another's, and each can name its last win",
      'Little of it, and we did not say so',
      'Nearly all of it, with a warning where it was late',
      'All gain fairly, and we move shares when they drift',
      'All parts, and we changed those that did not fit',
      "Every partner's leader has in the past quarter, and settled something",
      'They give it every week, and a deputy stands in for them',
      'For several years, with early results as steps on the way',
      'On a date planned for it, with the outcome written down',
      'They sit in on set dates and say what to try',
      'We measure the steps and name the slowest',
      'Something in use, and the next piece has begun',
      'Every partner has an equal say, and each has changed an outcome',
      'We look back with them, and change one thing each time',
      'People know a written rule, and share sensitive facts under it',
      'Goals are clear, and people use them',
      'Trust is high and conflicts are rare',
      'It is always done, and the other side confirms it',
      'Our managers meet monthly and solve problems together',
      'Data is shared daily, plus forecasts',
    ]
    const found = await foundIn(tops.map(under))
    expect(tops.filter((_, index) => found[index]?.includes(`${id} 5`) !== true)).toEqual([])
  })

  it('leaves one thing alone, however many words it has', async () => {
    const tops = [
      'A list with who does what and when',
      'One problem, and whose problem it is',
      'Notice, and who keeps what, in writing',
      'Those, and our limits and changes of plan',
      'From a named person, and by going along to them',
      'Listening, negotiating and settling quarrels, most of them',
      'They find gaps and mend them',
      'We hear it and forget it',
      'We listen, and nothing changes',
      'They spoke of it, and left it there',
      'We told it back in our words, and they agreed',
      'A date, a place, and help from outside',
      'Time, money, and support',
      'How it works, and what it spends up to a limit',
      'People of one partner, with guests from the other',
      'A named person with time, and the right to decide',
      'It is complete, on time, in the form they asked for',
      'A written plan for each, with who acts when',
      'They follow a written rule with time limits and a way out of deadlock',
      'We act on it, or tell them why we do not',
      'We tell them what we gain and lose',
      'In every partner’s budget, for people and money',
      'Within two days, if only with a date for the answer',
      'Ideas come up, then get lost',
      'It is complete, but late',
      'A course, then a real case with guidance',
      'Almost always, or a briefed deputy',
      'We listen and understand',
      'Both sides agree on the goal and the budget',
      'They know who is in and who is out',
      'It is planned, funded and staffed',
      'Search and rescue teams train together',
      'Training for all, and refreshers each year',
      'A contract, signed by both, and a plan for the first year',
      'Only when both the manager and the sponsor agree',
      'People from sales and people from service',
    ]
    const found = await foundIn(tops.map(under))
    expect(tops.filter((_, index) => found[index]?.includes(`${id} 5`) === true)).toEqual([])
  })

  it('leaves anchors alone that differ by their second parts', async () => {
    const found = await foundIn([
      [
        'It is not done',
        'It is done after we remind them',
        'It is done late, without warning',
        'It is done late, and they warn us',
        'It is done by the date',
      ],
      [
        'Not at all; it is told',
        'It is told the reasons',
        'It is asked, mostly without effect',
        'It is asked, and decisions change because of it',
        'It decides with the others, or can stop what it cannot live with',
      ],
      [
        'It would stop, and we have no idea for how long',
        'It would stop, and we know for how long',
        'Part of it would go on',
        'Most of it would go on',
        'All of it would go on',
      ],
      [
        'No dated plan',
        'To the next deadline',
        'To the first result',
        'For several years',
        'For several years, with what is to remain afterwards',
      ],
    ])
    expect(found.flat().filter((what) => what.startsWith(id))).toEqual([])
  })
})

describe('The advice on the order of anchors', () => {
  const id = 'question.anchor-order'

  it('finds ranks that go up and down', async () => {
    const wrong: readonly Anchors[] = [
      ['Never', 'Always', 'Sometimes', 'Often', 'Almost always'],
      ['Rarely', 'Less than half the time', 'Mostly', 'About half the time', 'Almost always'],
      [
        'None, and none was proposed',
        'One was proposed, and came to nothing',
        'Several were proposed, none was tried',
        'One was tried',
        'Several were tried',
      ],
      [
        'Nobody is named for it',
        'One alone, or more than twelve',
        'Eight to twelve, or only two',
        'Six or seven, or three',
        'Four or five',
      ],
      ['After a reminder', 'Within a month', 'Within a day', 'Within two weeks', 'Within an hour'],
      ['Never', 'Once a year', 'Monthly', 'Quarterly', 'Weekly'],
      ['None of us', 'Most of us', 'Some of us', 'Nearly all of us', 'All of us'],
      ['Strongly disagree', 'Disagree', 'Agree', 'Neither', 'Strongly agree'],
      ['Very poor', 'Good', 'Fair', 'Very good', 'Excellent'],
    ]
    const found = await foundIn(wrong)
    expect(wrong.filter((_, index) => !found[index]?.some((what) => what.startsWith(id)))).toEqual(
      [],
    )
  })

  it('accepts ranks that rise or fall all the way, and words that are about something else', async () => {
    const right: readonly Anchors[] = [
      ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
      ['Hardly ever', 'Less than half the time', 'About half the time', 'Mostly', 'Almost always'],
      ['Almost always', 'Mostly', 'About half the time', 'Less than half the time', 'Hardly ever'],
      ['None', 'Fewer than half', 'Half', 'Most', 'All'],
      [
        'After several reminders',
        'Within two weeks',
        'Within a week',
        'Within days',
        'Within a day',
      ],
      ['Within an hour', 'Within a day', 'Within days', 'Within weeks', 'Within months'],
      [
        'None',
        'What is left at the end of the day',
        'A few hours a year',
        'An hour a month for each of them',
        'An hour every two weeks, whatever else is going on',
      ],
      ['Never', 'Once a year', 'Every half year', 'Every quarter', 'Every month'],
      [
        'Nothing we must achieve depends on it',
        'Some of our work gets easier with it',
        'One of our goals for the year depends on it',
        'Several of our main goals depend on it',
        'We could not do our main work without it',
      ],
      [
        'None gave what we wanted',
        'One gave what we wanted',
        'Two gave what we wanted',
        'All three gave what we wanted',
        'All three gave more than we wanted',
      ],
      [
        'They have no plan to do so',
        'After something has gone badly',
        'When one of them asks for it',
        'On dates fixed beforehand',
        'On fixed dates, starting from what they changed last time',
      ],
    ]
    const found = await foundIn(right)
    expect(right.filter((_, index) => found[index]?.some((what) => what.startsWith(id)))).toEqual(
      [],
    )
  })
})

describe('The advice on anchors that measure different things', () => {
  const id = 'question.anchor-attribute'

  it('finds scales that go from talk to a paper, a person and a habit', async () => {
    const mixed: readonly Anchors[] = [
      [
        'Two of us would give two different answers',
        'The person who began it knows; the rest guess',
        'All of us involved give the same answer',
        'A page says what we want, and by when',
        'A page says so, and our leaders tied it to our strategy',
      ],
      [
        'There is nothing',
        'We have talked about it',
        'It is on paper',
        'A named person looks after it',
        'We look at it every month',
      ],
      [
        'There is nothing',
        'We have discussed it',
        'Our leaders want it',
        'It is written down',
        'All of us have been trained in it',
      ],
      ['Nothing', 'A talk once', 'A paper', 'A course', 'A manager in charge'],
      [
        'We do not know',
        'We have heard of it',
        'It is in the documents',
        'Both have signed it',
        'Most of us know it',
      ],
    ]
    const found = await foundIn(mixed)
    expect(mixed.filter((_, index) => found[index]?.includes(id) !== true)).toEqual([])
  })

  it('accepts one thing that grows, also where writing or practice comes on top', async () => {
    const plain: readonly Anchors[] = [
      [
        'They have not raised it',
        'From hints',
        'From a talk about it',
        'From a page that they agreed on',
        'From a page that they go through on set dates',
      ],
      [
        'Nothing',
        'They talk about them',
        'One partner writes them down',
        'They keep one shared list',
        'They try one out each year',
      ],
      [
        'They have not talked about it',
        'They have talked about it',
        'One partner has a list',
        'They have a joint list',
        'They have a joint list with an owner for each risk',
      ],
      [
        'We have not asked',
        'We go by what we have heard',
        'They told us the outline in a meeting',
        'We have it from them in writing',
        'We told it back in our words, and they agreed',
      ],
      [
        'Nobody knows who may decide, so it drags on',
        'They find a way each time it comes up',
        'They follow a habit that is not written down',
        'They follow a written rule on who decides what',
        'They follow a written rule with time limits and a way out of deadlock',
      ],
      [
        'Nothing; they would think of something on the day',
        'Ideas in the heads of one or two people',
        'Ideas that the partners have talked through',
        'A written plan for each, with who acts when',
        'Written plans that the partners have tried out',
      ],
      [
        'It stays open until one side gives in',
        'Someone takes it to any leader they know',
        'It goes to one known person at each partner',
        'A written path names who takes it up, step by step',
        'A written path names who takes it up, within how many days',
      ],
      [
        'They have no plan to do so',
        'After something has gone badly',
        'When one of them asks for it',
        'On dates fixed beforehand',
        'On fixed dates, starting from what they changed last time',
      ],
      [
        'We look for who did it',
        'We let them rest',
        'Those involved talk it over',
        'We write down what we would do next time',
        'We write it down, and train with it',
      ],
      [
        'They do not hear it',
        'By rumour',
        'In the yearly talk with their manager',
        'From someone who was there, soon afterwards',
        'From the others themselves, asked for regularly',
      ],
      [
        'By making mistakes',
        'From a document',
        'From whoever has time',
        'From a named person, in the first weeks',
        'From a named person, and by going along to them',
      ],
      [
        'Nobody has told them',
        'They were sent the agreement',
        'Their own manager summed it up',
        'Those who agreed it explained it to them',
        'Those who agreed it explained it to both sides in one room',
      ],
      [
        'Nothing',
        'Notes of one person',
        'A page',
        'A page agreed by those involved',
        'A page our leaders have approved',
      ],
      [
        'Not yet',
        'In general talk',
        'Point by point, in a meeting',
        'Point by point, with differences written down',
        'With an agreed answer to each difference',
      ],
      [
        'It is not',
        'We will talk when it ends',
        'Agreed to decide, no date',
        'A date',
        'A date and who decides',
      ],
      [
        'Nothing',
        'Something, by word of mouth',
        'A general promise in writing',
        'A written rule on who may see what',
        'A written rule that everyone on the work has been taken through',
      ],
      [
        'Nothing yet',
        'Hope that someone will',
        'An idea',
        'A named owner',
        'A named owner with money and people',
      ],
    ]
    const found = await foundIn(plain)
    expect(plain.filter((_, index) => found[index]?.includes(id) === true)).toEqual([])
  })
})

describe('The advice on the length of the best anchor', () => {
  const id = 'question.anchor-length'

  it('finds a best anchor that stands out, and no other one', async () => {
    const found = await foundIn([
      [
        'They know it already',
        'We wait for it',
        'We tell them when asked',
        'We tell them soon',
        'We ring them on the day and say what has happened so far',
      ],
      [
        'Nothing, unless somebody on the board thinks of asking about it',
        'Notes',
        'A page',
        'A page agreed by those involved',
        'A page our leaders have approved',
      ],
      ['Nobody', 'One person', 'A few people', 'Many of us', 'Everybody who works with them'],
      [
        'It stops',
        'Somebody takes messages',
        'Somebody helps if asked',
        'A named deputy keeps it going',
        'A named deputy also decides',
      ],
    ])
    expect(found.map((one) => one.filter((what) => what.startsWith(id)))).toEqual([
      [`${id} 5`],
      [],
      [],
      [],
    ])
  })

  it('looks at the lowest value where that is the best', async () => {
    const [found] = await foundIn(
      [
        [
          'It happened on no day of the past year that any of us can name',
          'It is rare',
          'It happens',
          'It happens a lot',
          'All the time',
        ],
      ],
      '        reverse: true\n',
    )
    expect(found).toEqual([`${id} 1`])
  })

  it('does not blame a questionnaire for the anchors of the one it extends', async () => {
    const long: Anchors = ['No', 'A little', 'Some of it', 'Most of it', 'Every part of it']
    const base = aQuestionnaireOf(Array(9).fill(long), '')
    const own = `accordant: questionnaire/1
id: own
version: 1.0.0
extends: ./base.yaml
dimensions:
  - id: anchors
    questions:
      - {id: more, ask: Who comes?, type: rating, anchors: {1: Nobody, 3: One of us, 5: Two of us and them}}
`
    const folder = aFolder({ 'base.yaml': base, 'questionnaire.yaml': own })
    const said = async (name: string) =>
      (await ran(['check', join(folder, name)])).out.match(/longest one in \d+ of \d+/)?.[0]
    expect(await said('base.yaml')).toBe('longest one in 9 of 9')
    expect((await ran(['check', join(folder, 'questionnaire.yaml')])).out).toMatch(
      /^1 file checked on \S+: nothing found\n/,
    )
  })

  it('looks at all questions together, where there are eight or more', async () => {
    const longest: Anchors = ['No', 'A little', 'Some of it', 'Most of it', 'Every part of it']
    const shorter: Anchors = ['No, not even a part', 'A little', 'Some of it', 'Most of it', 'All']
    const said = async (long: number, short: number) => {
      const all = [...Array(long).fill(longest), ...Array(short).fill(shorter)] as Anchors[]
      const texts = await messagesIn(all)
      return texts.filter((text) => text.startsWith('The best answer is the longest'))
    }
    expect(await said(5, 3)).toEqual([
      'The best answer is the longest one in 5 of 8 questions, so people can pick it without reading',
    ])
    expect(await said(4, 4)).toEqual([])
    expect(await said(7, 0)).toEqual([])
  })
})
