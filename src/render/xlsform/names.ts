/** Gives each question of a form a name that no other has, and no tool keeps for itself. */
export type FormNamer = (wanted: string, endings?: readonly string[]) => string

/** With the name, all that begins with it and has one of the endings is taken. */
export function createFormNamer(): FormNamer {
  const taken = new Set(reservedNames)
  return (wanted, endings = []) => {
    const base = toFormName(wanted)
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}_${number}`
      const all = ['', ...endings].map((ending) => name + ending)
      if (all.some((each) => taken.has(each))) continue
      for (const each of all) taken.add(each)
      return name
    }
  }
}

/** Letters, digits and low lines, from a letter on. */
function toFormName(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
  return (/^[a-z]/.test(plain) ? plain : `q_${plain}`).slice(0, maxName).replace(/_+$/, '')
}

/** With an ending and a number, within the 64 that databases take. */
const maxName = 50

/** What servers, or the form itself, call something else. In small letters, as our names are. */
const reservedNames: readonly string[] = [
  ...['meta', 'data', 'start', 'end', 'today', 'audit', 'name', 'label', 'type', 'key', 'status'],
  ...['instanceid', 'instancename', 'deprecatedid', 'rootuuid', 'formhub', 'uuid', 'version'],
  ...['username', 'deviceid', 'email', 'phonenumber', 'simserial', 'subscriberid', 'edits'],
  ...['submissiondate', 'submitterid', 'submittername', 'reviewstate', 'formversion'],
  ...['attachmentspresent', 'attachmentsexpected'],
]

/** The columns that servers add to what they export. */
export const serverColumns: readonly string[] = [
  ...['start', 'end', 'instanceID', 'instanceName', 'rootUuid', 'deprecatedID', 'uuid'],
  ...['SubmissionDate', 'KEY', 'SubmitterID', 'SubmitterName', 'AttachmentsPresent'],
  ...['AttachmentsExpected', 'Status', 'ReviewState', 'DeviceID', 'Edits', 'FormVersion'],
  ...['_id', '_uuid', '_submission_time', '_validation_status', '_notes', '_status', '_tags'],
  ...['_submitted_by', '_version_', '__version__', '_index', '_parent_index', '_geolocation'],
]
