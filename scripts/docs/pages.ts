import { join } from 'node:path'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { checkPages } from './check-pages.ts'
import { claimsPage } from './claims.ts'
import { constructs } from './constructs.ts'
import { contentPanelForm } from './content-panel.ts'
import { coverage } from './coverage.ts'
import { houseStyle } from './house-style.ts'
import { markdownPlans } from './markdown-plans.ts'
import { planFormat } from './plan-format.ts'
import { questionnaireAdvice } from './questionnaire-advice.ts'
import { questionnaireFormat } from './questionnaire-format.ts'

/** Every page under docs that is written from what the program knows, by its path from docs. */
export async function pages(root: string): Promise<ReadonlyMap<string, string>> {
  const { questionnaire } = await loadQuestionnaireFile(
    join(root, 'questionnaires', 'partnership-readiness', 'questionnaire.yaml'),
    { root },
  )
  const checks = [...checkPages(questionnaire)].map(
    ([name, page]) => [`checks/${name}`, page] as const,
  )
  return new Map([
    ['claims.md', claimsPage()],
    ['constructs.md', await constructs(root)],
    ['coverage.md', await coverage(root)],
    ['house-style.md', await houseStyle(root)],
    ['plan-format.md', planFormat()],
    ['markdown-plans.md', markdownPlans()],
    ['questionnaire-advice.md', questionnaireAdvice()],
    ['questionnaire-format.md', questionnaireFormat()],
    ['validity/content-panel.csv', contentPanelForm(questionnaire)],
    ...checks,
  ])
}
