/** In a text they say nothing of what it is about, but a title of one of them does. */
export const generalWords = `
  purpose object aim intent intention need background introduction context mission mandate problem challenge situation gap
  term duration start end close ending leaving closing change revision law notice people contact team member membership
  composition party money cost fund payment resource contribution benefit value principle conduct culture rule norm scope
  boundary territory exclusion limitation responsibility obligation duty task role owner ownership step schedule phase date
  measure result outcome standard performance progress communication visibility approval authority power committee board council
  steering officer skill education data information record confidence threat difference problem conflict status interest concern
  expectation commitment action undertaking success service customer user client resident patient student community
  organisation organization structure personnel staff name present together supply support material property position job
  cover answer effect chance customer point product works location area coverage wording expression relationship program
  programme project development operation operations process procedure activities activity sign representative coordinate appoint vote
  complaint assign issue plan return agree annual emergency approve grant transfer register participate claim open right call
  finance financial company market secretary requirement retain target event release calendar rate teach general account protect session
  assess responsible individual outside monitor prior update complete profit exercise promise orientation child worker storage engineer
  leader copy website separate equipment permit delivery settlement contract allocation back signal facilitate follow between
  summary track replace premises author supplier reach exceed experience due draft private transition apply safety cover meaning
  pay count loss stop price mail legal publish mark default until continue save extend paid stage deadline focus learning
  compliance integrity competition backup emergency exit management oversight partner participant alone improvement outcome
  materials licence damage hour incident notification shared openly minutes notes`
