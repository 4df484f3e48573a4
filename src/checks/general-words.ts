/**
 * Words that stand in every agreement, whatever it is about: as a title "Term" is a topic, in a sentence it is not. Where a check's
 * topic is one of these alone, only a title, or what a passage begins with in place of one, is taken for it.
 */
export const generalWords = `
  account action activities activity agree aim allocation alone annual answer apply appoint
  approval approve area assess assign author authority back background backup benefit board
  boundary calendar call challenge chance change child claim client close closing commitment
  committee communication community company compensation competition complaint complete compliance
  composition concern conduct confidence conflict contact context continue contract contribution
  coordinate copy cost council count cover coverage culture customer damage data date deadline
  decide decision default delivery development difference draft due duration duty education effect
  emergency end ending engineer equipment equity evaluation event exceed exclusion exercise exit
  expectation experience expression extend facilitate finance financial focus follow fund funding
  gap general goal grant hour improvement incident individual information integrity intent
  intention interest introduction issue job join law leader leading learning leaving legal licence
  limitation location loss mail management mandate mark market marketing material materials
  meaning measure meet member membership minutes mission money monitor name need norm notes notice
  notification object objective obligation officer open openly operation operations organisation
  organization orientation out outcome outside oversight owner ownership paid participant
  participate partner party patient pay payment people performance permit personal personnel phase plan
  point position power premises present price principle prior private problem procedure process
  product profit program programme progress project promise promotion property protect publish
  purpose rate reach record register relationship release replace report representative requirement
  resident resource responsibility responsible result retain return review revision right risk role rule
  safety save schedule scope secretary separate serve service session settlement shared sign
  signal situation skill staff stage standard start status steering step stop storage structure
  student success summary supplier supply support sustain sustainability target task teach team
  term territory threat together track transfer transition undertaking until update user value
  version visibility vote website welfare wording worker works
`

/** "Terms" are no "term", and what "lasts" is not what is last. */
export const ownWords: ReadonlySet<string> = new Set(
  `damages minutes terms lasts owns secondment secondments publication publications leading ending recording recordings
  publicize publicise reporter reporters settings lasting`.split(/\s+/),
)
