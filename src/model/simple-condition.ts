/** A condition that other form tools can say too. Each part fails where the answer that it asks for is missing, `without` aside. */
export type SimpleCondition =
  | { readonly all: readonly SimpleCondition[] }
  | { readonly any: readonly SimpleCondition[] }
  | { readonly question: string; readonly is: '>=' | '<=' | '>' | '<'; readonly than: number }
  /** The answer, or one of the choices, is among these. */
  | { readonly question: string; readonly among: readonly ConditionValue[] }
  /** Neither the answer nor one of the choices is among these; holds without an answer too. */
  | { readonly question: string; readonly without: readonly ConditionValue[] }
  | { readonly question: string; readonly answered: true }

/** As a file has it: yes and no are true and false. */
export type ConditionValue = string | number | boolean
