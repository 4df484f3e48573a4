import type * as z from 'zod'
import type { SchemaKit } from './form-type.ts'
import { type FormName, type FormShape, formNames, forms, getFormType } from './forms.ts'

type Shape = Readonly<Record<string, z.ZodType>>

/** The keys that every question has, with those of its type. */
type QuestionSchema<Common extends Shape> = {
  [Name in FormName]: z.ZodObject<Common & FormShape<Name>, z.core.$strict>
}[FormName]

/** A question of a dimension; `reverse` and `must` are keys of those types only that take them. */
export function buildQuestionSchema<
  Common extends Shape,
  Reverse extends z.ZodType,
  Must extends z.ZodType,
>(
  kit: SchemaKit,
  common: Common,
  { reverse, must }: { readonly reverse: Reverse; readonly must: Must },
) {
  type Keys = Common & { reverse: z.ZodOptional<Reverse>; must: z.ZodOptional<Must> }
  const schemas: z.ZodObject[] = formNames.map((type) => {
    const { reversible, findMustProblem } = getFormType({ type })
    return kit.z.strictObject({
      ...common,
      ...forms[type].shape(kit),
      ...(reversible ? { reverse } : {}),
      ...(findMustProblem === undefined ? {} : { must: must.optional() }),
    })
  })
  return kit.z.discriminatedUnion('type', schemas as [QuestionSchema<Keys>])
}

export function buildProfileQuestionSchema<Common extends Shape>(kit: SchemaKit, common: Common) {
  const schemas: z.ZodObject[] = formNames
    .filter((name) => forms[name].inProfile)
    .map((name) => kit.z.strictObject({ ...common, ...forms[name].shape(kit) }))
  return kit.z.discriminatedUnion('type', schemas as [QuestionSchema<Common>])
}

/** The keys of all types, for an entry whose type may be given elsewhere. */
export function mergeFormShapes(kit: SchemaKit): Shape {
  const { type: _, ...keys } = Object.assign({}, ...formNames.map((name) => forms[name].shape(kit)))
  return { type: kit.z.enum(formNames), ...keys }
}
