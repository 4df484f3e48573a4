import { adviceGuides, type FindingGuide } from './advice-guide.ts'
import { findingTitles } from './finding-titles.ts'

/** What the id of a finding that comes from no check is about; null for any other id. */
export function findFindingGuide(id: string): FindingGuide | null {
  const guide = adviceGuides[id]
  if (guide !== undefined) return guide
  const title = findingTitles[id]
  const reasons = guides[id]
  if (title === undefined || reasons === undefined) return null
  const [why, fix] = reasons
  return { title, why, fix }
}

const guides: Readonly<Record<string, readonly [why: string, fix: string]>> = {
  'yaml.syntax': [
    'What cannot be read as YAML cannot be read at all, or means something else than it seems to.',
    'Mend the line that is shown. Longer prose is safest in block style: a ">-" after the key, and the text indented below it.',
  ],
  'yaml.duplicate-key': [
    'Of two values for one key one would be lost without a word.',
    'Keep one of the two, or rename one.',
  ],
  'yaml.tag': [
    'A tag ("!" before a value) asks a program to make something else of it. Files are data here, and nothing in them runs.',
    'Take the tag away, or put a text that begins with "!" in quotes.',
  ],
  'yaml.merge-key': [
    'A merge key ("<<") hides where a value comes from, and a finding could not name its line.',
    'Write the keys out.',
  ],
  'yaml.documents': [
    'A file is one plan, response, questionnaire or set of settings.',
    'Take the line of three hyphens away, or put what follows it into a file of its own.',
  ],
  'yaml.directive': [
    'A line that begins with "%" at the top changes how the file is read.',
    'Take it away.',
  ],
  'yaml.key': [
    'A key that is a list, a map or empty can be named by nothing.',
    'Give it a plain word as its name.',
  ],
  'yaml.alias': [
    'An alias ("*name") stands for a value with that name above it ("&name"). Without one it stands for nothing.',
    'Write the value out, or put a text that begins with "*" or "&" in quotes.',
  ],
  'yaml.encoding': [
    'In another encoding names with accents and dashes come out wrong.',
    'Save the file as UTF-8, which every editor offers.',
  ],
  'yaml.limit': [
    'A file that is far larger or deeper than people write would take all memory and time.',
    'Split it, or take away what is not needed.',
  ],
  'schema.unknown-key': [
    'An unknown key is most often a slip of the pen, and what was meant by it would not be done.',
    'Use the key that is named. What is only for yourselves goes under "notes", or under a key that begins with "x-".',
  ],
  'schema.type': [
    'A list where a text is expected, or the like, cannot be used.',
    'Write what the line says is expected. "accordant schema KIND" prints the whole format.',
  ],
  'schema.value': [
    'The value is of the right type, but none that is allowed in this place.',
    'Take one of those that the line names.',
  ],
  'schema.missing': [
    'Without it the rest cannot be used.',
    'Add the key that the line names, in the map that it points at.',
  ],
  'reference.unknown': [
    'An id leads to something written elsewhere. Here nothing has that id.',
    'Correct the id, or write down what it is to lead to.',
  ],
  'answer.not-asked': [
    'A question that depends on another is asked only of those it concerns, and only their answers count. On paper it stands there for everybody.',
    'Leave it open. If it should count, correct the answer that its condition asks for.',
  ],
  'stage.differs': [
    'What a plan has to hold depends on the stage. Where people and plan name different ones, the plan counts.',
    'Talk about where you stand, and set "stage" in the plan or in the answers.',
  ],
  'waiver.expired': [
    'A waiver sets something aside until a day. That day is past.',
    'Mend what it set aside, or renew it with a reason and a new day.',
  ],
  'waiver.unused': [
    'What it set aside is no longer found: it would hide the next mistake of the same kind.',
    'Take it away.',
  ],
  'waiver.unknown': [
    'A waiver that names no check, person, day or reason sets nothing aside.',
    'Complete it as the line says.',
  ],
  'baseline.stale': [
    'The baseline lists a finding that is gone: it would hide it if it came back.',
    'Write it anew with "accordant check --update-baseline".',
  ],
  'expression.error': [
    'An expression that cannot be read or judged decides nothing.',
    'Mend the part that is marked. docs/extending.md says what an expression sees, docs/questionnaire-format.md where it stands.',
  ],
}
