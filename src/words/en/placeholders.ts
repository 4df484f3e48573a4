/** Texts in a new plan that only people can fill in, by key, as YAML. */
export const planPlaceholders: Readonly<Record<string, string>> = {
  brings: '["[insert what this partner brings]"]',
  needs: '["[insert what this partner needs]"]',
  interests: '["[insert what this partner wants to protect]"]',
  concerns: '["[insert what worries you]"]',
  exclusivity: '"[insert whether you may do the same with others]"',
  feedback: '"[insert how each hears what the other would change]"',
  data: '"[insert who keeps which data, and for how long]"',
  transition: '"[insert how work goes on and is handed over]"',
}
